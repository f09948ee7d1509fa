package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.SeizureCells;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.pages.ListView.AmountTable;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.BarChart;
import org.tripoint.node.web.charts.Chart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.SmallMultiples;
import org.tripoint.node.web.charts.Tone;
import org.tripoint.vocabulary.SubstanceId;

/// The answer above the list of published figures, of one source: sources overlap and are never
/// added.
record FigureAnswer(
    Names names, SeizureCells cells, Asked asked, SeizureFilter filter, NewestReleases releases) {

  private static final int MOST_DRUGS = 6;
  private static final int MOST_LINES = 2;
  private static final int MOST_BARS = 20;

  private Page page() {
    return names.page();
  }

  /// Kilograms and events by drug heading.
  ///
  /// @param title what stands in its rows
  List<AmountTable> tables(String title) {
    List<List<String>> rows = new ArrayList<>();
    byKilograms(cells.figuresBy(filter, Field.SUBSTANCE))
        .forEach(entry ->
            rows.add(
                List.of(
                    names.substance(entry.getKey()),
                    cell(entry.getValue(), "kilograms"),
                    cell(entry.getValue(), "events"))));
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new AmountTable(
                title,
                List.of(
                    page().t("seizures.column.drug"),
                    page().t("seizures.column.kilograms"),
                    page().t("seizures.column.events")),
                rows));
  }

  private String cell(Map<String, BigDecimal> amounts, String measure) {
    return names.amount(amounts.getOrDefault(measure, BigDecimal.ZERO));
  }

  private static List<Map.Entry<String, Map<String, BigDecimal>>> byKilograms(
      Map<String, Map<String, BigDecimal>> amounts) {
    Comparator<Map.Entry<String, Map<String, BigDecimal>>> kilograms =
        Comparator.comparing(e -> e.getValue().getOrDefault("kilograms", BigDecimal.ZERO));
    return amounts.entrySet().stream().sorted(kilograms.reversed()).toList();
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    series().ifPresent(charts::add);
    areas().ifPresent(charts::add);
    return charts;
  }

  private Optional<Chart> series() {
    List<Series> series = new ArrayList<>();
    MonthPoints coming =
        MonthPoints.ofSources(releases, filter.at().getOrDefault(Field.SOURCE, Set.of()));
    for (var entry : byKilograms(cells.figuresBy(filter, Field.SUBSTANCE))) {
      if (series.size() == MOST_DRUGS) {
        break;
      }
      Map<Field, Set<String>> at = new EnumMap<>(Field.class);
      at.putAll(filter.at());
      at.put(Field.SUBSTANCE, Set.of(entry.getKey()));
      NavigableMap<YearMonth, Map<String, BigDecimal>> months =
          cells.figureSeries(new SeizureFilter(at, filter.from(), filter.to()));
      series.add(
          new Series(
              names.substance(entry.getKey()),
              EventAnswer.toneOf(Tone.ofThing(familyOf(entry.getKey())), series),
              coming.of(months, "kilograms", true)));
    }
    return series.isEmpty() ? Optional.empty() : Optional.of(lines(series));
  }

  /// One chart for a pair of drugs; more of them in charts of their own, as one drug weighs
  /// thousands of times what another does.
  private Chart lines(List<Series> series) {
    if (series.size() <= MOST_LINES) {
      return monthly(page().t("seizures.figures.chart"), series);
    }
    return new SmallMultiples(
        page().t("seizures.figures.chart.own"),
        page().t("seizures.figures.chart.each"),
        series.stream().map(one -> monthly(one.name(), List.of(one))).toList(),
        SmallMultiples.Axes.OWN);
  }

  private LineChart monthly(String title, List<Series> series) {
    return LineChart.monthly(title, page().t("seizures.unit.kg", 2), series).withDecimals(1);
  }

  private String familyOf(String key) {
    return names
        .substances()
        .findFamily(SubstanceId.parse(key))
        .map(family -> family.code())
        .orElse("");
  }

  private Optional<Chart> areas() {
    Map<String, Map<String, BigDecimal>> byArea =
        new LinkedHashMap<>(cells.figuresBy(filter, Field.AREA));
    List<BarChart.Bar> bars =
        byKilograms(byArea).stream()
            .limit(MOST_BARS)
            .map(entry ->
                new BarChart.Bar(
                    names.area(entry.getKey()),
                    Tone.BLUE,
                    entry.getValue().getOrDefault("kilograms", BigDecimal.ZERO),
                    PointState.REPORTED,
                    asked.with(Field.AREA, entry.getKey()).address()))
            .toList();
    return bars.size() < 2
        ? Optional.empty()
        : Optional.of(
            new BarChart(
                page().t("seizures.figures.areas", MOST_BARS),
                page().t("seizures.figures.areas.note"),
                page().t("seizures.unit.kg", 2),
                page().t("seizures.field.area"),
                bars,
                1));
  }
}
