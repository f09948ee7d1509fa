package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.vocabulary.RecordId;

/// Reads the whole ledger once, row by row, in one snapshot, and recomputes everything that is
/// stored about it.
@Service
class LedgerVerifier implements VerifyLedger {
  private static final int FETCH = 1_000;
  private static final long TELL_EVERY = 10_000;

  /// Every version, and places in the content that have no version.
  private static final String ALL =
      """
      select v.*, m.body as marking_body, c.seq as content_seq, c.source_key, c.digest, c.covers,
             c.open_salt, c.open_body, c.nominal_salt, c.nominal_body, c.health_salt,
             c.health_body, c.purge
      from ledger.version v
      left join ledger.content c on c.seq = v.seq
      left join ledger.marking m on m.id = v.marking
      order by v.seq
      """;

  private final JdbcTemplate jdbc;
  private final LedgerKeys keys;
  private final TransactionTemplate snapshot;

  LedgerVerifier(
      javax.sql.DataSource dataSource, LedgerKeys keys, PlatformTransactionManager transactions) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH);
    this.keys = keys;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public Finding verify(LongConsumer progress) {
    Finding finding = snapshot.execute(status -> verifyAll(progress));
    if (finding == null) {
      throw new IllegalStateException("expected a finding");
    }
    return finding;
  }

  private Finding verifyAll(LongConsumer progress) {
    try (TreeCheck tree = new TreeCheck(jdbc, keys);
        ReleaseCheck releases = new ReleaseCheck(jdbc)) {
      VersionCheck versions = new VersionCheck(jdbc, keys);
      ResultSetExtractor<Finding> all = rs -> read(rs, versions, tree, releases, progress);
      Finding found = jdbc.query(ALL, all);
      return found == null ? new Finding.BrokenTree(0, "the versions could not be read") : found;
    } catch (FoundBroken e) {
      return e.finding();
    }
  }

  private Finding read(
      ResultSet rs,
      VersionCheck versions,
      TreeCheck tree,
      ReleaseCheck releases,
      LongConsumer progress)
      throws SQLException {
    long expected = 0;
    long emptied = 0;
    while (rs.next()) {
      RecordId record = new RecordId(rs.getObject("record", java.util.UUID.class));
      long sequence = rs.getLong("seq");
      if (sequence != expected) {
        throw misplaced(expected, sequence, record);
      }
      byte[] leaf;
      try {
        leaf = versions.check(rs);
        releases.check(rs, sequence);
      } catch (IllegalArgumentException | IllegalStateException | java.time.DateTimeException e) {
        throw new FoundBroken(new Finding.Broken(sequence, record, String.valueOf(e.getMessage())));
      }
      rs.getLong("purge");
      emptied += rs.wasNull() ? 0 : 1;
      expected++;
      tree.add(leaf);
      if (expected % TELL_EVERY == 0) {
        progress.accept(expected);
      }
    }
    progress.accept(expected);
    long checkpoints = tree.end();
    releases.end();
    refuseStrays();
    return new Finding.Sound(expected, checkpoints, emptied);
  }

  /// A sequence is missing: the row that left its place is beyond the end, or gone.
  private FoundBroken misplaced(long expected, long found, RecordId next) {
    RecordId record =
        jdbc
            .query(
                """
                select record from ledger.version
                where seq < 0 or seq >= (select coalesce(max(size), 0) from ledger.checkpoint)
                limit 1
                """,
                (rs, row) -> new RecordId(rs.getObject(1, java.util.UUID.class)))
            .stream()
            .findFirst()
            .orElse(next);
    return new FoundBroken(
        new Finding.Broken(
            expected, record, "expected a version at " + expected + ", found " + found));
  }

  private void refuseStrays() {
    List<Long> strays =
        jdbc.queryForList(
            """
            select c.seq from ledger.content c
            where not exists (select from ledger.version v where v.seq = c.seq) limit 1
            """,
            Long.class);
    if (!strays.isEmpty()) {
      throw new FoundBroken(
          new Finding.BrokenTree(strays.getFirst(), "content at a place without a version"));
    }
  }

  /// Carries the first finding out of the loops.
  static final class FoundBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    FoundBroken(Finding finding) {
      super(finding.toString());
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }
}
