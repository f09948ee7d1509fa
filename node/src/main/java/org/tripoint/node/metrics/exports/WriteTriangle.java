package org.tripoint.node.metrics.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripoint.node.metrics.definitions.Texts;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.recent.FigureTriangle;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;
import org.tripoint.node.web.CsvLine;
import org.tripoint.vocabulary.Decimals;

/// Writes a reporting triangle: one row for each period and each day on which some figure was
/// another than before. Pure.
///
/// @param answer whose triangle it is
public record WriteTriangle(Answer answer, FigureTriangle triangle) {

  /// After it stands what is known, whenever it was published.
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

  static final List<String> COLUMNS =
      List.of(
          "metric",
          "definition_version",
          "country",
          "period_months",
          "period_first",
          "period_last",
          "kept_apart",
          "shown_until",
          "heard_of",
          "age_months",
          "settled",
          "value",
          "unit",
          "as_of_clock",
          "as_of",
          "ledger_size",
          "checkpoint_root");

  /// The day at whose end a column was shown; empty for the last one of a triangle as of today.
  public static Optional<LocalDate> day(FigureTriangle triangle, Column column, Moment moment) {
    boolean isToday = column.equals(triangle.last()) && moment instanceof Moment.Today;
    Instant until = column.until();
    return isToday || until.isAfter(FAR)
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(until, ZoneOffset.UTC));
  }

  public String csv() {
    StringBuilder text = new StringBuilder(CsvLine.exact(COLUMNS));
    for (Column column : triangle.columns()) {
      column
          .values()
          .forEach((period, value) -> text.append(CsvLine.exact(cells(column, period, value))));
    }
    return text.toString();
  }

  private List<Object> cells(Column column, YearMonth period, BigDecimal value) {
    return List.of(
        answer.definition().id(),
        answer.definition().version(),
        answer.source().country().code(),
        months(),
        period.minusMonths(months() - 1L),
        period,
        apart(),
        shownUntil(column),
        column.month(),
        column.age(period),
        column.isSettled(period),
        Decimals.plain(value),
        answer.definition().unit(),
        answer.basis().moment().clock(),
        answer.basis().moment().at(),
        answer.basis().size(),
        answer.basis().root().orElse(""));
  }

  /// The same as JSON values: what it is once, then its columns; figures are texts in plain
  /// decimals, never rounded.
  public Map<String, Object> json(Locale locale) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("metric", answer.definition().id());
    root.put("definition_version", answer.definition().version());
    root.put("unit", answer.definition().unit());
    root.put("country", answer.source().country().code());
    root.put("period_months", months());
    root.put("kept_apart", apart());
    root.put("as_of_clock", answer.basis().moment().clock());
    root.put("as_of", answer.basis().moment().at());
    root.put("ledger_size", answer.basis().size());
    root.put("checkpoint_root", answer.basis().root().orElse(""));
    root.put(
        "caveats", answer.definition().caveats().stream().map((Texts t) -> t.in(locale)).toList());
    root.put("columns", triangle.columns().stream().map(this::json).toList());
    return root;
  }

  private Map<String, Object> json(Column column) {
    List<Map<String, Object>> values = new ArrayList<>();
    column
        .values()
        .forEach((period, value) ->
            values.add(
                Map.of(
                    "period_last", period.toString(),
                    "age_months", column.age(period),
                    "settled", column.isSettled(period),
                    "value", Decimals.plain(value))));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("shown_until", shownUntil(column));
    item.put("heard_of", column.month().toString());
    item.put("values", values);
    return item;
  }

  private String shownUntil(Column column) {
    return day(triangle, column, answer.basis().moment()).map(LocalDate::toString).orElse("");
  }

  private int months() {
    return answer.series().monthsOfValue();
  }

  private String apart() {
    return KeptApart.of(answer, FigureState.REPORTED);
  }
}
