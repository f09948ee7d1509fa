package org.tripoint.node.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.ImportViews.ChangeLine;
import org.tripoint.node.intake.ImportViews.Count;
import org.tripoint.node.intake.ImportViews.Fact;
import org.tripoint.node.intake.ImportViews.PreviewView;
import org.tripoint.node.intake.ImportViews.UnrecognisedLine;
import org.tripoint.node.intake.ImportViews.WrongLine;
import org.tripoint.node.intake.UnrecognisedTexts.Text;
import org.tripoint.node.web.Page;

/// Makes what appending would change into what the page of an import shows.
@Component
class ShowPreview {

  private final ImportWords words;

  ShowPreview(ImportWords words) {
    this.words = words;
  }

  /// In what known records say something else, most often first.
  static List<Fact> restated(Restatement restatement, Page page) {
    return fields(restatement.fields(), page);
  }

  private static List<Fact> fields(Map<String, Long> fields, Page page) {
    return fields.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(field -> Fact.of(fieldName(field.getKey(), page), page.number(field.getValue())))
        .toList();
  }

  /// The desk's words for a field of its record, else the name the record has for it.
  private static String fieldName(String field, Page page) {
    return page.has("field." + field)
        ? page.t("field." + field)
        : field.substring(field.indexOf('.') + 1);
  }

  /// Null unless the import waits for somebody to confirm it.
  @Nullable PreviewView of(ImportJob job, Page page) {
    ImportPreview preview = job.preview();
    boolean wanted = job.state() == ImportState.CHECKED;
    if (preview == null || !wanted) {
      return null;
    }
    long skipped = preview.skipped().values().stream().mapToLong(Long::longValue).sum();
    var counts =
        List.of(
            new Count(page.t("intake.preview.new"), page.number(preview.newRecords()), "", ""),
            new Count(page.t("intake.preview.changed"), page.number(preview.changed()), "", ""),
            new Count(page.t("intake.preview.unchanged"), page.number(preview.unchanged()), "", ""),
            ShowImport.count(
                page,
                "quarantined",
                preview.quarantinedRows(),
                preview.quarantinedRows() > 0 ? "warning" : "",
                ""),
            ShowImport.count(page, "not-recognised", preview.notRecognised(), "", ""),
            ShowImport.count(page, "skipped", skipped, "", ""),
            ShowImport.count(page, "no-longer-published", preview.noLongerPublished(), "", ""));
    return new PreviewView(
        counts,
        preview.changes().stream()
            .map(change ->
                new ChangeLine(
                    page.number(change.row()),
                    fieldName(change.field(), page),
                    page.figures(change.before()),
                    page.figures(change.after())))
            .toList(),
        fields(preview.changedFields(), page),
        preview.findings().stream()
            .map(wrong ->
                new WrongLine(
                    page.number(wrong.row()), words.finding(wrong.finding(), page.locale())))
            .toList(),
        unrecognised(preview.texts(), page),
        nothing(preview, skipped, page));
  }

  /// Why nothing would change; empty when something would.
  private static String nothing(ImportPreview preview, long skipped, Page page) {
    if (preview.newRecords() > 0 || preview.changed() > 0 || preview.quarantinedRows() > 0) {
      return "";
    }
    return page.t(
        preview.unchanged() == 0 && skipped == 0
            ? "intake.preview.no-rows"
            : "intake.preview.nothing");
  }

  /// Texts that are kept as reported, for people to map.
  List<UnrecognisedLine> unrecognised(List<Text> texts, Page page) {
    return texts.stream()
        .map(one ->
            new UnrecognisedLine(
                one.column(),
                one.text(),
                words.of("intake.rule." + one.rule(), page.locale(), one.column(), one.text(), ""),
                page.number(one.rows()),
                one.firstRow() == 0 ? ImportViews.DASH : page.number(one.firstRow())))
        .toList();
  }
}
