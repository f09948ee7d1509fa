package org.tripoint.node.metrics.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.ListChanges;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;

/// Compares every metric's published values as this node held them at an instant with today's.
///
/// The answer for one instant is kept until a reader moves on: a person's last visit stays the same
/// for as long as the person is here.
@Component
class ChangesSince implements ListChanges {

  private static final int RESTATED_SHOWN = 5;
  private static final int VERSIONS_LOOKED_AT = 1_000;
  private static final int INSTANTS_KEPT = 100;

  private final DefinitionStore definitions;
  private final ReadFigures figures;
  private final GivenHere given;
  private final ReadCells cells;
  private final FilterOfSum filters;
  private final ReadLedger ledger;
  private final RunReaders readers;
  private volatile @Nullable Kept kept;

  ChangesSince(
      DefinitionStore definitions,
      ReadFigures figures,
      GivenHere given,
      ReadCells cells,
      FilterOfSum filters,
      ReadLedger ledger,
      RunReaders readers) {
    this.definitions = definitions;
    this.figures = figures;
    this.given = given;
    this.cells = cells;
    this.filters = filters;
    this.ledger = ledger;
    this.readers = readers;
  }

  private record Asked(Instant since, Locale locale) {}

  private record Kept(Object standing, Map<Asked, List<Change>> answers) {}

  @Override
  public List<Change> listChanges(Instant since, Locale locale) {
    Object standing = readers.listProgress();
    Kept known = kept;
    if (known == null
        || !known.standing().equals(standing)
        || known.answers().size() > INSTANTS_KEPT) {
      known = new Kept(standing, new ConcurrentHashMap<>());
      kept = known;
    }
    return known
        .answers()
        .computeIfAbsent(new Asked(since, locale), asked -> compute(since, locale));
  }

  private List<Change> compute(Instant since, Locale locale) {
    long then = ledger.findCheckpointAt(since).map(Checkpoint::size).orElse(0L);
    List<Change> changes = new ArrayList<>();
    for (Read read : definitions.listNewest()) {
      if (read instanceof Read.Usable(var held, var definition)) {
        for (CountrySource source : definition.sources()) {
          change(definition, given.usual(source), new Since(since, then), locale)
              .ifPresent(changes::add);
        }
      }
    }
    return List.copyOf(changes);
  }

  /// @param size of the ledger at the instant
  private record Since(Instant instant, long size) {
    Moment moment() {
      return new Moment.Past(new AsOf.LedgerSize(size));
    }
  }

  private Optional<Change> change(
      MetricDefinition definition, CountrySource source, Since since, Locale locale) {
    Answer today = figures.answer(definition, source, Map.of(), new Moment.Today());
    Map<YearMonth, FigurePoint> before = new TreeMap<>();
    if (since.size() > 0) {
      figures
          .answer(definition, source, Map.of(), since.moment())
          .series()
          .published()
          .forEach(point -> before.put(point.month(), point));
    }
    List<FigurePoint> added = new ArrayList<>();
    List<FigurePoint> changed = new ArrayList<>();
    for (FigurePoint after : latestFirst(today, before)) {
      FigurePoint old = before.get(after.month());
      if (old == null || old.value() == null) {
        if (after.value() != null) {
          added.add(after);
        }
      } else if (after.value() == null || old.value().compareTo(after.value()) != 0) {
        changed.add(after);
      }
    }
    if (added.isEmpty() && changed.isEmpty()) {
      return Optional.empty();
    }
    List<Restated> restated = new ArrayList<>();
    for (FigurePoint after : changed.subList(0, Math.min(RESTATED_SHOWN, changed.size()))) {
      FigurePoint old = before.get(after.month());
      if (old != null) {
        restated.add(new Restated(value(old), value(after), release(today, after.month(), since)));
      }
    }
    return Optional.of(
        new Change(
            definition.id(),
            definition.title().in(locale),
            source.country().code(),
            List.copyOf(today.chosen().values()),
            "metrics.unit." + definition.unit(),
            definition.decimals(),
            source.months(),
            added.size(),
            added.isEmpty() ? null : value(added.getFirst()),
            changed.size(),
            restated,
            link(definition, source, since)));
  }

  /// Every month of today's series, and those before it or after it that had a value then.
  private static Collection<FigurePoint> latestFirst(
      Answer today, Map<YearMonth, FigurePoint> before) {
    NavigableMap<YearMonth, FigurePoint> points = new TreeMap<>();
    before
        .keySet()
        .forEach(month -> points.put(month, FigurePoint.without(month, FigureState.NOT_PUBLISHED)));
    today.series().published().forEach(point -> points.put(point.month(), point));
    return points.descendingMap().values();
  }

  private static String link(MetricDefinition definition, CountrySource source, Since since) {
    return "/metrics/"
        + definition.id()
        + "?country="
        + source.country().code()
        + (since.size() == 0 ? "" : "&clock=ledger&at=" + since.size());
  }

  private static Value value(FigurePoint point) {
    return new Value(point.month(), point.value(), point.state().messageKey());
  }

  /// The release of the last version that changed the month's sum since then.
  private Optional<RecordVersion> release(Answer today, YearMonth month, Since since) {
    ReadCells.Filter filter =
        filters.of(
            figures.sumOf(today.source(), month, new Moment.Today()),
            today.chosen(),
            month,
            month,
            new Moment.Today());
    List<Long> versions = cells.listVersions(filter, since.size() - 1, VERSIONS_LOOKED_AT);
    return versions.isEmpty()
        ? Optional.empty()
        : ledger
            .findVersion(versions.getLast())
            .flatMap(version -> Optional.ofNullable(version.header().release()))
            .flatMap(ledger::findCurrent);
  }
}
