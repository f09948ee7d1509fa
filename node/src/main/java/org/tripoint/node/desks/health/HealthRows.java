package org.tripoint.node.desks.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.HealthQueries.Wanted;
import org.tripoint.node.desks.health.HealthTable.From;
import org.tripoint.node.desks.health.HealthTable.Slice;
import org.tripoint.node.desks.health.HealthTable.Sort;

/// The table of observations in words, and as the file that holds all of what it shows.
@Component
class HealthRows {

  private static final int ROWS = 50;

  /// More rows than a sheet has are refused by the sheet's own format.
  private static final int MOST_IN_FILE = 1_000_000;

  private final HealthTable table;

  HealthRows(HealthTable table) {
    this.table = table;
  }

  HealthView.Table page(Wanted wanted, HealthAddress address, HealthWords words) {
    List<HealthColumn> columns = HealthColumn.asked(address.columns());
    Slice slice = table.page(wanted, address.sort(), address.from(), ROWS);
    List<HealthCell> rows = slice.rows();
    return new HealthView.Table(
        columns.stream().map(column -> head(column, address, words)).toList(),
        rows.stream().map(cell -> row(cell, columns, words)).toList(),
        Arrays.stream(HealthColumn.values())
            .map(column ->
                new HealthView.Choice(
                    column.id(), words.page().t(column.labelKey()), columns.contains(column)))
            .toList(),
        address.kept().stream().map(p -> new HealthView.Fact(p.name(), p.value())).toList(),
        words.page().t("health.table.total", table.count(wanted)),
        slice.newer()
            ? address.starting(new From.Before(rows.getFirst().sequence())).text() + "#table"
            : "",
        slice.older()
            ? address.starting(new From.After(rows.getLast().sequence())).text() + "#table"
            : "",
        address.starting(new From.Start()).text());
  }

  private static HealthView.Head head(
      HealthColumn column, HealthAddress address, HealthWords words) {
    Sort sort = address.sort();
    boolean by = sort.by() == column;
    boolean descending = by ? !sort.descending() : column.isNumber();
    return new HealthView.Head(
        words.page().t(column.labelKey()),
        column.isNumber(),
        by ? sort.descending() ? "descending" : "ascending" : "none",
        address.sorted(new Sort(column, descending)).text() + "#table");
  }

  private static HealthView.Row row(
      HealthCell cell, List<HealthColumn> columns, HealthWords words) {
    String tag = HealthWords.tag(HealthCharts.require(cell.said()).state());
    return new HealthView.Row(
        "/health/observations/" + cell.record(),
        columns.stream()
            .map(column ->
                new HealthView.Cell(
                    column.text(cell, words),
                    column == HealthColumn.STATE ? tag : "",
                    column.isNumber()))
            .toList());
  }

  /// The rows under the filter in the table's order, with the columns shown and what the filter
  /// says of all of them.
  TableExport file(Wanted wanted, HealthAddress address, HealthWords words) {
    List<HealthColumn> columns = HealthColumn.asked(address.columns());
    List<String> heads = new ArrayList<>(List.of("country", "jurisdiction", "measure", "strata"));
    columns.forEach(column -> heads.addAll(column.fileHeads()));
    heads.add("record");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (HealthCell cell : table.list(wanted, address.sort(), MOST_IN_FILE)) {
      rows.add(values(cell, columns, words));
    }
    return new TableExport("health", heads, rows);
  }

  private static List<@Nullable Object> values(
      HealthCell cell, List<HealthColumn> columns, HealthWords words) {
    Where where = HealthCharts.require(cell.where());
    List<@Nullable Object> values = new ArrayList<>();
    values.add(where.series().area().country());
    values.add(words.place(where.series().area()));
    values.add(where.series().measure().name());
    values.add(where.series().strata());
    columns.forEach(column -> values.addAll(column.fileValues(cell)));
    values.add(cell.record().toString());
    return values;
  }
}
