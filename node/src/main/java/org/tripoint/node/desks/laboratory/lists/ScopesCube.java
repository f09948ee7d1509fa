package org.tripoint.node.desks.laboratory.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Samples by the scope they were analysed under, so that it can be said among how many of them a
/// substance was looked for.
///
/// A sample counts once under the substance `*`; each different substance found adds a fact.
record ScopesCube(TrendSource<?> source) implements Cube {

  static final String NAME = "scopes";

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
        new Dimension("scope", false),
        new Dimension("substance", false));
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
    return source.facts(version, ScopesCube::facts);
  }

  private static List<Fact> facts(Analysed sample) {
    List<String> substances = new ArrayList<>(List.of(SAMPLE));
    substances.addAll(sample.found());
    return substances.stream()
        .map(substance ->
            TrendSource.one(sample, Map.of("scope", sample.scope(), "substance", substance)))
        .toList();
  }
}
