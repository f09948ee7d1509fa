package org.tripoint.node.desks.laboratory.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Samples by two substances that were found in the same one: read at one `substance`, by `with`,
/// and never added over both.
record FoundTogetherCube(TrendSource<?> source) implements Cube {

  static final String NAME = "found-together";

  /// More were never reported of one sample; what is beyond takes no part.
  static final int MOST = 30;

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
        new Dimension("substance", false),
        new Dimension("with", false));
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
    return source.facts(version, FoundTogetherCube::facts);
  }

  private static List<Fact> facts(Analysed sample) {
    List<String> found = sample.found().stream().limit(MOST).toList();
    List<Fact> facts = new ArrayList<>();
    for (String substance : found) {
      for (String with : found) {
        if (!with.equals(substance)) {
          facts.add(TrendSource.one(sample, Map.of("substance", substance, "with", with)));
        }
      }
    }
    return facts;
  }
}
