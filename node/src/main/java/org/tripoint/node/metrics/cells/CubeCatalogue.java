package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.Cube;

/// The cubes that the desks declare, each with what partners gave of it, numbered in the order of
/// their names.
@Component
class CubeCatalogue {

  private final Map<String, CubeShape> byName = new LinkedHashMap<>();
  private final JdbcClient jdbc;

  @Autowired
  CubeCatalogue(ObjectProvider<Cube> cubes, JdbcClient jdbc) {
    this(cubes.stream().toList(), jdbc);
  }

  CubeCatalogue(List<Cube> cubes, JdbcClient jdbc) {
    this.jdbc = jdbc;
    List<Cube> sorted = new ArrayList<>(cubes);
    cubes.forEach(cube -> GivenCube.of(cube).ifPresent(sorted::add));
    sorted.sort(Comparator.comparing(Cube::name));
    Map<String, Short> known = knownIds();
    short next = (short) (known.values().stream().mapToInt(Short::intValue).max().orElse(0) + 1);
    for (Cube cube : sorted) {
      Short id = known.get(cube.name());
      CubeShape shape = new CubeShape(id == null ? next++ : id, cube);
      if (byName.put(cube.name(), shape) != null) {
        throw new IllegalStateException("expected each cube name once, found " + cube.name());
      }
    }
  }

  private CubeCatalogue(CubeCatalogue all, Predicate<Cube> isIn) {
    this.jdbc = all.jdbc;
    all.byName.forEach((name, shape) -> {
      if (isIn.test(shape.cube())) {
        byName.put(name, shape);
      }
    });
  }

  /// Those of people's health data.
  CubeCatalogue ofPeople() {
    return new CubeCatalogue(this, Cube::health);
  }

  /// All others.
  CubeCatalogue withoutPeople() {
    return new CubeCatalogue(this, cube -> !cube.health());
  }

  List<CubeShape> all() {
    return List.copyOf(byName.values());
  }

  /// @throws IllegalArgumentException if no desk declares it
  CubeShape get(String name) {
    CubeShape shape = byName.get(name);
    if (shape == null) {
      throw new IllegalArgumentException(
          "expected a cube (" + String.join(", ", byName.keySet()) + "), found '" + name + "'");
    }
    return shape;
  }

  /// What partners gave of a cube, if it tells countries apart.
  Optional<CubeShape> findGiven(String name) {
    return Optional.ofNullable(byName.get(GivenCube.nameOf(name)));
  }

  /// What all the rows depend on: the shape of each cube, in the order of their names.
  String description() {
    return byName.values().stream()
        .map(shape -> shape.cube().name() + ": " + shape.description())
        .collect(Collectors.joining("; ", "", "; given apart by what may be used"));
  }

  /// Writes down the numbers and shapes that the rows are written by.
  void register() {
    for (CubeShape shape : byName.values()) {
      jdbc.sql(
              """
              insert into metrics.cube (id, name, shape) values (?, ?, ?)
              on conflict (id) do nothing
              """)
          .params(shape.id(), shape.cube().name(), shape.description())
          .update();
    }
  }

  private Map<String, Short> knownIds() {
    Map<String, Short> ids = new LinkedHashMap<>();
    jdbc.sql("select name, id from metrics.cube")
        .query(row -> {
          ids.put(row.getString(1), row.getShort(2));
        });
    return ids;
  }
}
