package org.tripoint.node.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.intake.FileRow.Mends;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.UnrecognisedTexts.Text;
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

  /// A rule with the column it is broken in.
  ///
  /// @param column "" where the rule is about the whole row
  record Reason(String rule, String column) {}

  /// @param rows rows that are there for this reason and have not been mended
  record ReasonCount(Reason reason, long rows) {}

  /// Which rows: all of them, those that break a rule, or those that break it in one column.
  record Only(@Nullable String rule, @Nullable String column) {
    static final Only ALL = new Only(null, null);

    static Only reason(Reason reason) {
      return new Only(reason.rule(), reason.column());
    }
  }

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
        "insert into intake.quarantine_rule (import, rule, column_name, row_number)"
            + " values (?, ?, ?, ?)",
        rows,
        (connection, statement, row) -> {
          var reasons = new LinkedHashSet<Reason>();
          row.findings()
              .forEach(finding -> reasons.add(new Reason(finding.rule(), finding.column())));
          for (Reason reason : reasons) {
            statement.setLong(1, importId);
            statement.setString(2, reason.rule());
            statement.setString(3, reason.column());
            statement.setLong(4, row.row().number());
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

  void addUnrecognised(long importId, UnrecognisedTexts texts) {
    run(
        """
        insert into intake.unrecognised as u (import, column_name, rule, text, rows, first_row)
        values (?, ?, ?, ?, ?, ?)
        on conflict (import, column_name, rule, text) do update set rows = u.rows + excluded.rows
        """,
        texts.list(),
        (connection, statement, text) -> {
          statement.setLong(1, importId);
          statement.setString(2, text.column());
          statement.setString(3, text.rule());
          statement.setString(4, text.text());
          statement.setLong(5, text.rows());
          statement.setLong(6, text.firstRow());
          statement.addBatch();
        });
  }

  List<RuleCount> countByRule(long importId) {
    return client
        .sql(
            """
            select rule, count(distinct row_number) as rows from intake.quarantine_rule
            where import = :import and open group by rule order by rows desc, rule
            """)
        .param("import", importId)
        .query((row, number) -> new RuleCount(row.getString(1), row.getLong(2)))
        .list();
  }

  /// Reasons with their rows, the most frequent first.
  List<ReasonCount> countByReason(long importId, int limit) {
    return client
        .sql(
            """
            select rule, column_name, count(*) as rows from intake.quarantine_rule
            where import = :import and open group by rule, column_name
            order by rows desc, rule, column_name limit :limit
            """)
        .param("import", importId)
        .param("limit", limit)
        .query((row, number) ->
            new ReasonCount(new Reason(row.getString(1), row.getString(2)), row.getLong(3)))
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

  List<Text> listUnrecognised(long importId, int limit) {
    return client
        .sql(
            """
            select column_name, rule, text, rows, first_row from intake.unrecognised
            where import = :import order by rows desc, column_name, text limit :limit
            """)
        .param("import", importId)
        .param("limit", limit)
        .query((row, number) ->
            new Text(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)))
        .list();
  }

  /// Open rows after `after`, in file order.
  List<Held> list(long importId, Only only, long after, int limit) {
    return client
        .sql(
            """
            select q.row_number, q.cells, q.findings from intake.quarantine q
            where q.import = :import and q.row_number > :after and q.outcome is null
              and (cast(:rule as text) is null or exists (
                select from intake.quarantine_rule r
                where r.import = q.import and r.row_number = q.row_number and r.rule = :rule
                  and (cast(:column as text) is null or r.column_name = :column)))
            order by q.row_number limit :limit
            """)
        .param("import", importId)
        .param("after", after)
        .param("rule", only.rule())
        .param("column", only.column())
        .param("limit", limit)
        .query((row, number) ->
            new Held(
                row.getLong(1),
                List.of((String[]) row.getArray(2).getArray()),
                json.readValue(row.getString(3), FINDINGS)))
        .list();
  }

  /// Every open row, in file order, a thousand at a time.
  void each(long importId, Only only, Consumer<Held> reader) {
    long after = 0;
    List<Held> page;
    do {
      page = list(importId, only, after, 1_000);
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
