package org.tripoint.node.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.ledger.RecordKinds;

/// What was written for a partner, with the objects as far as their content is still held.
@Component
class ReadJournal {

  private static final int MOST_BATCHES = 8;
  private static final long MOST_BYTES = 16L << 20;

  private static final int MOST_UNCONFIRMED = 50;

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final TakenObjects taken;

  ReadJournal(JdbcTemplate jdbc, RecordKinds kinds, TakenObjects taken) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.taken = taken;
  }

  /// Where a journal ends.
  ///
  /// @param hash SHA-256 of the last signed batch; empty when there is none
  record Head(int epoch, long number, String hash) {
    static final Head NONE = new Head(1, 0, "");
  }

  Head head(String partner) {
    return jdbc
        .query(
            """
            select epoch, number, hash from exchange.sent where partner = ?
            order by epoch desc, number desc limit 1
            """,
            (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
            partner)
        .stream()
        .findFirst()
        .orElse(Head.NONE);
  }

  /// The hash of a batch, empty when there is no such batch.
  Optional<String> hashOf(String partner, int epoch, long number) {
    return jdbc
        .queryForList(
            "select hash from exchange.sent where partner = ? and epoch = ? and number = ?",
            String.class,
            partner,
            epoch,
            number)
        .stream()
        .findFirst();
  }

  /// Batches after one, oldest first; as many as make one answer.
  List<Delivery> list(String partner, int epoch, long after) {
    List<String> signed =
        jdbc.queryForList(
            """
            select signed from exchange.sent where partner = ? and (epoch, number) > (?, ?)
            order by epoch, number limit ?
            """,
            String.class,
            partner,
            epoch,
            after,
            MOST_BATCHES);
    List<Delivery> deliveries = new ArrayList<>();
    long bytes = 0;
    for (String batch : signed) {
      Delivery delivery = new Delivery(batch, objectsOf(batch));
      deliveries.add(delivery);
      bytes += delivery.objects().values().stream().mapToLong(body -> body.length).sum();
      if (bytes > MOST_BYTES) {
        break;
      }
    }
    return deliveries;
  }

  /// One batch.
  Optional<Delivery> find(String partner, int epoch, long number) {
    return jdbc
        .queryForList(
            "select signed from exchange.sent where partner = ? and epoch = ? and number = ?",
            String.class,
            partner,
            epoch,
            number)
        .stream()
        .findFirst()
        .map(signed -> new Delivery(signed, objectsOf(signed)));
  }

  /// What a batch says.
  Optional<JournalBatch> batch(String partner, int epoch, long number) {
    return jdbc
        .queryForList(
            "select signed from exchange.sent where partner = ? and epoch = ? and number = ?",
            String.class,
            partner,
            epoch,
            number)
        .stream()
        .findFirst()
        .map(signed -> own(kinds, signed));
  }

  /// The partner's own batches after a place, as they were taken, with the objects that are still
  /// here.
  List<Delivery> listTaken(String partner, int epoch, long after) {
    List<String> signed =
        jdbc.queryForList(
            """
            select signed from exchange.taken where partner = ? and (epoch, number) > (?, ?)
            order by epoch, number limit ?
            """,
            String.class,
            partner,
            epoch,
            after,
            MOST_BATCHES);
    return signed.stream()
        .map(batch ->
            new Delivery(
                batch,
                taken.find(partner, own(kinds, batch).gives().stream().map(Give::sha256).toList())))
        .toList();
  }

  private Map<String, byte[]> objectsOf(String signed) {
    List<Give> gives = own(kinds, signed).gives();
    Map<String, byte[]> objects = new HashMap<>();
    if (!gives.isEmpty()) {
      jdbc.query(
          """
          select o.sha256, o.body from unnest(?::text[], ?::bigint[]) as n (id, modified)
          join exchange.object o on o.id = n.id and o.modified = n.modified
          where o.body is not null
          """,
          row -> {
            objects.put(HexFormat.of().formatHex(row.getBytes(1)), row.getBytes(2));
          },
          gives.stream().map(Give::id).toArray(String[]::new),
          gives.stream().map(give -> micros(give.modified())).toArray(Long[]::new));
    }
    return objects;
  }

  /// A batch whose signature this node made itself, or has checked.
  static JournalBatch own(RecordKinds kinds, String signed) {
    return kinds.parse(
        JournalBatch.FORM,
        new String(
            Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }

  /// The place up to which the partner has confirmed this node's journal without a gap.
  Head confirmed(String partner) {
    return jdbc
        .query(
            """
            select epoch, number, hash from exchange.sent s
            where partner = ? and acknowledged is not null and not exists (
              select 1 from exchange.sent b
              where b.partner = s.partner and b.acknowledged is null
                and (b.epoch, b.number) < (s.epoch, s.number))
            order by epoch desc, number desc limit 1
            """,
            (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
            partner)
        .stream()
        .findFirst()
        .orElse(Head.NONE);
  }

  /// Batches up to a place for which no receipt is here, the first of them: a partner that has the
  /// place has them too, and offers the receipts again.
  List<Head> unconfirmed(String partner, Head upTo) {
    return jdbc.query(
        """
        select epoch, number, hash from exchange.sent
        where partner = ? and acknowledged is null and (epoch, number) <= (?, ?)
        order by epoch, number limit ?
        """,
        (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
        partner,
        upTo.epoch(),
        upTo.number(),
        MOST_UNCONFIRMED);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
