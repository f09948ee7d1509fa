package org.tripoint.node.desks.laboratory.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Samples by what they were sold or taken as and what was found in them.
///
/// A sample counts once under the found substance `*`; each different substance found adds a fact.
/// Samples of which nobody said what they were taken for do not count.
record ExpectedFoundCube(TrendSource<?> source) implements Cube {

  static final String NAME = "expected-found";

  /// Stands for the sample itself.
  static final String SAMPLE = "*";

  @Override
  public String name() {
    return source.cube(NAME);
  }

  @Override
  public String kind() {
    return source.kind().name();
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
    return List.of(TrendSource.SAMPLES);
  }

  @Override
  public boolean health() {
    return true;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return source.facts(version, ExpectedFoundCube::facts);
  }

  private static List<Fact> facts(Analysed sample) {
    String expected = sample.expected();
    if (expected == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>(List.of(SAMPLE));
    found.addAll(sample.found());
    return found.stream()
        .map(substance -> TrendSource.one(sample, Map.of("expected", expected, "found", substance)))
        .toList();
  }
}
