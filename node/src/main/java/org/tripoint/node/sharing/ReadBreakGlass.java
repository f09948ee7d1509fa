package org.tripoint.node.sharing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.signals.GuardSignals;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What people let go although the rules refused it, and who may review it: nobody who took part.
@Service
public class ReadBreakGlass implements GuardSignals {

  private final JdbcTemplate jdbc;

  ReadBreakGlass(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A release by exception.
  ///
  /// @param release its own record
  /// @param record what goes
  /// @param audience name of the audience that it is for
  /// @param ended true when somebody ended it before its time
  /// @param signal the signal that asks for its review, if this node raised one
  public record Exceptional(
      RecordId release,
      RecordId record,
      String partner,
      String audience,
      Set<Part> parts,
      String reason,
      String askedBy,
      String confirmedBy,
      Instant confirmed,
      Instant expires,
      boolean ended,
      Optional<RecordId> signal) {}

  /// Newest first; at most `limit`.
  public List<Exceptional> list(int limit) {
    return jdbc.query(
        """
        select b.release, b.record, e.partner, e.name, b.variant, b.reason, b.asked_by,
               b.confirmed_by, b.confirmed_at, b.expires, b.ended, a.signal
        from sharing.break_glass b
        join sharing.audience e on e.bit = b.audience
        left join sharing.break_glass_ask a on a.release = b.release
        order by b.sequence desc limit ?
        """,
        (row, number) ->
            new Exceptional(
                new RecordId(row.getObject(1, UUID.class)),
                new RecordId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4).substring(Audiences.beside("").length()),
                Variant.of(row.getInt(5)).parts(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getBoolean(11),
                Optional.ofNullable(row.getObject(12, UUID.class)).map(RecordId::new)),
        limit);
  }

  @Override
  public boolean mayDecide(String detector, List<RecordId> evidence, String account) {
    if (!detector.equals(BreakGlass.DETECTOR)) {
      return true;
    }
    Object[] releases = evidence.stream().map(RecordId::value).toArray(UUID[]::new);
    Boolean stranger =
        jdbc.queryForObject(
            """
            select count(*) > 0 and bool_and(asked_by <> ? and confirmed_by <> ?)
            from sharing.break_glass where release = any (?)
            """,
            Boolean.class,
            account,
            account,
            releases);
    return Boolean.TRUE.equals(stranger);
  }
}
