package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;

/// The batches that this node has signed for its partners, up to where each takes an audience, and
/// what is called back in them.
@Component
class SentBatches {

  private final JdbcTemplate jdbc;

  SentBatches(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// The last batch of a partner's journal.
  record Last(int epoch, long number, String hash, Instant written) {}

  /// Nobody else writes for the partner until the transaction ends.
  void lock(String partner) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtext('exchange.sent'), hashtext(?))", row -> {}, partner);
  }

  /// Before the first, one with number 0.
  Last last(String partner) {
    return jdbc
        .query(
            """
            select epoch, number, hash, written from exchange.sent where partner = ?
            order by epoch desc, number desc limit 1
            """,
            (row, number) ->
                new Last(
                    row.getInt(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()),
            partner)
        .stream()
        .findFirst()
        .orElse(new Last(1, 0, "", Instant.EPOCH));
  }

  /// Writes down a signed batch, and up to where it takes each audience.
  ///
  /// @return false when it was there
  boolean keep(JournalBatch batch, String signed, String hash) {
    int kept =
        jdbc.update(
            """
            insert into exchange.sent
              (partner, epoch, number, signed, hash, written, entries, recalls)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            batch.to(),
            batch.epoch(),
            batch.number(),
            signed,
            hash,
            at(batch.at()),
            batch.entries().size(),
            batch.entries().size() - batch.gives().size());
    if (kept > 0) {
      keepEnds(batch);
    }
    return kept > 0;
  }

  private void keepEnds(JournalBatch batch) {
    Map<String, Long> ends = new TreeMap<>();
    batch.entries().forEach(entry -> ends.merge(entry.audience(), entry.added(), Math::max));
    ends.forEach((audience, added) ->
        jdbc.update(
            """
            insert into exchange.sent_end (partner, audience, added, epoch, number)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            batch.to(),
            audience,
            added,
            batch.epoch(),
            batch.number()));
  }

  /// One that is said once more, after a restore, is confirmed by the batch that says it last.
  void keepRecall(JournalBatch batch, Recall recall, @Nullable UUID record) {
    jdbc.update(
        """
        insert into exchange.sent_recall
          (partner, audience, added, object, modified, record, why, epoch, number, due)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (partner, audience, added) do update set
          epoch = excluded.epoch, number = excluded.number, due = excluded.due,
          complied = null, copies = null, told = false
        """,
        batch.to(),
        recall.audience(),
        recall.added(),
        recall.id(),
        at(recall.modified()),
        record,
        recall.reason().name(),
        batch.epoch(),
        batch.number(),
        at(recall.due()));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
