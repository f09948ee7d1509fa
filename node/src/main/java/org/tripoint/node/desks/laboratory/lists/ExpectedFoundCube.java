package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.ExpectedSubstance;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Results of items by what they were sold or taken as and what was found in them.
///
/// A result counts once under the found substance `*`; each different substance found adds a fact.
/// Items of which nobody said what they were taken for do not count.
@Component
final class ExpectedFoundCube implements Cube {

  static final String NAME = "lab-expected-found";
  static final String RESULTS = "results";

  /// Stands for the result itself.
  static final String RESULT = "*";

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
        new Dimension("expected", false),
        new Dimension("found", false));
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
    return version.content(LabResult.KIND).map(ExpectedFoundCube::facts).orElse(List.of());
  }

  private static List<Fact> facts(LabResult result) {
    ExpectedSubstance expected = result.expected();
    if (expected == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>(List.of(RESULT));
    found.addAll(LabResultsCube.found(result));
    return found.stream()
        .map(substance ->
            new Fact(
                YearMonth.from(result.day()),
                Map.of(
                    "area", LabResultsCube.area(result),
                    "origin", result.sampleOrigin().name(),
                    "expected", expected.substance().key(),
                    "found", substance),
                Map.of(RESULTS, BigDecimal.ONE)))
        .toList();
  }
}
