package org.tripoint.node.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Answers from the log. A page reads no more of each audience than the page holds, however long
/// the log is; the lines of one record are few and are read whole.
@Component
class DisclosureSearch implements ReadDisclosures {

  private static final String COLUMNS =
      """
      select l.audience, a.partner, a.name, k.name, l.date_added, l.record, l.sequence, l.action,
             l.variant, l.disclosure, l.why, d.record, d.purpose, d.basis, d.instrument
      """;
  private static final String JOINS =
      """
      join sharing.audience a on a.bit = l.audience
      join sharing.kind k on k.number = l.kind
      join sharing.disclosure d on d.sequence = l.disclosure
      """;

  /// The lines of an audience that may stand on the page.
  private static final String OF_EACH =
      COLUMNS
          + """
          from unnest(?::smallint[], ?::bigint[], ?::bigint[]) as b (bit, low, high)
          cross join lateral (
            select * from sharing.log
            where audience = b.bit and date_added > b.low and date_added < b.high%s
            order by date_added %s limit ?) l
          """
          + JOINS
          + "order by l.date_added %s, l.audience %s limit ?";

  private static final String OF_RECORD =
      COLUMNS
          + """
          from sharing.log l
          join unnest(?::smallint[], ?::bigint[], ?::bigint[]) as b (bit, low, high)
            on b.bit = l.audience and l.date_added > b.low and l.date_added < b.high
          """
          + JOINS
          + "where l.record = ?%s order by l.date_added %s, l.audience %s limit ?";

  private static final String OF_KIND =
      " and kind = (select number from sharing.kind where name = ?)";

  private final JdbcTemplate jdbc;

  DisclosureSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Disclosed> list(Asked asked, Optional<Place> place, int limit) {
    boolean newer = place.isPresent() && place.get().newer();
    String order = newer ? "asc" : "desc";
    List<Object> values = new ArrayList<>(bounds(asked, place));
    String ofKind = asked.kind().isEmpty() ? "" : OF_KIND;
    RecordId record = asked.record();
    String sql;
    if (record != null) {
      sql = OF_RECORD.formatted(ofKind.replace(" kind", " l.kind"), order, order);
      values.add(record.value());
    } else {
      sql = OF_EACH.formatted(ofKind, order, order, order);
    }
    if (!asked.kind().isEmpty()) {
      values.add(asked.kind());
    }
    if (record == null) {
      values.add(limit);
    }
    values.add(limit);
    List<Disclosed> found = jdbc.query(sql, (row, number) -> disclosed(row), values.toArray());
    return newer ? found.reversed() : found;
  }

  /// For each audience of the partner the moments between which its lines have to be, both ends
  /// left out.
  private List<Object> bounds(Asked asked, Optional<Place> place) {
    List<Integer> bits =
        jdbc.queryForList(
            "select bit from sharing.audience where ? = '' or partner = ? order by bit",
            Integer.class,
            asked.partner(),
            asked.partner());
    long[] low = new long[bits.size()];
    long[] high = new long[bits.size()];
    for (int i = 0; i < bits.size(); i++) {
      low[i] = asked.from() - 1;
      high[i] = asked.until();
      if (place.isPresent()) {
        Place at = place.get();
        if (at.newer()) {
          low[i] = Math.max(low[i], bits.get(i) > at.audience() ? at.added() - 1 : at.added());
        } else {
          high[i] = Math.min(high[i], bits.get(i) < at.audience() ? at.added() + 1 : at.added());
        }
      }
    }
    return List.of(bits.toArray(Integer[]::new), boxed(low), boxed(high));
  }

  private static Long[] boxed(long[] values) {
    Long[] boxed = new Long[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  private static Disclosed disclosed(ResultSet row) throws SQLException {
    String why = row.getString(11);
    return new Disclosed(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new Line(
            row.getLong(5),
            record(row, 6),
            row.getLong(7),
            Action.of(row.getInt(8)),
            Variant.of(row.getInt(9)),
            row.getLong(10),
            reason(why)),
        record(row, 12),
        Purpose.valueOf(row.getString(13)),
        row.getString(14),
        row.getString(15));
  }

  private static RecordId record(ResultSet row, int column) throws SQLException {
    return new RecordId(row.getObject(column, UUID.class));
  }

  private static @Nullable RecallReason reason(@Nullable String name) {
    return name == null ? null : RecallReason.valueOf(name);
  }

  @Override
  public List<Long> listPlaces(Asked asked, long after, int limit) {
    List<Object> values = new ArrayList<>(List.of(after, asked.partner(), asked.partner()));
    values.add(asked.until());
    values.add(asked.from());
    String lines = "";
    RecordId record = asked.record();
    if (record != null || !asked.kind().isEmpty()) {
      lines =
          """
          and exists (
            select 1 from sharing.log l
            where l.audience = d.audience and l.disclosure = d.sequence
              and l.date_added between d.first_added and d.last_added
          """;
      if (record != null) {
        lines += " and l.record = ?";
        values.add(record.value());
      }
      if (!asked.kind().isEmpty()) {
        lines += " and l.kind = (select number from sharing.kind where name = ?)";
        values.add(asked.kind());
      }
      lines += ")";
    }
    values.add(limit);
    return jdbc.queryForList(
        """
        select d.sequence from sharing.disclosure d
        join sharing.audience a on a.bit = d.audience
        where d.sequence > ? and (? = '' or a.partner = ?)
          and d.first_added < ? and d.last_added >= ?
        """
            + lines
            + " order by d.sequence limit ?",
        Long.class,
        values.toArray());
  }

  @Override
  public List<String> listKinds() {
    return jdbc.queryForList("select name from sharing.kind order by name", String.class);
  }
}
