package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// What rules found and was not called back.
@Component
class FindMatches {

  private final JdbcTemplate jdbc;

  FindMatches(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// One record that a rule found.
  ///
  /// @param added when its audience was given it, microseconds since 1970
  record Found(RecordId record, long added) {}

  /// Newest first; at most `limit`.
  ///
  /// @param before microseconds since 1970, exclusive
  List<Found> list(RecordId rule, long after, long before, int limit) {
    return jdbc.query(
        """
        select record, added from liaison.match
        where rule = ? and not gone and added > ? and added < ? order by added desc limit ?
        """,
        (row, number) -> new Found(new RecordId(row.getObject(1, UUID.class)), row.getLong(2)),
        rule.value(),
        after,
        before,
        limit);
  }

  boolean holds(RecordId rule, RecordId record) {
    return count(
            "select count(*) from liaison.match where rule = ? and record = ? and not gone",
            rule.value(),
            record.value())
        > 0;
  }

  long count(RecordId rule) {
    return count("select count(*) from liaison.match where rule = ? and not gone", rule.value());
  }

  /// Records that were found once and are not given any more.
  long countGone(RecordId rule) {
    return count("select count(*) from liaison.match where rule = ? and gone", rule.value());
  }

  private long count(String sql, Object... values) {
    Long count = jdbc.queryForObject(sql, Long.class, values);
    return count == null ? 0 : count;
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
