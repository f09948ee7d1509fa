package org.tripoint.node.exchange.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.RecordId;

/// What partners' receipts say of what they were given: whether each has it, and why not.
@Component
public class ListConfirmations {

  private final JdbcTemplate jdbc;
  private final ReadShared shared;

  ListConfirmations(JdbcTemplate jdbc, ReadShared shared) {
    this.jdbc = jdbc;
    this.shared = shared;
  }

  /// What is known of something on its way to a partner.
  public enum State {
    /// No receipt has come for it.
    UNDER_WAY,
    CONFIRMED,
    /// The partner could not believe it.
    REFUSED,
    /// Its content was gone when it was sent; a recall follows.
    MISSING
  }

  /// What an audience's node says of a record.
  ///
  /// @param expected what the partner expected of what it refused; empty otherwise
  /// @param at when its receipt came; null while none has
  public record Confirmation(
      String partner, String audience, State state, String expected, @Nullable Instant at) {}

  /// Something that a partner does not have although it was given it.
  ///
  /// @param record the record, while this node knows it
  /// @param expected what the partner expected; empty where the content was gone when it was sent
  public record Lacking(
      String audience, @Nullable RecordId record, String object, String expected, Instant at) {

    /// The beginning of the object's name, without its type.
    public String objectInShort() {
      String name = object.substring(object.lastIndexOf("--") + 1).replaceFirst("^-", "");
      return name.substring(0, Math.min(13, name.length()));
    }
  }

  /// Of the version of a record that each audience was given last and that is not called back.
  public List<Confirmation> of(RecordId record) {
    List<Confirmation> all = new ArrayList<>();
    for (SharedAudience audience : shared.listAudiences()) {
      all.addAll(
          jdbc.query(
              """
              select f.added is not null, f.expected, f.at, s.acknowledged
              from (
                select e.date_added from exchange.entry e
                join exchange.object o on o.id = e.object and o.modified = e.modified
                where o.record = ? and e.audience = ? and e.action = 0 and e.gone is null
                  and e.line is not null and not o.revoked
                order by e.date_added desc limit 1
              ) given
              left join exchange.sent_refusal f
                on f.partner = ? and f.audience = ? and f.added = given.date_added
              left join lateral (
                select s.acknowledged from exchange.sent_end n
                join exchange.sent s
                  on s.partner = n.partner and s.epoch = n.epoch and s.number = n.number
                where n.partner = ? and n.audience = ? and n.added >= given.date_added
                order by n.added, n.epoch desc limit 1
              ) s on true
              """,
              (row, number) -> confirmation(audience, row),
              record.value(),
              audience.bit(),
              audience.partner(),
              audience.name(),
              audience.partner(),
              audience.name()));
    }
    return all;
  }

  private static Confirmation confirmation(SharedAudience audience, ResultSet row)
      throws SQLException {
    String expected = row.getString(2);
    Instant acknowledged = instant(row.getObject(4, OffsetDateTime.class));
    State state;
    if (row.getBoolean(1)) {
      state = expected == null ? State.MISSING : State.REFUSED;
    } else {
      state = acknowledged == null ? State.UNDER_WAY : State.CONFIRMED;
    }
    Instant refused = instant(row.getObject(3, OffsetDateTime.class));
    return new Confirmation(
        audience.partner(),
        audience.name(),
        state,
        expected == null ? "" : expected,
        refused == null ? acknowledged : refused);
  }

  /// What a partner does not have although it was given it, the latest first.
  public List<Lacking> listLacking(String partner, int limit) {
    return jdbc.query(
        """
        select audience, record, object, coalesce(expected, ''), at from exchange.sent_refusal
        where partner = ? order by at desc, added desc limit ?
        """,
        (row, number) -> {
          UUID record = row.getObject(2, UUID.class);
          return new Lacking(
              row.getString(1),
              record == null ? null : new RecordId(record),
              row.getString(3),
              row.getString(4),
              row.getObject(5, OffsetDateTime.class).toInstant());
        },
        partner,
        limit);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
