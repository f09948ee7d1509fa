package org.tripoint.node.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what a person may read into SQL: each table that has rows of records is read through
/// `ledger.shows`. Which tables these are the database says itself: every table with a column that
/// names a record, so that a new one is limited without being listed.
///
/// Statements keep their meaning: a table stands for its rows that may be seen, under the name or
/// alias it had. What is inserted, updated or deleted is not looked at: whoever changes a record
/// has to find it first.
final class LimitedTables {

  /// Rooms that work with all records whoever pressed the button: limited where somebody asks.
  private static final Set<String> AT_WORK = Set.of("exchange", "sharing", "retention", "intake");

  /// Rooms that are left out stay whole: the chain is read by the ledger, which looks at each
  /// version; accounts hold no records; figures and series are aggregates.
  private static final String COLUMNS =
      """
      select c.table_schema || '.' || c.table_name,
        string_agg(
          case when c.udt_name = '_uuid' then 'ledger.shows_all(' || c.column_name || ')'
            when c.is_nullable = 'YES'
              then '(' || c.column_name || ' is null or ledger.shows(' || c.column_name || '))'
            else 'ledger.shows(' || c.column_name || ')' end,
          ' and ' order by c.column_name)
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in (
          'ledger', 'accounts', 'metrics', 'detectors', 'information_schema', 'pg_catalog')
        and (c.udt_name = 'uuid'
               and c.column_name in ('record', 'record_id', 'of_record', 'first', 'second')
             or c.udt_name = '_uuid' and c.column_name = 'evidence')
      group by 1
      """;

  /// What may follow a table that has no alias.
  private static final Set<String> NO_ALIAS =
      Set.of(
          "cross",
          "except",
          "fetch",
          "for",
          "full",
          "group",
          "having",
          "inner",
          "intersect",
          "join",
          "left",
          "limit",
          "natural",
          "offset",
          "on",
          "order",
          "returning",
          "right",
          "set",
          "union",
          "using",
          "where",
          "window");

  /// Statements that ask; in others a table keeps its whole name.
  private static final Pattern ASKS = Pattern.compile("(?i)\\s*(select|with)\\b.*", Pattern.DOTALL);

  private final Map<String, String> conditions;
  private final Pattern mention;
  private final Pattern column;

  LimitedTables(Map<String, String> conditions) {
    this.conditions = Map.copyOf(conditions);
    String tables = String.join("|", conditions.keySet()).replace(".", "\\.");
    this.mention =
        Pattern.compile(
            "(?i)(?<!\\bdelete[ \\n]{1,9})(\\bfrom\\s+|\\bjoin\\s+|,\\s*)\\b("
                + tables
                + ")\\b(?!\\s*[.(])(\\s+(?:as\\s+)?([a-z_][a-z0-9_]*))?");
    this.column = Pattern.compile("(?i)\\b(?:" + tables + ")(?=\\.[a-z_])");
  }

  /// As the database has them now.
  static LimitedTables in(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return new LimitedTables(found);
  }

  /// Names of the tables, with what each row must meet.
  Map<String, String> conditions() {
    return conditions;
  }

  /// The statement as a person of this sight may run it.
  String limit(String sql, Sight sight) {
    if (conditions.isEmpty()) {
      return sql;
    }
    String limited =
        mention.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(limited(found, sight)));
    return ASKS.matcher(sql).matches()
        ? column.matcher(limited).replaceAll(found -> afterRoom(found.group()))
        : limited;
  }

  private String limited(MatchResult found, Sight sight) {
    String table = found.group(2).toLowerCase(Locale.ROOT);
    String room = table.substring(0, table.indexOf('.'));
    if (AT_WORK.contains(room) && !sight.asks()) {
      return found.group();
    }
    String rows =
        "%s(select * from %s where %s)"
            .formatted(found.group(1), table, conditions.getOrDefault(table, "false"));
    String follows = found.group(4);
    if (follows != null && !NO_ALIAS.contains(follows.toLowerCase(Locale.ROOT))) {
      return rows + found.group(3);
    }
    return rows + " as " + afterRoom(table) + (found.group(3) == null ? "" : found.group(3));
  }

  private static String afterRoom(String table) {
    return table.substring(table.indexOf('.') + 1);
  }
}
