package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;

/// What results of one origin come to over time, from sums that are kept.
@Component
public class ReadTrends {

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  /// Medians are of so many quantities at most, the newest.
  private static final int MOST_QUANTITIES = 50_000;

  private final JdbcClient jdbc;
  private final ReadCells cells;

  ReadTrends(JdbcClient jdbc, ReadCells cells) {
    this.jdbc = jdbc;
    this.cells = cells;
  }

  /// Samples of a month.
  ///
  /// @param looked those whose scope holds the substance
  /// @param found those among them in which it was found
  /// @param outside those in which it was found although no stated scope holds it
  public record Samples(long looked, long found, long outside) {
    Samples plus(Samples other) {
      return new Samples(looked + other.looked, found + other.found, outside + other.outside);
    }
  }

  /// By month. A month without a sample that says anything is absent.
  ///
  /// A scope counts in each month in which it is valid on some day.
  public SortedMap<YearMonth, Samples> samples(TrendQuestion asked) {
    var months = new TreeMap<YearMonth, Samples>();
    count(asked, asked.substance(), Set.of(), asked.from(), asked.to())
        .forEach((month, n) -> months.merge(month, new Samples(0, 0, n), Samples::plus));
    for (Scope scope : scopes(asked.substance())) {
      YearMonth from = latest(asked.from(), scope.from());
      YearMonth to = scope.to() == null ? asked.to() : earliest(asked.to(), scope.to());
      if (to.isBefore(from)) {
        continue;
      }
      Set<String> name = Set.of(scope.name());
      count(asked, LabScopesCube.RESULT, name, from, to)
          .forEach((month, n) -> months.merge(month, new Samples(n, 0, 0), Samples::plus));
      count(asked, asked.substance(), name, from, to)
          .forEach((month, n) -> months.merge(month, new Samples(0, n, -n), Samples::plus));
    }
    return months;
  }

  private record Scope(String name, YearMonth from, @Nullable YearMonth to) {}

  /// Each name once: a scope that two records name is one.
  private List<Scope> scopes(String substance) {
    Map<String, Scope> scopes = new TreeMap<>();
    jdbc.sql(
            """
            select s.laboratory, s.scope, s.version, s.valid_from, s.valid_to
            from laboratory.scope_analyte a join laboratory.scope s using (record)
            where a.substance = :substance order by s.record
            """)
        .param("substance", substance)
        .query((row, i) -> {
          LocalDate to = row.getObject(5, LocalDate.class);
          return new Scope(
              LabScopesCube.scope(row.getString(1), row.getString(2), row.getString(3)),
              YearMonth.from(row.getObject(4, LocalDate.class)),
              to == null ? null : YearMonth.from(to));
        })
        .list()
        .forEach(one -> scopes.putIfAbsent(one.name(), one));
    return List.copyOf(scopes.values());
  }

  private static YearMonth latest(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }

  private static YearMonth earliest(YearMonth one, YearMonth other) {
    return one.isBefore(other) ? one : other;
  }

  private Map<YearMonth, Long> count(
      TrendQuestion asked, String substance, Set<String> scope, YearMonth from, YearMonth to) {
    Map<String, Set<String>> at = at(asked);
    at.put("substance", Set.of(substance));
    if (!scope.isEmpty()) {
      at.put("scope", scope);
    }
    Map<YearMonth, Long> counts = new TreeMap<>();
    cells
        .series(new Filter(LabScopesCube.NAME, from, to, at))
        .forEach((month, amounts) -> counts.put(month, whole(amounts, LabScopesCube.RESULTS)));
    return counts;
  }

  private static Map<String, Set<String>> at(TrendQuestion asked) {
    Map<String, Set<String>> at = new HashMap<>();
    at.put("origin", Set.of(asked.origin()));
    if (!asked.area().isEmpty()) {
      at.put("area", Set.of(asked.area()));
    }
    return at;
  }

  private static long whole(Map<String, BigDecimal> amounts, String measure) {
    return amounts.getOrDefault(measure, BigDecimal.ZERO).longValueExact();
  }

  /// A substance and in how many samples.
  public record Counted(String substance, long samples) {}

  /// Samples in which the substance was found.
  public long found(TrendQuestion asked) {
    return count(asked, asked.substance(), Set.of(), asked.from(), asked.to()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /// What was found in the same samples, most often first.
  public List<Counted> foundWith(TrendQuestion asked) {
    Map<String, Set<String>> at = at(asked);
    at.put("substance", Set.of(asked.substance()));
    return counted(FoundTogetherCube.NAME, asked, at, "with");
  }

  /// What was found in samples that were sold or taken as the substance: under `*` all of them.
  public List<Counted> foundIn(TrendQuestion asked) {
    Map<String, Set<String>> at = at(asked);
    at.put("expected", Set.of(asked.substance()));
    return counted(ExpectedFoundCube.NAME, asked, at, "found");
  }

  /// What samples in which the substance was found had been sold or taken as.
  public List<Counted> soldAs(TrendQuestion asked) {
    Map<String, Set<String>> at = at(asked);
    at.put("found", Set.of(asked.substance()));
    return counted(ExpectedFoundCube.NAME, asked, at, "expected");
  }

  /// What was found, most often first; the question's substance does not matter.
  public List<Counted> mostFound(TrendQuestion asked) {
    return counted(LabScopesCube.NAME, asked, at(asked), "substance").stream()
        .filter(one -> !one.substance().equals(LabScopesCube.RESULT))
        .toList();
  }

  /// Samples that were analysed; the question's substance does not matter.
  public long analysed(TrendQuestion asked) {
    return count(asked, LabScopesCube.RESULT, Set.of(), asked.from(), asked.to()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private List<Counted> counted(
      String cube, TrendQuestion asked, Map<String, Set<String>> at, String dimension) {
    List<Counted> all = new ArrayList<>();
    cells
        .breakdown(new Filter(cube, asked.from(), asked.to(), at), dimension)
        .forEach((value, amounts) -> all.add(new Counted(value, whole(amounts, "results"))));
    return all.stream()
        .sorted(
            Comparator.comparingLong((Counted one) -> -one.samples())
                .thenComparing(Counted::substance))
        .toList();
  }

  /// Stated quantities, the newest first.
  public List<StatedQuantity> quantities(TrendQuestion asked) {
    return jdbc.sql(
            """
            select day, unit, value, basis, salt, uncertainty, factor from laboratory.quantity
            where substance = :substance and origin = :origin and day between :from and :to
              and (:area = '' or area = :area)
            order by day desc, record limit :most
            """)
        .param("substance", asked.substance())
        .param("origin", asked.origin())
        .param("from", asked.from().atDay(1))
        .param("to", asked.to().atEndOfMonth())
        .param("area", asked.area())
        .param("most", MOST_QUANTITIES)
        .query((row, i) ->
            new StatedQuantity(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getBigDecimal(3),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7)))
        .list();
  }

  /// Where a substance was found, first and last.
  public record Seen(String area, LocalDate first, LocalDate last, long samples) {}

  /// By area, whatever the months of the question.
  public List<Seen> seen(TrendQuestion asked) {
    Map<String, Set<String>> at = at(asked);
    at.put("substance", Set.of(asked.substance()));
    List<Seen> seen = new ArrayList<>();
    cells
        .breakdown(new Filter(LabScopesCube.NAME, FIRST, LAST, at), "area")
        .forEach((area, amounts) ->
            end(asked, area, "min")
                .ifPresent(first ->
                    seen.add(
                        new Seen(
                            area,
                            first,
                            end(asked, area, "max").orElse(first),
                            whole(amounts, LabScopesCube.RESULTS)))));
    return seen.stream()
        .sorted(Comparator.comparing(Seen::first).thenComparing(Seen::area))
        .toList();
  }

  /// One step in an index; empty where the list has not come as far as the sums.
  private Optional<LocalDate> end(TrendQuestion asked, String area, String which) {
    return jdbc.sql(
            "select "
                + which
                + "(day) from laboratory.component"
                + " where substance = :substance and origin = :origin and area = :area")
        .param("substance", asked.substance())
        .param("origin", asked.origin())
        .param("area", area)
        .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  /// Origins that some sample has, in their own order.
  public List<String> origins() {
    return cells.values(LabScopesCube.NAME, "origin");
  }
}
