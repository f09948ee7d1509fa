package org.tripoint.node.detectors.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tripoint.node.detectors.Watch.Counted;
import org.tripoint.node.detectors.series.CountedFacts.Fact;
import org.tripoint.node.ledger.VersionHeader;

/// What a run of changes does to the tables, added up in memory so that each row is written once.
final class SeriesBatch {

  /// A series by its watch and values.
  record SeriesKey(String watch, List<String> at) {}

  /// Where a change of a count stands.
  record DeltaKey(SeriesKey series, LocalDate period, Instant published, long sequence) {}

  /// A day on which a country was heard of.
  record Heard(String watch, String country, LocalDate day) {}

  private final Map<DeltaKey, Tally> deltas = new LinkedHashMap<>();
  private final Map<Long, UUID> records = new LinkedHashMap<>();
  private final Set<Heard> heard = new LinkedHashSet<>();
  private final Map<String, Long> moved = new LinkedHashMap<>();

  /// One version's facts instead of others', from an instant on.
  void add(VersionHeader header, Instant published, List<Fact> now, List<Fact> before) {
    now.forEach(fact -> add(header, published, fact, 1));
    before.forEach(fact -> add(header, published, fact, -1));
  }

  private void add(VersionHeader header, Instant published, Fact fact, int sign) {
    Counted counted = fact.counted();
    String watch = fact.keptUnder();
    DeltaKey key =
        new DeltaKey(
            new SeriesKey(watch, counted.at()),
            Periods.startOf(fact.watch().step(), counted.day()),
            published,
            header.sequence());
    Tally change = new Tally(sign * counted.reports(), sign * counted.lookedFor());
    deltas.merge(key, change, Tally::plus);
    records.put(header.sequence(), header.record().value());
    moved.merge(watch, header.sequence(), Math::max);
    heard.add(new Heard(watch, counted.at().getFirst(), Periods.dayOf(header.published())));
  }

  /// Changes that are none are left out.
  Map<DeltaKey, Tally> deltas() {
    deltas.values().removeIf(Tally::isNone);
    return deltas;
  }

  UUID recordOf(long sequence) {
    UUID record = records.get(sequence);
    if (record == null) {
      throw new IllegalStateException("expected the record of version " + sequence);
    }
    return record;
  }

  /// The last version that said something of each watch.
  Map<String, Long> moved() {
    return moved;
  }

  Set<Heard> heard() {
    return heard;
  }
}
