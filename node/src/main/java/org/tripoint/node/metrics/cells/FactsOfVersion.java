package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube.Fact;
import org.tripoint.vocabulary.Decimals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The facts in a version, for every cube of its kind: read by the desk's cube while the content is
/// there, and out of what a purge carried once it is gone.
@Component
class FactsOfVersion {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CubeCatalogue cubes;

  FactsOfVersion(CubeCatalogue cubes) {
    this.cubes = cubes;
  }

  /// One fact of one cube.
  record CubeFact(CubeShape cube, Fact fact) {}

  List<CubeFact> of(RecordVersion version) {
    if (!version.isHeld()) {
      return List.of();
    }
    Optional<RecordVersion.Emptied> emptied = version.emptied();
    if (emptied.isPresent()) {
      String carried = emptied.get().carried().get(CellReader.NAME);
      return carried == null ? List.of() : parse(carried);
    }
    List<CubeFact> facts = new ArrayList<>();
    for (CubeShape cube : cubes.all()) {
      if (cube.cube().kinds().contains(version.header().kind())) {
        cube.cube()
            .factsOf(version)
            .forEach(fact -> facts.add(new CubeFact(cube, checked(cube, fact))));
      }
    }
    return facts;
  }

  /// Facts as canonical JSON: members by name, amounts as plain decimals.
  String write(List<CubeFact> facts) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (CubeFact item : facts) {
      Map<String, Object> amounts = new TreeMap<>();
      item.fact()
          .amounts()
          .forEach((measure, amount) -> amounts.put(measure, Decimals.plain(amount)));
      items.add(
          new TreeMap<>(
              Map.of(
                  "amounts",
                  amounts,
                  "at",
                  new TreeMap<>(item.fact().at()),
                  "cube",
                  item.cube().cube().name(),
                  "month",
                  item.fact().month().toString())));
    }
    return JSON.writeValueAsString(items);
  }

  private List<CubeFact> parse(String carried) {
    List<CubeFact> facts = new ArrayList<>();
    for (JsonNode item : JSON.readTree(carried)) {
      Map<String, String> at = new TreeMap<>();
      item.get("at").properties().forEach(e -> at.put(e.getKey(), e.getValue().stringValue()));
      Map<String, BigDecimal> amounts = new TreeMap<>();
      item.get("amounts")
          .properties()
          .forEach(e -> amounts.put(e.getKey(), Decimals.parse(e.getValue().stringValue())));
      facts.add(
          new CubeFact(
              cubes.get(item.get("cube").stringValue()),
              new Fact(YearMonth.parse(item.get("month").stringValue()), at, amounts)));
    }
    return facts;
  }

  private static Fact checked(CubeShape cube, Fact fact) {
    for (var dimension : cube.dimensions()) {
      String value = fact.at().get(dimension.name());
      if (value == null || value.isBlank()) {
        throw new IllegalStateException(
            "expected a value for " + dimension.name() + " in a fact of " + cube.cube().name());
      }
    }
    for (String measure : fact.amounts().keySet()) {
      if (!cube.measures().contains(measure)) {
        throw new IllegalStateException(
            "expected a measure of " + cube.cube().name() + ", found '" + measure + "'");
      }
    }
    return fact;
  }
}
