package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Results by the scope they were analysed under, so that it can be said among how many of them a
/// substance was looked for.
///
/// A result counts once under the substance `*`; each different substance found adds a fact.
@Component
final class LabScopesCube implements Cube {

  static final String NAME = "lab-scopes";

  /// Stands for the result itself.
  static final String RESULT = "*";

  /// Stands for a scope that is not stated.
  static final String UNSTATED = "-";

  static final String RESULTS = "results";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String kind() {
    return LabResult.KIND.name();
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(
        new Dimension("area", false),
        new Dimension("origin", false, true),
        new Dimension("scope", false),
        new Dimension("substance", false));
  }

  @Override
  public List<String> measures() {
    return List.of(RESULTS);
  }

  @Override
  public boolean health() {
    return true;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(LabResult.KIND).map(LabScopesCube::facts).orElse(List.of());
  }

  /// A scope by how results name it.
  static String scope(String laboratory, String scope, String version) {
    return scope.isBlank() ? UNSTATED : laboratory + "/" + scope + "/" + version;
  }

  private static List<Fact> facts(LabResult result) {
    List<String> substances = new ArrayList<>(List.of(RESULT));
    substances.addAll(LabResultsCube.found(result));
    String scope = scope(result.laboratory(), result.scope(), result.scopeVersion());
    return substances.stream()
        .map(substance ->
            new Fact(
                YearMonth.from(result.day()),
                Map.of(
                    "area",
                    LabResultsCube.area(result),
                    "origin",
                    result.sampleOrigin().name(),
                    "scope",
                    scope,
                    "substance",
                    substance),
                Map.of(RESULTS, BigDecimal.ONE)))
        .toList();
  }
}
