package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up sightings by what they say, by the additive rule of [RecordChange], in memory.
final class SumReader implements LedgerReader {
  private final String name;
  private final String source;
  private final Map<String, TreeMap<Instant, Map<String, Integer>>> deltas = new HashMap<>();

  SumReader(String name, String source) {
    this.name = name;
    this.source = source;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Sighting.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (!change.version().header().source().equals(source)) {
        continue;
      }
      String key = change.version().key().orElseThrow();
      Instant published = change.version().header().published();
      add(key, published, change.version(), 1);
      add(key, published, change.before(), -1);
      Instant until = change.supersededAt();
      if (until != null) {
        add(key, until, change.version(), -1);
        add(key, until, change.before(), 1);
      }
    }
  }

  private void add(String key, Instant at, @Nullable RecordVersion version, int sign) {
    if (version != null) {
      version
          .content(Sighting.KIND)
          .ifPresent(content ->
              deltas
                  .computeIfAbsent(key, k -> new TreeMap<>())
                  .computeIfAbsent(at, k -> new HashMap<>())
                  .merge(content.what(), sign, Integer::sum));
    }
  }

  /// What the record says at the instant, as a sum of deltas.
  Map<String, Integer> at(String key, Instant instant) {
    Map<String, Integer> sum = new HashMap<>();
    deltas
        .getOrDefault(key, new TreeMap<>())
        .headMap(instant, true)
        .values()
        .forEach(delta -> delta.forEach((what, n) -> sum.merge(what, n, Integer::sum)));
    sum.values().removeIf(n -> n == 0);
    return sum;
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {}

  @Override
  public void clear() {
    deltas.clear();
  }
}
