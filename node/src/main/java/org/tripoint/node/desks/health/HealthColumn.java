package org.tripoint.node.desks.health;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;

/// A column of the table of observations: what it is sorted by, shows and exports.
enum HealthColumn {
  PERIOD("last_day", "date '0001-01-01'", false, true),
  INDICATOR("indicator", "''", false, true),
  STATE("state", "''", false, true),
  REPORTED("value", "0", true, true),
  PREDICTED("predicted", "0", true, true),
  COMPLETE("percent_complete", "0", true, true),
  PENDING("percent_pending", "0", true, true),
  FOOTNOTE("footnote", "''", false, true),
  SOURCE("source", "''", false, false),
  PUBLISHED("published", "timestamptz '0001-01-01 00:00:00Z'", false, false);

  private final String sql;
  private final String otherwise;
  private final boolean number;
  private final boolean usual;

  HealthColumn(String sql, String otherwise, boolean number, boolean usual) {
    this.sql = sql;
    this.otherwise = otherwise;
    this.number = number;
    this.usual = usual;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String labelKey() {
    return "health.fact." + id();
  }

  boolean isNumber() {
    return number;
  }

  /// The column in SQL.
  String sql() {
    return sql;
  }

  /// The column in SQL with a value where it is null.
  String sqlNeverNull() {
    return "coalesce(" + sql + ", " + otherwise + ")";
  }

  /// Those asked for, in the table's order; the usual ones when none is.
  static List<HealthColumn> asked(List<String> ids) {
    List<HealthColumn> chosen =
        Arrays.stream(values()).filter(column -> ids.contains(column.id())).toList();
    return chosen.isEmpty()
        ? Arrays.stream(values()).filter(column -> column.usual).toList()
        : chosen;
  }

  /// What a person reads.
  String text(HealthCell cell, HealthWords words) {
    Where where = HealthCharts.require(cell.where());
    Said said = HealthCharts.require(cell.said());
    return switch (this) {
      case PERIOD -> words.period(where.series().period(), where.first(), where.last());
      case INDICATOR -> words.indicator(where.series());
      case STATE -> words.state(said.state());
      case REPORTED -> said.value() == null ? "" : words.number(said.value());
      case PREDICTED -> said.predicted() == null ? "" : words.number(said.predicted());
      case COMPLETE -> words.completeness(said.completeness());
      case PENDING -> words.pending(said.completeness());
      case FOOTNOTE -> said.footnote();
      case SOURCE -> cell.source();
      case PUBLISHED -> words.page().instant(cell.published());
    };
  }

  /// The column's names in a file.
  List<String> fileHeads() {
    return switch (this) {
      case PERIOD -> List.of("period_kind", "period_start", "period_end");
      case INDICATOR -> List.of("indicator", "indicator_text");
      case STATE -> List.of("state");
      case REPORTED -> List.of("value");
      case PREDICTED -> List.of("predicted");
      case COMPLETE -> List.of("percent_complete");
      case PENDING -> List.of("percent_pending");
      case FOOTNOTE -> List.of("footnote");
      case SOURCE -> List.of("source");
      case PUBLISHED -> List.of("published");
    };
  }

  /// The values under [#fileHeads()], exact.
  List<@Nullable Object> fileValues(HealthCell cell) {
    Where where = HealthCharts.require(cell.where());
    Said said = HealthCharts.require(cell.said());
    return switch (this) {
      case PERIOD -> Arrays.asList(where.series().period().name(), where.first(), where.last());
      case INDICATOR -> Arrays.asList(where.series().indicator(), where.series().indicatorText());
      case STATE -> Arrays.asList(said.state().name());
      case REPORTED -> Arrays.asList((Object) said.value());
      case PREDICTED -> Arrays.asList((Object) said.predicted());
      case COMPLETE -> Arrays.asList((Object) said.completeness().percent());
      case PENDING -> Arrays.asList((Object) said.completeness().pending());
      case FOOTNOTE -> Arrays.asList(said.footnote());
      case SOURCE -> Arrays.asList(cell.source());
      case PUBLISHED -> Arrays.asList(cell.published().toString());
    };
  }
}
