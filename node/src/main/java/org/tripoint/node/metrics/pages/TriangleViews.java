package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.exports.WriteTriangle;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.pages.TriangleView.Cell;
import org.tripoint.node.metrics.pages.TriangleView.Line;
import org.tripoint.node.metrics.recent.FigureTriangle;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Puts a reporting triangle into words: its newest columns and periods, since all of them are in
/// its files.
record TriangleViews(MetricWords words, MetricDefinition definition, Question question) {

  private static final int DAYS_SHOWN = 13;
  private static final int PERIODS_SHOWN = 36;

  /// @param asked the version and the day as they were asked for
  TriangleView view(Answer answer, FigureTriangle triangle, Map<String, String> asked) {
    String version = asked.getOrDefault("version", "");
    Page page = words.page();
    List<Column> columns = last(triangle.columns(), DAYS_SHOWN);
    NavigableSet<YearMonth> periods = new TreeSet<>();
    columns.forEach(column -> periods.addAll(column.values().keySet()));
    Map<String, String> more = new LinkedHashMap<>();
    if (!version.isEmpty()) {
      more.put("version", version);
    }
    return new TriangleView(
        definition.title().in(page.locale()),
        subtitle(answer),
        definition.id(),
        question.address(definition.id(), "", more) + "#recent",
        question.address(definition.id(), "/triangle", more),
        kept(version),
        definition.sources().stream()
            .map(CountrySource::country)
            .map(c -> new Option(c.code(), words.country(c)))
            .toList(),
        question.source().country().code(),
        asked.getOrDefault("at", ""),
        columns.stream().map(column -> day(triangle, column)).toList(),
        periods.descendingSet().stream()
            .limit(PERIODS_SHOWN)
            .map(period -> line(answer, period, triangle, columns))
            .toList(),
        columns.size() < triangle.columns().size() || periods.size() > PERIODS_SHOWN
            ? page.t("metrics.triangle.cut", PERIODS_SHOWN, DAYS_SHOWN)
            : "",
        words.charted(answer));
  }

  private String subtitle(Answer answer) {
    StringBuilder text = new StringBuilder(words.country(answer.source().country()));
    answer
        .chosen()
        .forEach((dimension, value) -> text.append(" · ").append(words.value(dimension, value)));
    text.append(" · ").append(words.unit(definition));
    if (question.source().givers() instanceof Givers.Partner(var partner)) {
      text.append(" · ").append(words.page().t("metrics.from.short", partner));
    }
    return text.toString();
  }

  /// What stays as it is when another country or day is asked for.
  private List<Option> kept(String version) {
    List<Option> kept = new ArrayList<>();
    question.apart().forEach((dimension, value) -> kept.add(new Option(dimension, value)));
    if (question.source().givers() instanceof Givers.Partner(var partner)) {
      kept.add(new Option("from", partner));
    }
    if (!version.isEmpty()) {
      kept.add(new Option("version", version));
    }
    if (!question.moment().clock().isEmpty()) {
      kept.add(new Option("clock", question.moment().clock()));
    }
    return kept;
  }

  private String day(FigureTriangle triangle, Column column) {
    Page page = words.page();
    return WriteTriangle.day(triangle, column, question.moment())
        .map(page::day)
        .orElse(page.t("metrics.triangle.now"));
  }

  private Line line(
      Answer answer, YearMonth period, FigureTriangle triangle, List<Column> columns) {
    List<Cell> cells = new ArrayList<>();
    @Nullable BigDecimal before = before(period, triangle, columns.getFirst());
    for (Column column : columns) {
      BigDecimal value = column.values().get(period);
      boolean isNew = value != null && (before == null || value.compareTo(before) != 0);
      cells.add(
          new Cell(
              value == null ? "–" : words.page().number(value, definition.decimals()),
              isNew,
              column.isSettled(period)));
      before = value;
    }
    return new Line(words.published(period, answer.series().monthsOfValue()), cells);
  }

  /// What was shown just before the first column on the page.
  private static @Nullable BigDecimal before(
      YearMonth period, FigureTriangle triangle, Column first) {
    int at = triangle.columns().indexOf(first);
    return at == 0 ? null : triangle.columns().get(at - 1).values().get(period);
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
