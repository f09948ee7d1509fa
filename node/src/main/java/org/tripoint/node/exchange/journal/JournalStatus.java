package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// How the journals with partners stand: what was sent and confirmed, what was called back and who
/// is late, what came.
@Component
public class JournalStatus {

  private final JdbcTemplate jdbc;
  private final StopFeed stop;
  private final Clock clock;

  JournalStatus(JdbcTemplate jdbc, StopFeed stop, Clock clock) {
    this.jdbc = jdbc;
    this.stop = stop;
    this.clock = clock;
  }

  /// Both journals with one partner.
  ///
  /// @param written batches written for it
  /// @param acknowledged batches it has confirmed
  /// @param recallsOpen recalls that it has not confirmed
  /// @param recallsLate those of them whose time is over
  /// @param taken batches taken from it
  /// @param heard when it last answered; null when it never has
  /// @param stopped why nothing more is taken from it; null while all is well
  /// @param stoppedTo why nothing more is given to it; null while all is well
  public record WithPartner(
      long written,
      long acknowledged,
      long recallsOpen,
      long recallsLate,
      long taken,
      @Nullable Instant heard,
      @Nullable String stopped,
      @Nullable String stoppedTo) {}

  /// Something that was called back.
  ///
  /// @param record the record, while this node knows it
  /// @param why name of the reason
  /// @param complied when the partner confirmed it; null when it has not
  /// @param copies versions that the partner emptied
  /// @param late true when its time is over and it is not confirmed
  /// @param ended true when the partner was ended before it confirmed
  public record Recalled(
      String partner,
      String audience,
      @Nullable RecordId record,
      String why,
      Instant called,
      Instant due,
      @Nullable Instant complied,
      @Nullable Integer copies,
      boolean late,
      boolean ended) {}

  /// A partner that was ended before it had confirmed every recall.
  ///
  /// @param open recalls that it never confirmed
  /// @param due when the first of them had to be
  public record EndedUnconfirmed(String partner, long open, Instant due) {}

  public WithPartner of(String partner) {
    return jdbc.query(
            """
            select
              (select count(*) from exchange.sent where partner = p.name),
              (select count(*) from exchange.sent
               where partner = p.name and acknowledged is not null),
              (select count(*) from exchange.sent_recall
               where partner = p.name and complied is null),
              (select count(*) from exchange.sent_recall
               where partner = p.name and complied is null and due < ?),
              (select count(*) from exchange.taken where partner = p.name),
              f.heard,
              (select why from exchange.stopped where partner = p.name and way = 'FROM'),
              (select why from exchange.stopped where partner = p.name and way = 'TO')
            from (select ?::text as name) p left join exchange.feed f on f.partner = p.name
            """,
            (row, number) ->
                new WithPartner(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    instant(row.getObject(6, OffsetDateTime.class)),
                    row.getString(7),
                    row.getString(8)),
            now(),
            partner)
        .getFirst();
  }

  /// Recalls from a partner, those not confirmed first, then the latest.
  public List<Recalled> listRecalls(String partner, int limit) {
    return recalls(
        "r.partner = ? order by r.complied is not null, r.added desc limit " + limit, partner);
  }

  /// Every recall of a record.
  public List<Recalled> listRecalls(RecordId record) {
    return recalls("r.record = ? order by r.added", record.value());
  }

  private List<Recalled> recalls(String where, Object argument) {
    OffsetDateTime now = now();
    return jdbc.query(
        """
        select r.partner, r.audience, r.record, r.why, s.written, r.due, r.complied, r.copies,
               p.name is null
        from exchange.sent_recall r
        join exchange.sent s
          on s.partner = r.partner and s.epoch = r.epoch and s.number = r.number
        left join exchange.partner p on p.name = r.partner
        where
        """
            + where,
        (row, number) -> {
          OffsetDateTime due = row.getObject(6, OffsetDateTime.class);
          Instant complied = instant(row.getObject(7, OffsetDateTime.class));
          UUID record = row.getObject(3, UUID.class);
          return new Recalled(
              row.getString(1),
              row.getString(2),
              record == null ? null : new RecordId(record),
              row.getString(4),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              due.toInstant(),
              complied,
              row.getObject(8, Integer.class),
              complied == null && due.isBefore(now),
              complied == null && row.getBoolean(9));
        },
        argument);
  }

  /// Partners that were ended before they had confirmed every recall.
  public List<EndedUnconfirmed> listEndedUnconfirmed() {
    return jdbc.query(
        """
        select r.partner, count(*), min(r.due) from exchange.sent_recall r
        where r.complied is null
          and not exists (select 1 from exchange.partner p where p.name = r.partner)
        group by r.partner order by r.partner
        """,
        (row, number) ->
            new EndedUnconfirmed(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  /// Records of a partner that this node holds, by kind.
  public Map<String, Long> countHeld(String partner) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.query(
        "select kind, count(distinct record) from exchange.held where partner = ? group by kind",
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        },
        partner);
    return counts;
  }

  /// People know why a way of the exchange was stopped, and let it go on.
  public void goOn(String partner, Way way) {
    stop.goOn(partner, way);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
