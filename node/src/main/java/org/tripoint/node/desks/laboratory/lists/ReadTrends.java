package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.disclosure.CellsOfPeople;

/// What results of one origin come to over time, from sums that are kept: whole, so that of
/// people's samples nothing is shown before it is disclosed.
@Component
public class ReadTrends {

  /// Drug checks by infrared spectrometer, which sees what makes about a twentieth of the weight or
  /// more: samples of origin `DRUG_CHECKING` that stand by themselves, since they were analysed in
  /// another way than a laboratory's.
  public static final String INFRARED = "DRUG_CHECKING_INFRARED";

  /// Origins in the order people read them, infrared drug checks after those of laboratories.
  public static final List<String> ORIGINS =
      Arrays.stream(SampleOrigin.values())
          .flatMap(one ->
              one == SampleOrigin.DRUG_CHECKING
                  ? Stream.of(one.name(), INFRARED)
                  : Stream.of(one.name()))
          .toList();

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  /// Medians are of so many quantities at most, the newest.
  private static final int MOST_QUANTITIES = 50_000;

  private final JdbcClient jdbc;
  private final ReadCells cells;

  ReadTrends(JdbcClient jdbc, CellsOfPeople people) {
    this.jdbc = jdbc;
    this.cells = people.cells();
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
    if (asked.origin().equals(INFRARED)) {
      return infrared(asked);
    }
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
      count(asked, ScopesCube.SAMPLE, name, from, to)
          .forEach((month, n) -> months.merge(month, new Samples(n, 0, 0), Samples::plus));
      count(asked, asked.substance(), name, from, to)
          .forEach((month, n) -> months.merge(month, new Samples(0, n, -n), Samples::plus));
    }
    return months;
  }

  /// Whether samples of the origin say anything of the substance. Operators of a spectrometer name
  /// what they see in words of their own: that none of them named a substance says nothing of it.
  public boolean isTold(TrendQuestion asked) {
    return analysed(asked) > 0
        && (!asked.origin().equals(INFRARED) || asked.substance().isEmpty() || found(asked) > 0);
  }

  /// A spectrometer looks for whatever there is.
  private SortedMap<YearMonth, Samples> infrared(TrendQuestion asked) {
    var months = new TreeMap<YearMonth, Samples>();
    count(asked, ScopesCube.SAMPLE, Set.of(), asked.from(), asked.to())
        .forEach((month, n) -> months.merge(month, new Samples(n, 0, 0), Samples::plus));
    count(asked, asked.substance(), Set.of(), asked.from(), asked.to())
        .forEach((month, n) -> months.merge(month, new Samples(0, n, 0), Samples::plus));
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
              Analysed.scope(row.getString(1), row.getString(2), row.getString(3)),
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

  private SortedMap<YearMonth, Long> count(
      TrendQuestion asked, String substance, Set<String> scope, YearMonth from, YearMonth to) {
    Map<String, Set<String>> at = at(asked);
    at.put("substance", Set.of(substance));
    if (!scope.isEmpty()) {
      at.put("scope", scope);
    }
    SortedMap<YearMonth, Long> counts = new TreeMap<>();
    cells
        .series(new Filter(cube(asked, ScopesCube.NAME), from, to, at))
        .forEach((month, amounts) -> counts.put(month, whole(amounts, TrendSource.SAMPLES)));
    return counts;
  }

  private static String cube(TrendQuestion asked, String what) {
    return TrendSource.of(asked.origin()).cube(what);
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
    return counted(ScopesCube.NAME, asked, at(asked), "substance").stream()
        .filter(one -> !one.substance().equals(ScopesCube.SAMPLE))
        .toList();
  }

  /// Samples that were analysed; the question's substance does not matter.
  public long analysed(TrendQuestion asked) {
    return count(asked, ScopesCube.SAMPLE, Set.of(), asked.from(), asked.to()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /// The same by month; months without a sample are absent.
  public SortedMap<YearMonth, Long> analysedByMonth(TrendQuestion asked) {
    return count(asked, ScopesCube.SAMPLE, Set.of(), asked.from(), asked.to());
  }

  /// First-level subdivisions with samples of the origin, ascending.
  public List<String> areas(String origin) {
    Map<String, Set<String>> at =
        Map.of("origin", Set.of(origin), "substance", Set.of(ScopesCube.SAMPLE));
    String cube = TrendSource.of(origin).cube(ScopesCube.NAME);
    return List.copyOf(cells.breakdown(new Filter(cube, FIRST, LAST, at), "area").keySet());
  }

  private List<Counted> counted(
      String cube, TrendQuestion asked, Map<String, Set<String>> at, String dimension) {
    List<Counted> all = new ArrayList<>();
    cells
        .breakdown(new Filter(cube(asked, cube), asked.from(), asked.to(), at), dimension)
        .forEach(
            (value, amounts) -> all.add(new Counted(value, whole(amounts, TrendSource.SAMPLES))));
    return all.stream()
        .sorted(
            Comparator.comparingLong((Counted one) -> -one.samples())
                .thenComparing(Counted::substance))
        .toList();
  }

  private static final String STATED =
      """
      select day, unit, value, basis, salt, uncertainty, factor from laboratory.quantity
      where substance = :substance and origin = :origin and day between :from and :to
        and (:area = '' or area = :area)
      order by day desc, record limit :most
      """;

  /// Nobody says of what an operator's estimate is the part.
  private static final String ESTIMATED =
      """
      select day, 'PERCENT', percent, 'NOT_STATED', null::text, null::numeric, null::numeric
      from laboratory.check_found
      where substance = :substance and :origin <> '' and day between :from and :to
        and (:area = '' or area = :area) and percent is not null
      order by day desc, record limit :most
      """;

  /// Stated quantities, the newest first.
  public List<StatedQuantity> quantities(TrendQuestion asked) {
    return jdbc.sql(asked.origin().equals(INFRARED) ? ESTIMATED : STATED)
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
        .breakdown(new Filter(cube(asked, ScopesCube.NAME), FIRST, LAST, at), "area")
        .forEach((area, amounts) ->
            end(asked, area, "min")
                .ifPresent(first ->
                    seen.add(
                        new Seen(
                            area,
                            first,
                            end(asked, area, "max").orElse(first),
                            whole(amounts, TrendSource.SAMPLES)))));
    return seen.stream()
        .sorted(Comparator.comparing(Seen::first).thenComparing(Seen::area))
        .toList();
  }

  /// One step in an index; empty where the list has not come as far as the sums.
  private Optional<LocalDate> end(TrendQuestion asked, String area, String which) {
    String found =
        asked.origin().equals(INFRARED)
            ? "laboratory.check_found where :origin <> '' and"
            : "laboratory.component where origin = :origin and";
    return jdbc.sql(
            "select %s(day) from %s substance = :substance and area = :area"
                .formatted(which, found))
        .param("substance", asked.substance())
        .param("origin", asked.origin())
        .param("area", area)
        .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  /// Values that samples have of `area` or `substance`.
  public List<String> values(String dimension) {
    return Stream.of(TrendSource.RESULTS, TrendSource.CHECKS)
        .flatMap(source -> cells.values(source.cube(ScopesCube.NAME), dimension).stream())
        .filter(value -> !value.equals(ScopesCube.SAMPLE))
        .distinct()
        .sorted()
        .toList();
  }
}
