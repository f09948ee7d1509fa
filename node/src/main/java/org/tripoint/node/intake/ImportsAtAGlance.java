package org.tripoint.node.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts imports by what people want to know of them first.
@Component
class ImportsAtAGlance implements SummariseImports {
  private final JdbcClient jdbc;

  ImportsAtAGlance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Summary summarise(Instant since) {
    return jdbc.sql(
            """
            select count(*) filter (where state in ('NEEDS_ANSWER', 'CHECKED')) as waiting,
              count(*) filter (where state in ('RECEIVED', 'RECOGNISED', 'APPENDING')) as moving,
              (select count(*) from intake.quarantine where outcome is null) as quarantined,
              count(*) filter (where state = 'DONE' and finished > :since) as ended,
              count(*) filter (where state in ('REFUSED', 'FAILED') and finished > :since)
                as stopped,
              count(*) > 0 as any_at_all
            from intake.import
            """)
        .param("since", Timestamp.from(since))
        .query((row, number) ->
            new Summary(
                row.getLong("waiting"),
                row.getLong("moving"),
                row.getLong("quarantined"),
                row.getLong("ended"),
                row.getLong("stopped"),
                row.getBoolean("any_at_all")))
        .single();
  }

  @Override
  public List<Quarantined> listQuarantined(int limit) {
    return jdbc.sql(
            """
            select i.id, i.file_name, q.rows
            from (select import, count(*) as rows from intake.quarantine
                  where outcome is null group by import) q
            join intake.import i on i.id = q.import
            order by i.received desc, i.id desc limit :limit
            """)
        .param("limit", limit)
        .query((row, number) ->
            new Quarantined(row.getLong("id"), row.getString("file_name"), row.getLong("rows")))
        .list();
  }
}
