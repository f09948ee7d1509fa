package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.intake.MappingViews.MappedLine;
import org.tripoint.node.intake.MappingViews.MappedPreview;
import org.tripoint.node.web.Page;

/// The first rows of a file, read through a mapping that is not saved yet.
@Component
class PreviewMapping {

  private final ImportWords words;

  PreviewMapping(ImportWords words) {
    this.words = words;
  }

  MappedPreview of(
      ImportMapping mapping, Format format, ImportJob job, List<List<String>> sample, Page page) {
    Recognition recognition =
        format
            .recognise(FindFormat.targetHeader(format), job.delivery().fileName())
            .orElseThrow(
                () -> new IllegalStateException("expected " + format.id() + " to read its own"));
    RowReader target = format.open(recognition, FindFormat.targetHeader(format));
    var reader = new MappedRows(target, mapping, format);
    List<Row> rows = rows(mapping, sample);
    var lines = new ArrayList<MappedLine>();
    int good = 0;
    for (int from = 0; from < rows.size(); ) {
      int to = endOfGroup(reader, rows, from);
      RowResult result = read(reader, rows.subList(from, to));
      for (Row row : rows.subList(from, to)) {
        boolean isGood = !(result instanceof RowResult.Refused);
        good += isGood ? 1 : 0;
        lines.add(line(row, reader.mapped(row), isGood, result, mapping, page));
      }
      from = to;
    }
    return new MappedPreview(
        page.t("intake.mapping.preview.good", good, rows.size()),
        mapping.bindings().stream().map(ImportMapping.Binding::to).toList(),
        lines);
  }

  private static List<Row> rows(ImportMapping mapping, List<List<String>> sample) {
    var columns = new FileRow.Columns(mapping.columns());
    var rows = new ArrayList<Row>();
    for (List<String> cells : sample) {
      rows.add(new FileRow(columns, rows.size() + 1L, cells, FileRow.Mends.NOTHING));
    }
    return rows;
  }

  private static int endOfGroup(RowReader reader, List<Row> rows, int from) {
    Optional<String> group = reader.groupOf(rows.get(from));
    int to = from + 1;
    while (group.isPresent() && to < rows.size() && reader.groupOf(rows.get(to)).equals(group)) {
      to++;
    }
    return to;
  }

  private static RowResult read(RowReader reader, List<Row> rows) {
    return reader.groupOf(rows.getFirst()).isPresent()
        ? reader.readGroup(rows)
        : reader.read(rows.getFirst());
  }

  private MappedLine line(
      Row row, Row mapped, boolean good, RowResult result, ImportMapping mapping, Page page) {
    String words =
        result instanceof RowResult.Refused refused
            ? this.words.findings(refused.hard(), page.locale())
            : page.t("intake.mapping.preview.ok");
    return new MappedLine(
        page.number(row.number()),
        good,
        words,
        mapping.bindings().stream().map(binding -> mapped.text(binding.to())).toList());
  }
}
