package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.disclosure.CellsOfPeople;
import org.tripoint.vocabulary.RecordId;

/// Results, rounds and scopes for the desk's pages. Lists are paged by key; totals come from cells.
/// A list says how many it holds: whoever reads it may open each of them.
@Component
public class ListResults {

  /// Rows of a page.
  public static final int PAGE = 50;

  private static final Pattern CURSOR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");
  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  private final JdbcClient jdbc;
  private final ReadCells cells;

  ListResults(JdbcClient jdbc, CellsOfPeople people) {
    this.jdbc = jdbc;
    this.cells = people.cells();
  }

  /// Results under the filter, newest first; one more than a page where there are more.
  ///
  /// @param after `day_sequence` of the row before the first, or anything else for the newest
  public List<ResultRow> list(ResultFilter filter, String after) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    boolean bySubstance = !filter.substance().isEmpty() && !filter.isByNumber();
    conditions(filter, bySubstance, conditions, values);
    Matcher cursor = CURSOR.matcher(after);
    if (cursor.matches() && isDay(cursor.group(1))) {
      conditions.add("(day, sequence) < (:day, :sequence)");
      values.put("day", LocalDate.parse(cursor.group(1)));
      values.put("sequence", Long.parseLong(cursor.group(2)));
    }
    String newest = " order by day desc, sequence desc limit " + (PAGE + 1);
    String sql =
        bySubstance
            ? "select r.* from (select record from laboratory.component"
                + where(conditions)
                + newest
                + ") c join laboratory.result r using (record)"
                + " order by r.day desc, r.sequence desc"
            : "select * from laboratory.result" + where(conditions) + newest;
    return jdbc.sql(sql).params(values).query(ListResults::row).list();
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /// @param ofComponents whether the rows asked are those of components
  private static void conditions(
      ResultFilter filter,
      boolean ofComponents,
      List<String> conditions,
      Map<String, Object> values) {
    equal("area", filter.area(), conditions, values);
    equal("origin", filter.origin(), conditions, values);
    equal("status", filter.status(), conditions, values);
    equal("laboratory", filter.laboratory(), conditions, values);
    if (ofComponents) {
      equal("substance", filter.substance(), conditions, values);
    } else if (!filter.substance().isEmpty()) {
      conditions.add(
          "record in (select record from laboratory.component where substance = :substance)");
      values.put("substance", filter.substance());
    }
    if (!filter.submission().isEmpty()) {
      // From "number/" up to, and without, "number0": 0 follows the slash.
      conditions.add("item collate \"C\" >= :first and item collate \"C\" < :behind");
      values.put("first", filter.submission() + "/");
      values.put("behind", filter.submission() + "0");
    }
    YearMonth month = filter.month();
    if (month != null) {
      conditions.add("day between :from and :to");
      values.put("from", month.atDay(1));
      values.put("to", month.atEndOfMonth());
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (java.time.DateTimeException e) {
      return false;
    }
  }

  private static void equal(
      String column, String value, List<String> conditions, Map<String, Object> values) {
    if (!value.isEmpty()) {
      conditions.add(column + " = :" + column);
      values.put(column, value);
    }
  }

  private static ResultRow row(java.sql.ResultSet rs, int number) throws java.sql.SQLException {
    return new ResultRow(
        rs.getObject("record", UUID.class),
        rs.getLong("sequence"),
        rs.getObject("day", LocalDate.class),
        rs.getString("date_text"),
        rs.getString("laboratory"),
        rs.getString("item"),
        rs.getString("place"),
        rs.getString("area"),
        rs.getString("origin"),
        rs.getString("status"),
        rs.getString("found"));
  }

  /// How many results there are under the filter.
  public long total(ResultFilter filter) {
    if (filter.isByNumber()) {
      List<String> conditions = new ArrayList<>();
      Map<String, Object> values = new HashMap<>();
      conditions(filter, false, conditions, values);
      return jdbc.sql("select count(*) from laboratory.result" + where(conditions))
          .params(values)
          .query(Long.class)
          .single();
    }
    Map<String, Set<String>> at = new HashMap<>();
    put("area", filter.area(), at);
    put("origin", filter.origin(), at);
    put("status", filter.status(), at);
    String substance = filter.substance().isEmpty() ? LabResultsCube.RESULT : filter.substance();
    at.put("substance", Set.of(substance));
    YearMonth month = filter.month();
    Map<String, BigDecimal> amounts =
        cells.total(
            new Filter(
                LabResultsCube.NAME,
                month == null ? FIRST : month,
                month == null ? LAST : month,
                at));
    String measure =
        filter.substance().isEmpty() ? LabResultsCube.RESULTS : LabResultsCube.WITH_SUBSTANCE;
    return amounts.getOrDefault(measure, BigDecimal.ZERO).longValue();
  }

  private static void put(String dimension, String value, Map<String, Set<String>> at) {
    if (!value.isEmpty()) {
      at.put(dimension, Set.of(value));
    }
  }

  /// Values that results have of `area` or `substance`.
  public List<String> values(String dimension) {
    return cells.values(LabResultsCube.NAME, dimension).stream()
        .filter(value -> !value.equals(LabResultsCube.RESULT))
        .toList();
  }

  /// The record of a scope as a result names it.
  public Optional<RecordId> findScope(String laboratory, String scope, String version) {
    return jdbc.sql(
            """
            select record from laboratory.scope
            where laboratory = :laboratory and scope = :scope and version = :version
            order by record limit 1
            """)
        .param("laboratory", laboratory)
        .param("scope", scope)
        .param("version", version)
        .query(UUID.class)
        .optional()
        .map(RecordId::new);
  }

  /// Rounds, the latest closed first.
  public List<RecordId> listRounds(int limit) {
    return jdbc
        .sql("select record from laboratory.round order by closed desc, record limit :limit")
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .toList();
  }
}
