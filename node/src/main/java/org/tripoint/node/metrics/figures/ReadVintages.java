package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Vintages.Vintage;

/// Gives a figure as it stood by what had been published by each of many days: the columns of its
/// reporting triangle.
///
/// Each sum is asked for once, for all days. The figures of a day are those that [ReadFigures]
/// gives for that day on the published clock; the last are those of the day asked for.
@Component
public class ReadVintages {

  private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

  private final ReadCells cells;
  private final FilterOfSum filters;
  private final ReadSourceCells sources;
  private final KnownUntil knownUntil;

  ReadVintages(
      ReadCells cells, FilterOfSum filters, ReadSourceCells sources, KnownUntil knownUntil) {
    this.cells = cells;
    this.filters = filters;
    this.sources = sources;
    this.knownUntil = knownUntil;
  }

  /// The figures on the last day of each step of a grid before the one in which the source was last
  /// heard of, and on the day asked for.
  ///
  /// @param steps how many steps back, at least 1
  public Vintages vintages(
      MetricDefinition definition,
      CountrySource source,
      Map<String, String> chosen,
      Moment moment,
      PublicationGrid grid,
      int steps) {
    List<Instant> days = days(source, moment, grid, steps);
    Map<Filter, List<NavigableMap<YearMonth, Map<String, BigDecimal>>>> asked = new HashMap<>();
    List<Vintage> vintages = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      int day = i;
      AskCells ofDay =
          filter ->
              asked
                  .computeIfAbsent(filter, f -> cells.seriesPublished(f, days, moment.findAsOf()))
                  .get(day);
      Instant heardOf =
          day == days.size() - 1
              ? knownUntil.of(source, moment)
              : knownUntil.of(source, new Moment.Past(new AsOf.Published(days.get(day))));
      vintages.add(
          new Vintage(
              days.get(day),
              heardOf,
              new MetricSeries(
                  source,
                  sources.read(source, chosen, moment, ofDay),
                  definition.usualLagDays(),
                  heardOf)));
    }
    return new Vintages(vintages);
  }

  /// All measures of a source's own sum by month on the same days, with one dimension set to a
  /// value of its own.
  public List<NavigableMap<YearMonth, Map<String, BigDecimal>>> measures(
      CountrySource source,
      Map<String, String> chosen,
      Moment moment,
      PublicationGrid grid,
      int steps) {
    CellSum main = source.main();
    Filter filter = filters.of(main, chosen, ReadSourceCells.FIRST, ReadSourceCells.LAST, moment);
    return cells.seriesPublished(filter, days(source, moment, grid, steps), moment.findAsOf());
  }

  /// The values that a dimension has where the source's own sum leaves it open.
  public Set<String> valuesOf(CountrySource source, String dimension, Moment moment) {
    CellSum main = source.main();
    Filter all = filters.of(main, Map.of(), ReadSourceCells.FIRST, ReadSourceCells.LAST, moment);
    Map<String, Set<String>> open = new HashMap<>(all.at());
    open.remove(dimension);
    return cells
        .breakdown(new Filter(all.cube(), all.from(), all.to(), open, all.givers()), dimension)
        .keySet();
  }

  private List<Instant> days(CountrySource source, Moment moment, PublicationGrid grid, int steps) {
    List<Instant> days = new ArrayList<>(grid.endsBefore(knownUntil.of(source, moment), steps));
    days.add(endOf(moment).orElse(ALWAYS));
    return days;
  }

  private static Optional<Instant> endOf(Moment moment) {
    return moment
        .findAsOf()
        .flatMap(asOf ->
            asOf instanceof AsOf.Published(var instant) ? Optional.of(instant) : Optional.empty());
  }
}
