package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Column;
import org.tripoint.node.intake.Format.ColumnType;
import org.tripoint.node.intake.MappingViews.BindingLine;
import org.tripoint.node.intake.MappingViews.Editor;
import org.tripoint.node.intake.MappingViews.MappedPreview;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Makes the editor of a mapping.
@Component
class MappingEditor {

  private final FindFormat formats;
  private final SuggestMapping suggest;
  private final PreviewMapping preview;

  MappingEditor(FindFormat formats, SuggestMapping suggest, PreviewMapping preview) {
    this.formats = formats;
    this.suggest = suggest;
    this.preview = preview;
  }

  /// The format a person chose, or the one that fits best.
  Format target(String chosen, List<String> columns) {
    List<Format> targets = formats.listTargets();
    return targets.stream()
        .filter(format -> format.id().equals(chosen))
        .findFirst()
        .orElseGet(() -> suggest.bestTarget(targets, columns));
  }

  Editor suggested(
      ImportJob job, Format target, List<String> columns, List<List<String>> sample, Page page) {
    var fields = new HashMap<>(suggest.fields(target, columns, sample));
    fields.put("name", job.delivery().fileName().replaceAll("\\.[A-Za-z.]+$", ""));
    String source = job.delivery().source();
    fields.put("source", source == null ? "" : source);
    return filled(job, target, columns, fields, sample, page);
  }

  Editor filled(
      ImportJob job,
      Format target,
      List<String> columns,
      Map<String, String> fields,
      List<List<String>> sample,
      Page page) {
    var bindings = new ArrayList<BindingLine>();
    List<Column> targets = target.mappableColumns();
    for (int i = 0; i < targets.size(); i++) {
      bindings.add(binding(i, target, targets.get(i), columns, fields, page));
    }
    return new Editor(
        job.id(),
        job.delivery().fileName(),
        fields.getOrDefault("name", ""),
        fields.getOrDefault("source", ""),
        fields.containsKey("complete"),
        target.id(),
        formats.listTargets().stream()
            .map(format ->
                new Option(format.id(), label(page, "format." + format.id(), format.id())))
            .toList(),
        bindings,
        columns,
        sample.subList(0, Math.min(3, sample.size())));
  }

  private static BindingLine binding(
      int at,
      Format format,
      Column column,
      List<String> columns,
      Map<String, String> fields,
      Page page) {
    var options = new ArrayList<Option>();
    options.add(new Option("", page.t("intake.mapping.none")));
    columns.forEach(name -> options.add(new Option(name, name)));
    return new BindingLine(
        at,
        column.name(),
        label(page, "format." + format.id() + "." + column.name(), column.name()),
        column.required(),
        options,
        fields.getOrDefault("from." + at, ""),
        fields.getOrDefault("constant." + at, ""),
        hows(column.type(), page),
        fields.getOrDefault("how." + at, ""),
        String.join(", ", column.codes()),
        column.type() == ColumnType.CODE
            || !fields.getOrDefault("translations." + at, "").isEmpty(),
        fields.getOrDefault("translations." + at, ""));
  }

  private static List<Option> hows(ColumnType type, Page page) {
    return switch (type) {
      case TEXT, CODE -> List.of();
      case NUMBER ->
          List.of(
              new Option("", page.t("intake.mapping.as-is")),
              new Option("number:POINT", page.t("intake.mapping.numbers.point")),
              new Option("number:COMMA", page.t("intake.mapping.numbers.comma")));
      case DATE -> {
        var options = new ArrayList<Option>();
        options.add(new Option("", page.t("intake.mapping.as-is")));
        DateStyle.OFFERED.forEach(pattern -> options.add(new Option("date:" + pattern, pattern)));
        yield options;
      }
    };
  }

  private static String label(Page page, String key, String otherwise) {
    return page.has(key) ? page.t(key) : otherwise;
  }

  MappedPreview preview(
      ImportMapping mapping, Format target, ImportJob job, List<List<String>> sample, Page page) {
    return preview.of(mapping, target, job, sample, page);
  }
}
