package org.tripoint.node.exchange.journal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;

/// What partners gave in kinds that this node does not know yet: kept and not shown, gone when it
/// is called back, and read again by a newer version of the program.
@Component
class UnreadObjects {

  private final JdbcTemplate jdbc;
  private final TakenObjects taken;

  UnreadObjects(JdbcTemplate jdbc, TakenObjects taken) {
    this.jdbc = jdbc;
    this.taken = taken;
  }

  /// A batch that gave some of it.
  record Place(int epoch, long number) {}

  void keep(String partner, JournalBatch batch, Give give, byte[] body) {
    taken.keep(partner, give.sha256(), TakenObjects.ON_NOTHING, body);
    jdbc.update(
        """
        insert into exchange.unread
          (partner, audience, added, object, modified, sha256, epoch, number)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        partner,
        give.audience(),
        give.added(),
        give.id(),
        OffsetDateTime.ofInstant(give.modified(), ZoneOffset.UTC),
        give.sha256(),
        batch.epoch(),
        batch.number());
  }

  /// What a recall names goes, unless another audience still has it.
  ///
  /// @return how many objects went from here
  int forget(String partner, Recall recall) {
    Set<String> named =
        new HashSet<>(
            jdbc.queryForList(
                """
                delete from exchange.unread
                where partner = ? and audience = ? and object = ? and modified <= ? and added < ?
                returning sha256
                """,
                String.class,
                partner,
                recall.audience(),
                recall.id(),
                OffsetDateTime.ofInstant(recall.modified(), ZoneOffset.UTC),
                recall.added()));
    return forgetBytes(partner, named);
  }

  /// Lets go of bytes that no version rests on and nothing unread names.
  int forgetBytes(String partner, Set<String> hashes) {
    return hashes.isEmpty()
        ? 0
        : jdbc.update(
            """
            delete from exchange.taken_object t
            where t.partner = ? and t.sha256 = any (?) and t.sequence = ? and not exists (
              select 1 from exchange.unread u where u.partner = t.partner and u.sha256 = t.sha256)
            """,
            partner,
            hashes.toArray(String[]::new),
            TakenObjects.ON_NOTHING);
  }

  /// The batches that gave something that could not be read.
  List<Place> list(String partner) {
    return jdbc.query(
        """
        select distinct epoch, number from exchange.unread where partner = ? order by epoch, number
        """,
        (row, n) -> new Place(row.getInt(1), row.getLong(2)),
        partner);
  }

  /// Takes what a batch gave off the list, for whoever reads it again.
  List<Give> take(String partner, JournalBatch batch) {
    Set<String> unread =
        new HashSet<>(
            jdbc.queryForList(
                """
                delete from exchange.unread where partner = ? and epoch = ? and number = ?
                returning audience || '/' || added
                """,
                String.class,
                partner,
                batch.epoch(),
                batch.number()));
    return batch.gives().stream()
        .filter(give -> unread.contains(give.audience() + "/" + give.added()))
        .toList();
  }
}
