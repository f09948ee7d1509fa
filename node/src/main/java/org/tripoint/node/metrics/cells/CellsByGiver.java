package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.cells.CellPlaces.Place;
import org.tripoint.node.metrics.cells.CellPlaces.Rows;
import org.tripoint.node.sharing.PartnerSource;

/// Tells apart whose records a filter adds up: a partner's lie in a cube of their own, this node's
/// own are all without them.
final class CellsByGiver {

  private static final String COUNTRY = "country";

  private final CubeCatalogue cubes;
  private final CellPlaces places;
  private final JdbcTemplate jdbc;

  CellsByGiver(CubeCatalogue cubes, CellPlaces places, JdbcTemplate jdbc) {
    this.cubes = cubes;
    this.places = places;
    this.jdbc = jdbc;
  }

  static boolean isFrom(RecordVersion version, Givers givers) {
    String partner = PartnerSource.partnerOf(version.header().source());
    return switch (givers) {
      case Givers.All _ -> true;
      case Givers.Own _ -> partner == null;
      case Givers.Partner(var name) -> name.equals(partner) && GivenCube.isUsable(version);
    };
  }

  <K> NavigableMap<K, Sums> apart(Filter filter, Function<Filter, Map<K, Sums>> read) {
    return switch (filter.givers()) {
      case Givers.All _ -> new TreeMap<>(read.apply(filter));
      case Givers.Own _ ->
          Sums.without(read.apply(filter), given(filter, null).map(read).orElseGet(TreeMap::new));
      case Givers.Partner(var name) ->
          new TreeMap<>(given(filter, GivenCube.usable(name)).map(read).orElseGet(TreeMap::new));
    };
  }

  /// The filter that finds what partners gave; empty where they gave nothing under it.
  ///
  /// @param giver as the cube of what was given names it; null for everything of every partner
  Optional<Filter> given(Filter filter, @Nullable String giver) {
    return cubes
        .findGiven(filter.cube())
        .flatMap(cube -> {
          Set<String> values = GivenCube.values(known(cube), giver, filter.at().get(COUNTRY));
          if (values.isEmpty()) {
            return Optional.empty();
          }
          Map<String, Set<String>> at = new HashMap<>(filter.at());
          at.put(COUNTRY, values);
          return Optional.of(
              new Filter(cube.cube().name(), filter.from(), filter.to(), at, Givers.ALL));
        });
  }

  /// A value as the cube itself names it.
  String nameOf(CubeShape cube, String dimension, String value) {
    return cube.cube() instanceof GivenCube && dimension.equals(COUNTRY)
        ? GivenCube.countryOf(value)
        : value;
  }

  /// The condition that finds changes of past sums.
  Place changes(Filter filter) {
    return switch (filter.givers()) {
      case Givers.All _ -> singles(filter);
      case Givers.Own _ -> {
        Place place = singles(filter);
        List<Object> arguments = new ArrayList<>(place.arguments());
        Optional<CubeShape> given = cubes.findGiven(filter.cube());
        given.ifPresent(cube -> arguments.add(cube.id()));
        yield new Place(
            given.isEmpty()
                ? place.sql()
                : place.sql()
                    + " and not exists (select 1 from metrics.delta g"
                    + " where g.cube = ? and g.sequence = delta.sequence)",
            List.copyOf(arguments),
            place.names());
      }
      case Givers.Partner(var name) ->
          given(filter, GivenCube.usable(name))
              .map(this::singles)
              .orElseGet(() -> new Place("false", List.of(), Map.of()));
    };
  }

  private Place singles(Filter filter) {
    return places.find(cubes.get(filter.cube()), filter, Rows.SINGLE, Set.of());
  }

  List<String> partners(String cube) {
    return cubes.findGiven(cube).map(this::known).orElse(List.of()).stream()
        .map(GivenCube::partnerOf)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> known(CubeShape cube) {
    return jdbc.queryForList(
        "select value from metrics.dimension_value where cube = ? and position = ?",
        String.class,
        cube.id(),
        cube.positionOf(COUNTRY));
  }
}
