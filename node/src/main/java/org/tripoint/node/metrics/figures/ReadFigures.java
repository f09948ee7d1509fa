package org.tripoint.node.metrics.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Earlier;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer.Basis;

/// Gives a definition's values for a country, today's or a past day's, from cells.
@Component
public class ReadFigures {

  private static final YearMonth FIRST = ReadSourceCells.FIRST;
  private static final YearMonth LAST = ReadSourceCells.LAST;

  private final ReadCells cells;
  private final ReadLedger ledger;
  private final RunReaders readers;
  private final FilterOfSum filters;
  private final ReadSourceCells sources;
  private final KnownUntil knownUntil;
  private final EarlierMonths earlier;

  ReadFigures(
      ReadCells cells,
      ReadLedger ledger,
      RunReaders readers,
      FilterOfSum filters,
      ReadSourceCells sources,
      KnownUntil knownUntil,
      EarlierMonths earlier) {
    this.earlier = earlier;
    this.sources = sources;
    this.knownUntil = knownUntil;
    this.cells = cells;
    this.ledger = ledger;
    this.readers = readers;
    this.filters = filters;
  }

  /// Computes the figures of a definition for a country.
  ///
  /// @param wanted values of dimensions that are kept apart; others are ignored
  public Answer answer(
      MetricDefinition definition,
      CountrySource source,
      Map<String, String> wanted,
      Moment moment) {
    Map<String, String> chosen = new TreeMap<>(source.keptApart());
    chosen.replaceAll((dimension, usual) -> wanted.getOrDefault(dimension, usual));
    Instant heardOf = knownUntil.of(source, moment);
    MetricSeries series =
        new MetricSeries(
            source, read(source, chosen, Map.of(), moment), definition.usualLagDays(), heardOf);
    return new Answer(
        definition,
        source,
        chosen,
        choices(source, moment),
        series,
        parts(definition, source, chosen, moment, heardOf),
        basis(moment),
        emptied(source, chosen, moment));
  }

  private Map<String, MetricSeries> parts(
      MetricDefinition definition,
      CountrySource source,
      Map<String, String> chosen,
      Moment moment,
      Instant heardOf) {
    Map<String, MetricSeries> parts = new TreeMap<>();
    String dimension = source.parts();
    if (dimension != null) {
      for (CellSum sum : sums(source)) {
        for (String value :
            cells.breakdown(filters.of(sum, chosen, FIRST, LAST, moment), dimension).keySet()) {
          parts.computeIfAbsent(
              value,
              part ->
                  new MetricSeries(
                      source,
                      read(source, chosen, Map.of(dimension, part), moment),
                      definition.usualLagDays(),
                      heardOf));
        }
      }
    }
    return parts;
  }

  /// The source's own sum, and the earlier one where there is one.
  private static List<CellSum> sums(CountrySource source) {
    Earlier earlier = source.earlier();
    return earlier == null ? List.of(source.main()) : List.of(earlier.sum(), source.main());
  }

  private SourceCells read(
      CountrySource source, Map<String, String> chosen, Map<String, String> part, Moment moment) {
    Map<String, String> fixed = new HashMap<>(chosen);
    fixed.putAll(part);
    return sources.read(source, fixed, moment, AskCells.at(cells, moment));
  }

  /// The sum that a month's value is made of.
  CellSum sumOf(CountrySource source, YearMonth month, Moment moment) {
    return earlier.sumOf(source, month, moment);
  }

  /// The cube that a month's value is made from.
  public String cubeOf(CountrySource source, YearMonth month) {
    return sumOf(source, month, new Moment.Today()).cube();
  }

  private Map<String, List<String>> choices(CountrySource source, Moment moment) {
    Map<String, List<String>> choices = new TreeMap<>();
    for (Map.Entry<String, String> kept : source.keptApart().entrySet()) {
      Set<String> values = new TreeSet<>();
      values.add(kept.getValue());
      values.addAll(valuesOf(source.main(), source.coveredBy(), kept.getKey(), moment));
      if (source.earlier() != null) {
        Earlier before = source.earlier();
        values.addAll(valuesOf(before.sum(), before.coveredBy(), kept.getKey(), moment));
      }
      choices.put(kept.getKey(), List.copyOf(values));
    }
    return choices;
  }

  private Set<String> valuesOf(
      CellSum sum, Set<String> coveredBy, String dimension, Moment moment) {
    return cells
        .breakdown(filters.coverage(sum, coveredBy, FIRST, LAST, moment), dimension)
        .keySet();
  }

  private long emptied(CountrySource source, Map<String, String> chosen, Moment moment) {
    return sums(source).stream()
        .mapToLong(sum -> cells.emptiedFacts(filters.of(sum, chosen, FIRST, LAST, moment)))
        .sum();
  }

  private Basis basis(Moment moment) {
    long size = ledger.size();
    long behind =
        readers.listProgress().stream()
            .filter(p -> p.reader().equals("metrics.cells"))
            .mapToLong(p -> Math.max(0, size - p.position()))
            .max()
            .orElse(0);
    Optional<Checkpoint> checkpoint =
        switch (moment) {
          case Moment.Today today -> ledger.latestCheckpoint();
          case Moment.Past(AsOf.Published published) -> ledger.latestCheckpoint();
          case Moment.Past(AsOf.Received(var instant)) -> ledger.findCheckpointAt(instant);
          case Moment.Past(AsOf.LedgerSize(var asked)) -> ledger.findCheckpointCovering(asked);
        };
    long at =
        switch (moment) {
          case Moment.Today today -> size - behind;
          case Moment.Past(AsOf.Published published) -> size - behind;
          case Moment.Past(AsOf.Received received) -> checkpoint.map(Checkpoint::size).orElse(0L);
          case Moment.Past(AsOf.LedgerSize(var asked)) -> asked;
        };
    return new Basis(moment, checkpoint.orElse(null), at, behind);
  }
}
