package org.tripoint.node.metrics.cells;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.RecordId;

/// The cells of one cube over a test database, fed by hand.
record CellsWorld(
    CellReader reader, ReadCells cells, JdbcTemplate jdbc, TransactionTemplate transaction) {

  static CellsWorld over(TestDatabase database, Cube... cubes) {
    JdbcTemplate jdbc = new JdbcTemplate(database.app());
    CubeCatalogue catalogue = new CubeCatalogue(List.of(cubes), JdbcClient.create(jdbc));
    FactsOfVersion facts = new FactsOfVersion(catalogue);
    CellReader reader = new CellReader(catalogue, facts, new CellTables(jdbc), jdbc);
    return new CellsWorld(
        reader,
        new CellQueries(catalogue, new CellPlaces(jdbc), jdbc, new NoLedger(), facts),
        jdbc,
        new TransactionTemplate(new JdbcTransactionManager(database.app())));
  }

  void apply(List<RecordChange> changes) {
    transaction.executeWithoutResult(status -> reader.apply(changes));
  }

  /// Every row of every table as text, sorted.
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String table :
        List.of(
            "cube",
            "dimension_value",
            "cell",
            "delta",
            "delta_block",
            "large_block",
            "emptied_fact")) {
      rows.put(
          table,
          jdbc.queryForList(
              "select %1$s::text from metrics.%1$s order by 1".formatted(table), String.class));
    }
    return rows;
  }

  /// A ledger that nobody asks.
  private static final class NoLedger implements ReadLedger {
    private static UnsupportedOperationException no() {
      return new UnsupportedOperationException("expected no question to the ledger");
    }

    @Override
    public long size() {
      throw no();
    }

    @Override
    public Optional<Checkpoint> latestCheckpoint() {
      throw no();
    }

    @Override
    public Optional<Checkpoint> findCheckpointCovering(long size) {
      throw no();
    }

    @Override
    public Optional<Checkpoint> findCheckpointAt(Instant instant) {
      throw no();
    }

    @Override
    public List<RecordVersion> listVersions(RecordId record) {
      throw no();
    }

    @Override
    public Optional<RecordVersion> findVersion(long sequence) {
      throw no();
    }

    @Override
    public List<RecordVersion> listVersions(Set<Long> sequences) {
      throw no();
    }

    @Override
    public Set<RecordId> listReleasesOf(Set<Long> sequences) {
      throw no();
    }

    @Override
    public Optional<RecordVersion> findCurrent(RecordId record) {
      throw no();
    }

    @Override
    public Optional<RecordVersion> findAsOf(RecordId record, AsOf asOf) {
      throw no();
    }

    @Override
    public List<RecordVersion> listReleases(int limit) {
      throw no();
    }

    @Override
    public InclusionProof proveInclusion(long sequence, long treeSize) {
      throw no();
    }

    @Override
    public ConsistencyProof proveConsistency(long fromSize, long toSize) {
      throw no();
    }
  }
}
