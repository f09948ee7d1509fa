package org.tripoint.node.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trail, newest first by key.
@Component
class AuditTrail implements WriteAudit {
  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void write(
      String account,
      String address,
      String action,
      String subject,
      Outcome outcome,
      String detail) {
    jdbc.sql(
            """
            insert into accounts.audit (at, account, address, action, subject, outcome, detail)
            values (:at, :account, :address, :action, :subject, :outcome, :detail)
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("account", cut(account, 100))
        .param("address", cut(address, 100))
        .param("action", cut(action, 200))
        .param("subject", cut(subject, 500))
        .param("outcome", outcome.name())
        .param("detail", cut(detail, 500))
        .update();
  }

  /// @param before lines with a smaller id than this; 0 for the newest
  /// @param after lines with a greater id than this, nearest first in the answer's order; 0 for
  ///   none
  List<AuditLine> list(String account, String action, long before, long after, int limit) {
    String filter =
        """
        select id, at, account, address, action, subject, outcome, detail from accounts.audit
        where (:account = '' or account = :account) and (:action = '' or action = :action)
        """;
    String page =
        after > 0
            ? filter + " and id > :after order by id asc limit :limit"
            : filter + " and (:before = 0 or id < :before) order by id desc limit :limit";
    List<AuditLine> lines =
        jdbc.sql(page)
            .param("account", account)
            .param("action", action)
            .param("before", before)
            .param("after", after)
            .param("limit", limit)
            .query((row, number) ->
                new AuditLine(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("account"),
                    row.getString("address"),
                    row.getString("action"),
                    row.getString("subject"),
                    Outcome.valueOf(row.getString("outcome")),
                    row.getString("detail")))
            .list();
    return after > 0 ? lines.reversed() : lines;
  }

  /// The actions that occur, for the filter.
  List<String> actions() {
    return jdbc.sql("select distinct action from accounts.audit order by action limit 200")
        .query(String.class)
        .list();
  }

  private static String cut(String text, int most) {
    String clean = text.replace('\u0000', ' ');
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
