package org.tripoint.node.detectors.series;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.series.CountedFacts.Fact;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// Keeps the series from the ledger by the additive rule of [RecordChange]: at the version's
/// publication what it says counts instead of what stood there, and from that of the next known
/// version on it does not. What a partner does not let others make figures of lies beside the
/// series.
@Component
class SeriesReader implements LedgerReader {

  static final String NAME = "detectors.series";

  private final Watches watches;
  private final CountedFacts facts;
  private final SeriesTables tables;

  SeriesReader(Watches watches, CountedFacts facts, SeriesTables tables) {
    this.watches = watches;
    this.facts = facts;
    this.tables = tables;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// The watches' kinds; a node without watches names a kind that no record has, since none would
  /// mean all.
  @Override
  public Set<String> kinds() {
    Set<String> kinds =
        watches.list().stream()
            .flatMap(watch -> watch.kinds().stream())
            .collect(Collectors.toUnmodifiableSet());
    return kinds.isEmpty() ? Set.of("no-watch") : kinds;
  }

  @Override
  public void apply(List<RecordChange> changes) {
    SeriesBatch batch = new SeriesBatch();
    IdentityHashMap<RecordVersion, List<Fact>> read = new IdentityHashMap<>();
    for (RecordChange change : changes) {
      List<Fact> now = read.computeIfAbsent(change.version(), facts::of);
      List<Fact> before =
          change.previous().map(one -> read.computeIfAbsent(one, facts::of)).orElse(List.of());
      Instant published = change.version().header().published();
      batch.add(change.version().header(), published, now, before);
      Instant until = change.supersededAt();
      if (until != null) {
        batch.add(change.version().header(), until, before, now);
      }
    }
    tables.write(batch);
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    List<Fact> carried = facts.of(change.version());
    return carried.isEmpty() ? Optional.empty() : Optional.of(facts.write(carried));
  }

  /// Counts stay as they are: they rest on what was carried.
  @Override
  public void emptied(RecordVersion version) {}

  @Override
  public void clear() {
    tables.clear();
  }

  @Override
  public String layout() {
    return watches.list().stream()
        .map(watch ->
            "%s %s %s %s"
                .formatted(
                    watch.name(),
                    watch.kinds().stream().sorted().toList(),
                    watch.step(),
                    watch.dimensions()))
        .collect(Collectors.joining("; ", "3 ", ""));
  }
}
