package org.tripoint.node.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.intake.FileRow.Mends;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows that were not appended, with the reasons; and what was appended without being recognised.
@Repository
class Quarantine {

  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final JsonMapper json = JsonMapper.builder().build();

  Quarantine(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
  }

  /// A row in quarantine.
  ///
  /// @param cells as in the file
  record Held(long row, List<String> cells, List<Finding> findings) {}

  /// @param rows rows that break the rule and have not been mended
  record RuleCount(String rule, long rows) {}

  /// A text that was not recognised.
  record Unrecognised(String column, String rule, String text, long rows) {}

  void add(long importId, List<QuarantinedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    run(
        "insert into intake.quarantine (import, row_number, cells, findings)"
            + " values (?, ?, ?, cast(? as jsonb))",
        rows,
        (connection, statement, row) -> {
          statement.setLong(1, importId);
          statement.setLong(2, row.row().number());
          statement.setArray(
              3, connection.createArrayOf("text", row.row().cells().toArray(String[]::new)));
          statement.setString(4, json.writeValueAsString(row.findings()));
          statement.addBatch();
        });
    run(
        "insert into intake.quarantine_rule (import, rule, row_number) values (?, ?, ?)",
        rows,
        (connection, statement, row) -> {
          var rules = new TreeSet<String>();
          row.findings().forEach(finding -> rules.add(finding.rule()));
          for (String rule : rules) {
            statement.setLong(1, importId);
            statement.setString(2, rule);
            statement.setLong(3, row.row().number());
            statement.addBatch();
          }
        });
  }

  /// Rows of an earlier import that a mended file brought back leave its quarantine.
  ///
  /// @param resolved true when they were appended, false when they stand in the mended file's own
  ///   quarantine now
  void leave(List<Mends> rows, long by, boolean resolved) {
    List<Mends> known = rows.stream().filter(row -> row.importId() >= 0).toList();
    if (known.isEmpty()) {
      return;
    }
    run(
        "update intake.quarantine set outcome = ?, outcome_import = ?"
            + " where import = ? and row_number = ? and outcome is null",
        known,
        (connection, statement, row) -> {
          statement.setString(1, resolved ? "RESOLVED" : "REPLACED");
          statement.setLong(2, by);
          statement.setLong(3, row.importId());
          statement.setLong(4, row.row());
          statement.addBatch();
        });
    run(
        "update intake.quarantine_rule set open = false where import = ? and row_number = ?",
        known,
        (connection, statement, row) -> {
          statement.setLong(1, row.importId());
          statement.setLong(2, row.row());
          statement.addBatch();
        });
  }

  void addSkipped(long importId, Map<String, Long> rows) {
    new LinkedHashMap<>(rows)
        .forEach((rule, count) ->
            client
                .sql(
                    """
                    insert into intake.skipped as s (import, rule, rows)
                    values (:import, :rule, :rows)
                    on conflict (import, rule) do update set rows = s.rows + excluded.rows
                    """)
                .param("import", importId)
                .param("rule", rule)
                .param("rows", count)
                .update());
  }

  void addUnrecognised(long importId, List<Finding> soft) {
    if (soft.isEmpty()) {
      return;
    }
    var counts = new HashMap<List<String>, Long>();
    for (Finding finding : soft) {
      counts.merge(List.of(finding.column(), finding.rule(), finding.found()), 1L, Long::sum);
    }
    run(
        """
        insert into intake.unrecognised as u (import, column_name, rule, text, rows)
        values (?, ?, ?, ?, ?)
        on conflict (import, column_name, rule, text) do update set rows = u.rows + excluded.rows
        """,
        List.copyOf(counts.entrySet()),
        (connection, statement, entry) -> {
          statement.setLong(1, importId);
          statement.setString(2, entry.getKey().get(0));
          statement.setString(3, entry.getKey().get(1));
          statement.setString(4, entry.getKey().get(2));
          statement.setLong(5, entry.getValue());
          statement.addBatch();
        });
  }

  List<RuleCount> countByRule(long importId) {
    return client
        .sql(
            """
            select rule, count(*) as rows from intake.quarantine_rule
            where import = :import and open group by rule order by rows desc, rule
            """)
        .param("import", importId)
        .query((row, number) -> new RuleCount(row.getString(1), row.getLong(2)))
        .list();
  }

  long countOpen(long importId) {
    return client
        .sql("select count(*) from intake.quarantine where import = :import and outcome is null")
        .param("import", importId)
        .query(Long.class)
        .single();
  }

  List<RuleCount> listSkipped(long importId) {
    return client
        .sql(
            "select rule, rows from intake.skipped where import = :import order by rows desc, rule")
        .param("import", importId)
        .query((row, number) -> new RuleCount(row.getString(1), row.getLong(2)))
        .list();
  }

  List<Unrecognised> listUnrecognised(long importId, int limit) {
    return client
        .sql(
            """
            select column_name, rule, text, rows from intake.unrecognised where import = :import
            order by rows desc, column_name, text limit :limit
            """)
        .param("import", importId)
        .param("limit", limit)
        .query((row, number) ->
            new Unrecognised(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
        .list();
  }

  /// Open rows after `after`, in file order, of one rule or of all.
  List<Held> list(long importId, @Nullable String rule, long after, int limit) {
    return client
        .sql(
            """
            select q.row_number, q.cells, q.findings from intake.quarantine q
            where q.import = :import and q.row_number > :after and q.outcome is null
              and (cast(:rule as text) is null or exists (
                select from intake.quarantine_rule r
                where r.import = q.import and r.row_number = q.row_number and r.rule = :rule))
            order by q.row_number limit :limit
            """)
        .param("import", importId)
        .param("after", after)
        .param("rule", rule)
        .param("limit", limit)
        .query((row, number) ->
            new Held(
                row.getLong(1),
                List.of((String[]) row.getArray(2).getArray()),
                json.readValue(row.getString(3), FINDINGS)))
        .list();
  }

  /// Every open row, in file order, a thousand at a time.
  void each(long importId, @Nullable String rule, Consumer<Held> reader) {
    long after = 0;
    List<Held> page;
    do {
      page = list(importId, rule, after, 1_000);
      page.forEach(reader);
      after = page.isEmpty() ? after : page.getLast().row();
    } while (!page.isEmpty());
  }

  private interface Binder<T> {
    void bind(Connection connection, PreparedStatement statement, T item) throws SQLException;
  }

  private <T> void run(String sql, List<T> items, Binder<T> binder) {
    var copy = new ArrayList<>(items);
    ConnectionCallback<Integer> work =
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : copy) {
              binder.bind(connection, statement, item);
            }
            return statement.executeBatch().length;
          }
        };
    jdbc.execute(work);
  }
}
