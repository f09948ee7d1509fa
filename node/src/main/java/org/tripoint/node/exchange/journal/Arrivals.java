package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// What came from partners and what they called back, line by line, as it happened here.
@Component
public class Arrivals {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Arrivals(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Something that came from a partner, or was called back by it.
  ///
  /// @param at when it happened on this node
  /// @param audience for whom the partner gave it
  /// @param sequence the version in this node's ledger
  /// @param first true when the record had never come before
  /// @param why name of the reason of a recall; null for what was given
  public record Arrival(
      Instant at,
      String partner,
      String audience,
      RecordId record,
      long sequence,
      boolean first,
      @Nullable String why) {}

  void came(String partner, String audience, UUID record, long sequence) {
    note(partner, audience, record, sequence, null);
  }

  void calledBack(String partner, String audience, UUID record, long sequence, String why) {
    note(partner, audience, record, sequence, why);
  }

  private void note(
      String partner, String audience, UUID record, long sequence, @Nullable String why) {
    jdbc.update(
        """
        insert into exchange.arrival (at, partner, audience, record, sequence, first, why)
        select ?, ?, ?, ?, ?,
               not exists (select 1 from exchange.arrival where record = ? and audience = ?), ?
        """,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        partner,
        audience,
        record,
        sequence,
        record,
        audience,
        why);
  }

  /// The last that happened, latest first.
  public List<Arrival> listLatest(int limit) {
    return list("order by id desc limit " + limit);
  }

  /// Everything that happened to a record, oldest first.
  public List<Arrival> listOf(RecordId record) {
    return list("where record = ? order by id", record.value());
  }

  private List<Arrival> list(String which, Object... arguments) {
    return jdbc.query(
        """
        select at, partner, audience, record, sequence, first, why from exchange.arrival
        """
            + which,
        (row, number) ->
            new Arrival(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getString(2),
                row.getString(3),
                new RecordId(row.getObject(4, UUID.class)),
                row.getLong(5),
                row.getBoolean(6),
                row.getString(7)),
        arguments);
  }
}
