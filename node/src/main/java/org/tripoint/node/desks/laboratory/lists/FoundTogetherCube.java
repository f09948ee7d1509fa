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

/// Results by two substances that were found in the same item: read at one `substance`, by `with`,
/// and never added over both.
@Component
final class FoundTogetherCube implements Cube {

  static final String NAME = "lab-found-together";
  static final String RESULTS = "results";

  /// More were never reported of one item; what is beyond takes no part.
  private static final int MOST = 30;

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
        new Dimension("substance", false),
        new Dimension("with", false));
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
    return version.content(LabResult.KIND).map(FoundTogetherCube::facts).orElse(List.of());
  }

  private static List<Fact> facts(LabResult result) {
    List<String> found = LabResultsCube.found(result).stream().limit(MOST).toList();
    List<Fact> facts = new ArrayList<>();
    for (String substance : found) {
      for (String with : found) {
        if (!with.equals(substance)) {
          facts.add(
              new Fact(
                  YearMonth.from(result.day()),
                  Map.of(
                      "area",
                      LabResultsCube.area(result),
                      "origin",
                      result.sampleOrigin().name(),
                      "substance",
                      substance,
                      "with",
                      with),
                  Map.of(RESULTS, BigDecimal.ONE)));
        }
      }
    }
    return facts;
  }
}
