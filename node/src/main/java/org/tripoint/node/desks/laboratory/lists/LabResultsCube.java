package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Results by where, of what origin, how far settled, and what was found.
///
/// A result counts once under the substance `*`; each different substance found in it adds a fact
/// under `results_with_substance`, which is read at one substance and never added over substances.
@Component
final class LabResultsCube implements Cube {

  static final String NAME = "lab-results";

  /// Stands for the result itself.
  static final String RESULT = "*";

  static final String RESULTS = "results";
  static final String WITH_SUBSTANCE = "results_with_substance";

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
        new Dimension("area", true),
        new Dimension("origin", true, true),
        new Dimension("status", false, true),
        new Dimension("substance", true));
  }

  @Override
  public List<String> measures() {
    return List.of(RESULTS, WITH_SUBSTANCE);
  }

  /// True: among the samples are those that people handed in, and a small count may point at one.
  @Override
  public boolean health() {
    return true;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(LabResult.KIND).map(LabResultsCube::facts).orElse(List.of());
  }

  private static List<Fact> facts(LabResult result) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(result, RESULT, RESULTS));
    found(result).forEach(key -> facts.add(fact(result, key, WITH_SUBSTANCE)));
    return facts;
  }

  /// Keys of what was found, each once.
  static Set<String> found(LabResult result) {
    Set<String> found = new LinkedHashSet<>();
    for (ResultComponent component : result.components()) {
      if (component.presence().isFound()) {
        found.add(component.substance().key());
      }
    }
    return found;
  }

  /// The first-level subdivision, where the place's code tells it.
  static String area(LabResult result) {
    return Analysed.area(result.place());
  }

  private static Fact fact(LabResult result, String substance, String measure) {
    return new Fact(
        YearMonth.from(result.day()),
        Map.of(
            "area", area(result),
            "origin", result.sampleOrigin().name(),
            "status", result.status().name(),
            "substance", substance),
        Map.of(measure, BigDecimal.ONE));
  }
}
