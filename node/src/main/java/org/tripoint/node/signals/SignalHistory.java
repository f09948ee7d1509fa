package org.tripoint.node.signals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.Happening.What;
import org.tripoint.vocabulary.RecordId;

/// What happened to signals: to one of them, and to all since an instant.
@Component
class SignalHistory {

  private final JdbcClient jdbc;

  SignalHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All that happened to a signal, oldest first.
  List<Happening> listOf(RecordId signal) {
    return jdbc.sql("select * from signals.happening where signal = ? order by sequence")
        .param(signal.value())
        .query((row, i) -> happening(row))
        .list();
  }

  /// What happened after an instant, newest first, older than the place in the ledger; at most
  /// `limit`.
  List<Happening> listSince(Instant since, long before, int limit) {
    return jdbc.sql(
            """
            select * from signals.happening where at > ? and sequence < ?
            order by sequence desc limit ?
            """)
        .params(Timestamp.from(since), before, limit)
        .query((row, i) -> happening(row))
        .list();
  }

  private static Happening happening(ResultSet row) throws SQLException {
    return new Happening(
        row.getLong("sequence"),
        new RecordId(row.getObject("signal", UUID.class)),
        row.getTimestamp("at").toInstant(),
        What.valueOf(row.getString("what")),
        row.getString("account"),
        row.getString("value"),
        row.getString("said"),
        SignalInbox.records(row, "evidence"));
  }
}
