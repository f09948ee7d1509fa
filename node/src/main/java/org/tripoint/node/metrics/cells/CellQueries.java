package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube.Fact;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.cells.CellPlaces.Place;
import org.tripoint.node.metrics.cells.CellPlaces.Rows;
import org.tripoint.node.metrics.cells.FactsOfVersion.CubeFact;
import org.tripoint.vocabulary.Decimals;

/// Answers from cells: each month under a filter, or each whole year where months are only added
/// up, is one row for each combination of the filter's values, found by the primary key.
class CellQueries implements ReadCells {

  private final CubeCatalogue cubes;
  private final CellPlaces places;
  private final JdbcTemplate jdbc;
  private final ReadLedger ledger;
  private final FactsOfVersion facts;
  private final CellsByGiver givers;
  private final CellVintages vintages;

  CellQueries(
      CubeCatalogue cubes,
      CellPlaces places,
      JdbcTemplate jdbc,
      ReadLedger ledger,
      FactsOfVersion facts) {
    this.givers = new CellsByGiver(cubes, places, jdbc);
    this.vintages = new CellVintages(jdbc);
    this.facts = facts;
    this.cubes = cubes;
    this.places = places;
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  @Override
  public NavigableMap<YearMonth, Map<String, BigDecimal>> series(Filter filter) {
    return Sums.amounts(givers.apart(filter, this::seriesOf));
  }

  private NavigableMap<YearMonth, Sums> seriesOf(Filter filter) {
    CubeShape cube = cubes.get(filter.cube());
    Place place = places.find(cube, filter, Rows.CELLS, Set.of());
    return months(
        cube,
        "select month, %s from metrics.cell where %s group by month"
            .formatted(sums(cube), place.sql()),
        place.arguments());
  }

  @Override
  public Map<String, Map<String, BigDecimal>> breakdown(Filter filter, String dimension) {
    return Sums.amounts(givers.apart(filter, asked -> breakdownOf(asked, dimension)));
  }

  private Map<String, Sums> breakdownOf(Filter filter, String dimension) {
    CubeShape cube = cubes.get(filter.cube());
    String column = "d" + (cube.positionOf(dimension) + 1);
    Place place = places.findAddedUp(cube, filter, Set.of(dimension));
    Map<Integer, String> names = place.names().getOrDefault(dimension, Map.of());
    Map<String, Sums> result = new TreeMap<>();
    jdbc.query(
        "select %1$s, %2$s from (%3$s) c group by %1$s".formatted(column, sums(cube), place.sql()),
        row -> {
          String name = names.get(row.getInt(1));
          if (name != null && row.getLong(2) != 0) {
            result.merge(givers.nameOf(cube, dimension, name), readSums(cube, row, 2), Sums::both);
          }
        },
        place.arguments().toArray());
    return result;
  }

  @Override
  public Map<String, BigDecimal> total(Filter filter) {
    return givers.apart(filter, this::totalOf).values().stream()
        .findFirst()
        .map(Sums::amounts)
        .orElseGet(() -> zero(cubes.get(filter.cube())));
  }

  private Map<String, Sums> totalOf(Filter filter) {
    CubeShape cube = cubes.get(filter.cube());
    Place place = places.findAddedUp(cube, filter, Set.of());
    Map<String, Sums> result = new TreeMap<>();
    jdbc.query(
        "select %s from (%s) c".formatted(sums(cube), place.sql()),
        row -> {
          result.put("", readSums(cube, row, 1));
        },
        place.arguments().toArray());
    return result;
  }

  private static Map<String, BigDecimal> zero(CubeShape cube) {
    Map<String, BigDecimal> zero = new LinkedHashMap<>();
    cube.measures().forEach(measure -> zero.put(measure, BigDecimal.ZERO));
    return zero;
  }

  @Override
  public List<String> values(String cubeName, String dimension) {
    CubeShape cube = cubes.get(cubeName);
    int position = cube.positionOf(dimension);
    Filter everything = new Filter(cubeName, YearMonth.of(1, 1), YearMonth.of(9999, 12), Map.of());
    Place place = places.findAddedUp(cube, everything, Set.of(dimension));
    List<Object> arguments = new ArrayList<>(List.of(cube.id(), position));
    arguments.addAll(place.arguments());
    return jdbc.queryForList(
"""
        select v.value from metrics.dimension_value v
        where v.cube = ? and v.position = ? and exists (
          select 1 from (%s) c where c.d%s = v.id)
        order by v.value collate "C"
"""
            .formatted(place.sql(), position + 1),
        String.class,
        arguments.toArray());
  }

  @Override
  public List<String> partners(String cube) {
    return givers.partners(cube);
  }

  @Override
  public Withheld withheld(Filter filter, String partner) {
    long used = facts(filter, GivenCube.usable(partner));
    long left = facts(filter, GivenCube.withheld(partner));
    return new Withheld(left, used + left);
  }

  private long facts(Filter filter, String giver) {
    return givers
        .given(filter, giver)
        .map(asked -> seriesOf(asked).values().stream().mapToLong(Sums::facts).sum())
        .orElse(0L);
  }

  @Override
  public NavigableMap<YearMonth, Map<String, BigDecimal>> seriesAsOf(Filter filter, AsOf asOf) {
    requireHistory(filter);
    return Sums.amounts(givers.apart(filter, asked -> seriesAsOfOf(asked, asOf)));
  }

  private void requireHistory(Filter filter) {
    CubeShape cube = cubes.get(filter.cube());
    if (!cube.keepsHistory()) {
      throw new IllegalArgumentException(
          "expected a cube with history, found '" + filter.cube() + "'");
    }
    for (String name : filter.at().keySet()) {
      if (!cube.dimensions().get(cube.positionOf(name)).history()) {
        throw new IllegalArgumentException(
            "expected a dimension with history in " + filter.cube() + ", found '" + name + "'");
      }
    }
  }

  private NavigableMap<YearMonth, Sums> seriesAsOfOf(Filter filter, AsOf asOf) {
    return switch (asOf) {
      case AsOf.Published(var instant) -> {
        PastRows rows = PastRows.all(places, cubes.get(filter.cube()), filter);
        List<Object> arguments = new ArrayList<>(rows.arguments());
        arguments.add(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        yield past(
            filter,
            new PastRows(
                "select * from (%s) as known where published_micros <= ?".formatted(rows.sql()),
                arguments));
      }
      case AsOf.Received received -> past(filter, rowsKnown(filter, Optional.of(received)));
      case AsOf.LedgerSize size -> past(filter, rowsKnown(filter, Optional.of(size)));
    };
  }

  private NavigableMap<YearMonth, Sums> past(Filter filter, PastRows rows) {
    CubeShape cube = cubes.get(filter.cube());
    return months(
        cube,
        "select month, %s from (%s) as changes group by month".formatted(sums(cube), rows.sql()),
        rows.arguments());
  }

  /// The changes that this node knows now, or knew then; the published clock hides none.
  private PastRows rowsKnown(Filter filter, Optional<AsOf> known) {
    CubeShape cube = cubes.get(filter.cube());
    return switch (known.orElse(null)) {
      case null -> PastRows.all(places, cube, filter);
      case AsOf.Published published -> PastRows.all(places, cube, filter);
      case AsOf.Received(var instant) ->
          PastRows.below(
              places,
              cube,
              filter,
              ledger.findCheckpointAt(instant).map(Checkpoint::size).orElse(0L));
      case AsOf.LedgerSize(var size) -> PastRows.below(places, cube, filter, size);
    };
  }

  @Override
  public List<NavigableMap<YearMonth, Map<String, BigDecimal>>> seriesPublished(
      Filter filter, List<Instant> days, Optional<AsOf> known) {
    requireHistory(filter);
    List<NavigableMap<YearMonth, Map<String, BigDecimal>>> series = new ArrayList<>();
    days.forEach(day -> series.add(new TreeMap<>()));
    if (!days.isEmpty()) {
      givers
          .apart(
              filter,
              asked -> vintages.read(cubes.get(asked.cube()), rowsKnown(asked, known), days))
          .forEach((at, sums) -> series.get(at.day()).put(at.month(), sums.amounts()));
    }
    return series;
  }

  @Override
  public long emptiedFacts(Filter filter) {
    return switch (filter.givers()) {
      case Givers.All _ -> emptiedOf(filter);
      case Givers.Own _ ->
          emptiedOf(filter) - givers.given(filter, null).map(this::emptiedOf).orElse(0L);
      case Givers.Partner(var name) ->
          givers.given(filter, GivenCube.usable(name)).map(this::emptiedOf).orElse(0L);
    };
  }

  private long emptiedOf(Filter filter) {
    CubeShape cube = cubes.get(filter.cube());
    Place place = places.find(cube, filter, Rows.SINGLE, Set.of());
    Long count =
        jdbc.queryForObject(
            "select count(*) from metrics.emptied_fact where " + place.sql(),
            Long.class,
            place.arguments().toArray());
    return count == null ? 0 : count;
  }

  @Override
  public List<Long> listVersions(Filter filter, long after, int limit) {
    Place place = givers.changes(filter);
    List<Object> arguments = new ArrayList<>(place.arguments());
    arguments.add(after);
    arguments.add(limit);
    return jdbc.queryForList(
        """
        select distinct sequence from metrics.delta
        where %s and sequence > ? order by sequence limit ?
        """
            .formatted(place.sql()),
        Long.class,
        arguments.toArray());
  }

  @Override
  public Set<Long> changing(Filter filter, Set<Long> sequences) {
    Place place = givers.changes(filter);
    List<Object> arguments = new ArrayList<>(place.arguments());
    arguments.add(sequences.toArray(Long[]::new));
    return Set.copyOf(
        jdbc.queryForList(
            """
            select distinct sequence from metrics.delta
            where %s and sequence = any (?)
            """
                .formatted(place.sql()),
            Long.class,
            arguments.toArray()));
  }

  @Override
  public Map<String, BigDecimal> amountsOf(RecordVersion version, Filter filter) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    if (!CellsByGiver.isFrom(version, filter.givers())) {
      return sums;
    }
    for (CubeFact item : facts.of(version)) {
      if (item.cube().cube().name().equals(filter.cube()) && isUnder(item.fact(), filter)) {
        item.fact()
            .amounts()
            .forEach((measure, amount) -> sums.merge(measure, amount, BigDecimal::add));
      }
    }
    return sums;
  }

  private static boolean isUnder(Fact fact, Filter filter) {
    return !fact.month().isBefore(filter.from())
        && !fact.month().isAfter(filter.to())
        && filter.at().entrySet().stream()
            .allMatch(e -> e.getValue().contains(fact.at().getOrDefault(e.getKey(), "")));
  }

  private NavigableMap<YearMonth, Sums> months(CubeShape cube, String sql, List<Object> arguments) {
    NavigableMap<YearMonth, Sums> months = new TreeMap<>();
    jdbc.query(
        sql,
        row -> {
          if (row.getLong(2) != 0) {
            months.put(CellKey.month(row.getInt(1)), readSums(cube, row, 2));
          }
        },
        arguments.toArray());
    return months;
  }

  /// The number of facts and one sum for each measure that the cube has.
  static String sums(CubeShape cube) {
    StringBuilder sums = new StringBuilder("sum(facts)");
    for (int i = 1; i <= cube.measures().size(); i++) {
      sums.append(", sum(m").append(i).append(')');
    }
    return sums.toString();
  }

  static Sums readSums(CubeShape cube, ResultSet row, int first) throws SQLException {
    return new Sums(row.getLong(first), amounts(cube, row, first + 1));
  }

  private static Map<String, BigDecimal> amounts(CubeShape cube, ResultSet row, int first)
      throws SQLException {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    for (int i = 0; i < cube.measures().size(); i++) {
      BigDecimal sum = row.getBigDecimal(first + i);
      amounts.put(cube.measures().get(i), sum == null ? BigDecimal.ZERO : Decimals.strip(sum));
    }
    return amounts;
  }
}
