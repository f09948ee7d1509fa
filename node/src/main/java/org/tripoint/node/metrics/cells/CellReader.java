package org.tripoint.node.metrics.cells;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.cells.FactsOfVersion.CubeFact;

/// Keeps the cells from the ledger.
///
/// Today's sums follow the change that makes a version current. Past sums follow the additive rule
/// of [RecordChange]: at the version's publication instant what it says counts instead of what
/// stood there, and from the instant of the next known version on it does not.
@Component
class CellReader implements LedgerReader {

  static final String NAME = "metrics.cells";

  private final CubeCatalogue cubes;
  private final FactsOfVersion facts;
  private final CellTables tables;
  private final JdbcTemplate jdbc;

  CellReader(CubeCatalogue cubes, FactsOfVersion facts, CellTables tables, JdbcTemplate jdbc) {
    this.cubes = cubes;
    this.facts = facts;
    this.tables = tables;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// The cubes' kinds; a node without cubes names a kind that no record has, since none would mean
  /// all.
  @Override
  public Set<String> kinds() {
    Set<String> kinds =
        cubes.all().stream()
            .flatMap(c -> c.cube().kinds().stream())
            .collect(Collectors.toUnmodifiableSet());
    return kinds.isEmpty() ? Set.of("no-cube") : kinds;
  }

  @Override
  public void apply(List<RecordChange> changes) {
    cubes.register();
    IdentityHashMap<RecordVersion, List<CubeFact>> read = new IdentityHashMap<>();
    List<CubeFact> all = new ArrayList<>();
    for (RecordChange change : changes) {
      all.addAll(factsOf(read, change.version()));
      change.previous().ifPresent(before -> all.addAll(factsOf(read, before)));
    }
    CellBatch batch = new CellBatch(DimensionValues.numbered(jdbc, all));
    for (RecordChange change : changes) {
      add(batch, read, change);
    }
    tables.write(batch);
    if (!changes.isEmpty()) {
      tables.foldBelow(changes.getLast().version().header().sequence());
    }
    changes.forEach(change -> markIfEmptied(change.version()));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    List<CubeFact> carried = facts.of(change.version());
    return carried.isEmpty() ? Optional.empty() : Optional.of(facts.write(carried));
  }

  /// Sums stay as they are, today's and past ones: they rest on what was carried, and are marked.
  @Override
  public void emptied(RecordVersion version) {
    markIfEmptied(version);
  }

  @Override
  public void clear() {
    tables.clear();
  }

  @Override
  public String layout() {
    return cubes.description();
  }

  private void add(
      CellBatch batch, IdentityHashMap<RecordVersion, List<CubeFact>> read, RecordChange change) {
    List<CubeFact> all = factsOf(read, change.version());
    List<CubeFact> allBefore =
        change.previous().map(version -> factsOf(read, version)).orElse(List.of());
    List<CubeFact> now = without(all, allBefore);
    List<CubeFact> before = without(allBefore, all);
    if (change.isCurrent()) {
      batch.addCurrent(now, 1);
      batch.addCurrent(before, -1);
    }
    long published = micros(change.version().header().published());
    CellBatch.Changes past = batch.changesAt(change.version().header().sequence());
    past.add(now, 1, published).add(before, -1, published);
    Instant until = change.supersededAt();
    if (until != null) {
      past.add(before, 1, micros(until)).add(now, -1, micros(until));
    }
    past.done();
  }

  /// Facts that others do not have: what both say changes no sum.
  private static List<CubeFact> without(List<CubeFact> facts, List<CubeFact> others) {
    if (others.isEmpty()) {
      return facts;
    }
    List<CubeFact> left = new ArrayList<>(facts);
    others.forEach(left::remove);
    return left;
  }

  private List<CubeFact> factsOf(
      IdentityHashMap<RecordVersion, List<CubeFact>> read, RecordVersion version) {
    return read.computeIfAbsent(version, facts::of);
  }

  private void markIfEmptied(RecordVersion version) {
    Optional<RecordVersion.Emptied> emptied = version.emptied();
    if (emptied.isEmpty()) {
      return;
    }
    List<CubeFact> carried = facts.of(version);
    DimensionValues values = DimensionValues.numbered(jdbc, carried);
    for (int ordinal = 0; ordinal < carried.size(); ordinal++) {
      CubeFact item = carried.get(ordinal);
      CellKey key =
          CellKey.of(
              item.cube().id(), values.idsOf(item), -1, CellKey.monthNumber(item.fact().month()));
      jdbc.update(
          """
          insert into metrics.emptied_fact
            (cube, sequence, ordinal, d1, d2, d3, d4, d5, d6, month, emptied)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (cube, sequence, ordinal) do nothing
          """,
          key.cube(),
          version.header().sequence(),
          ordinal,
          key.d1(),
          key.d2(),
          key.d3(),
          key.d4(),
          key.d5(),
          key.d6(),
          key.month(),
          Timestamp.from(emptied.get().when()));
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
