package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerVerifier.FoundBroken;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.vocabulary.RecordId;

/// Checks what is kept about releases against their records.
final class ReleaseCheck implements AutoCloseable {
  private final JdbcTemplate jdbc;
  private final Stream<Confirmation> stream;
  private final Iterator<Confirmation> confirmations;
  private final Map<UUID, Latest> releases = new LinkedHashMap<>();

  private record Confirmation(long sequence, UUID release, String confirmed) {}

  private record Latest(long sequence, Timestamp published, ReleaseContent content) {}

  ReleaseCheck(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    stream =
        jdbc.queryForStream(
            "select seq, release, confirmed::text from ledger.release_batch order by seq",
            (rs, row) ->
                new Confirmation(
                    rs.getLong(1),
                    rs.getObject(2, UUID.class),
                    Confirmed.parseMultirange(rs.getString(3)).text()));
    confirmations = stream.iterator();
  }

  /// @throws IllegalArgumentException saying what does not match
  void check(ResultSet rs, long sequence) throws SQLException {
    String kind = rs.getString("kind");
    if (kind.equals(ReleaseConfirmation.KIND.name())) {
      ReleaseConfirmation content =
          ContentCodec.of(ReleaseConfirmation.class).read(List.of(rs.getString("open_body")));
      Confirmation kept = confirmations.hasNext() ? confirmations.next() : null;
      if (kept == null
          || kept.sequence() != sequence
          || !kept.release().equals(content.release().value())
          || !kept.confirmed().equals(content.confirmed())) {
        throw new IllegalArgumentException("expected the release's batch as its record says");
      }
    } else if (kind.equals(ReleaseContent.KIND.name())) {
      Timestamp published = rs.getTimestamp("published");
      Latest latest =
          new Latest(
              sequence,
              published,
              ContentCodec.of(ReleaseContent.class).read(List.of(rs.getString("open_body"))));
      releases.merge(
          rs.getObject("record", UUID.class),
          latest,
          (a, b) -> b.published().before(a.published()) ? a : b);
    }
  }

  void end() {
    if (confirmations.hasNext()) {
      throw new FoundBroken(
          new Finding.BrokenTree(
              confirmations.next().sequence(), "a release's batch without its record"));
    }
    jdbc.query(
        "select * from ledger.release",
        rs -> {
          UUID id = rs.getObject("id", UUID.class);
          Latest latest = releases.remove(id);
          if (latest == null) {
            throw new FoundBroken(
                new Finding.BrokenTree(0, "expected a record for the release " + id));
          }
          if (!says(rs, latest.content())) {
            throw broken(id, latest);
          }
        });
    releases.forEach((id, latest) -> {
      throw broken(id, latest);
    });
  }

  private static FoundBroken broken(UUID id, Latest latest) {
    return new FoundBroken(
        new Finding.Broken(
            latest.sequence(), new RecordId(id), "expected the release's row as its record says"));
  }

  private static boolean says(ResultSet rs, ReleaseContent content) throws SQLException {
    ReleaseRow row = ReleaseTable.row(rs, 0);
    return row.source().equals(content.source())
        && rs.getString("sha256").equals(content.sha256())
        && row.published().equals(content.published())
        && row.complete() == content.complete()
        && row.closed() == content.rows() >= 0
        && java.util.Objects.equals(row.coversFrom(), content.coversFrom())
        && java.util.Objects.equals(row.coversTo(), content.coversTo());
  }

  @Override
  public void close() {
    stream.close();
  }
}
