package org.tripoint.node.desks.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.desks.health.HealthQueries.Wanted;

/// The table of observations: sorted by any column and turned page by page from a row on, never by
/// counting rows from the start.
///
/// A place in the table is the sequence of the row before or after it; its columns are looked up
/// again, so an address holds for as long as the row stands. Rows that tie are told apart by the
/// newest period, the indicator and the sequence. Absent values come last either way.
@Repository
class HealthTable {

  private static final String UNDER =
      """
      indicator = any(:indicators)
        and jurisdiction = :jurisdiction and measure = :measure
        and period_kind = :period and strata = :strata
      """;

  private final JdbcClient jdbc;

  HealthTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param descending the greatest first
  record Sort(HealthColumn by, boolean descending) {
    static final Sort USUAL = new Sort(HealthColumn.PERIOD, true);

    /// Reads `reported` or `-reported`; anything else is the usual one.
    static Sort parse(String text) {
      boolean down = text.startsWith("-");
      String id = down ? text.substring(1) : text;
      for (HealthColumn column : HealthColumn.values()) {
        if (column.id().equals(id)) {
          return new Sort(column, down);
        }
      }
      return USUAL;
    }

    String text() {
      return (descending ? "-" : "") + by.id();
    }
  }

  /// Where a page starts.
  sealed interface From {
    /// At the first row.
    record Start() implements From {}

    /// Behind the row of this sequence.
    record After(long sequence) implements From {}

    /// With the rows that end before the row of this sequence.
    record Before(long sequence) implements From {}
  }

  /// @param rows at most as many as asked for
  /// @param newer true when rows come before them
  /// @param older true when rows come after them
  record Slice(List<HealthCell> rows, boolean newer, boolean older) {
    Slice {
      rows = List.copyOf(rows);
    }
  }

  long count(Wanted wanted) {
    return bind(jdbc.sql("select count(*) from health.cell where " + UNDER), wanted)
        .query(Long.class)
        .single();
  }

  /// Every row under the filter, for a file.
  List<HealthCell> list(Wanted wanted, Sort sort, int limit) {
    return read(wanted, sort, new From.Start(), limit);
  }

  Slice page(Wanted wanted, Sort sort, From from, int limit) {
    List<HealthCell> rows = read(wanted, sort, from, limit + 1);
    boolean more = rows.size() > limit;
    List<HealthCell> shown = more ? rows.subList(0, limit) : rows;
    return switch (from) {
      case From.Start start -> new Slice(shown, false, more);
      case From.After after ->
          shown.isEmpty()
              ? page(wanted, sort, new From.Start(), limit)
              : new Slice(shown, true, more);
      case From.Before before ->
          shown.isEmpty()
              ? page(wanted, sort, new From.Start(), limit)
              : new Slice(shown.reversed(), more, true);
    };
  }

  private List<HealthCell> read(Wanted wanted, Sort sort, From from, int limit) {
    List<Term> terms = terms(sort, from instanceof From.Before);
    String order = terms.stream().map(Term::order).collect(Collectors.joining(", "));
    long at =
        switch (from) {
          case From.Start start -> -1;
          case From.After(long sequence) -> sequence;
          case From.Before(long sequence) -> sequence;
        };
    String sql =
        "select "
            + HealthQueries.COLUMNS
            + "from health.cell"
            + (at < 0 ? "" : ", " + here(terms))
            + " where "
            + UNDER
            + (at < 0 ? "" : " and (" + behind(terms) + ")")
            + " order by "
            + order
            + " limit :limit";
    JdbcClient.StatementSpec statement = bind(jdbc.sql(sql), wanted).param("limit", limit);
    return (at < 0 ? statement : statement.param("at", at))
        .query((row, i) -> HealthQueries.cell(row))
        .list();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Wanted wanted) {
    return statement
        .param("indicators", wanted.indicators().toArray(String[]::new))
        .param("jurisdiction", wanted.jurisdiction())
        .param("measure", wanted.measure().name())
        .param("period", wanted.period().name())
        .param("strata", wanted.strata());
  }

  /// One part of the order.
  private record Term(String sql, boolean descending) {
    String order() {
      return sql + (descending ? " desc" : "");
    }
  }

  /// @param backwards true for the order of a page that is read from its end
  private static List<Term> terms(Sort sort, boolean backwards) {
    return List.of(
        new Term("(" + sort.by().sql() + " is null)", backwards),
        new Term(sort.by().sqlNeverNull(), sort.descending() != backwards),
        new Term("last_day", !backwards),
        new Term("indicator", backwards),
        new Term("sequence", backwards));
  }

  /// The row that a page starts from, as `here.k0` and on.
  private static String here(List<Term> terms) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      keys.add(terms.get(i).sql() + " as k" + i);
    }
    return "(select "
        + String.join(", ", keys)
        + " from health.vintage where sequence = :at) as here";
  }

  /// True of rows that come behind that one.
  private static String behind(List<Term> terms) {
    List<String> cases = new ArrayList<>();
    StringBuilder ties = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      cases.add("(" + ties + term.sql() + (term.descending() ? " < " : " > ") + "here.k" + i + ")");
      ties.append(term.sql()).append(" = here.k").append(i).append(" and ");
    }
    return String.join(" or ", cases);
  }
}
