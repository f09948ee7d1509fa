package org.tripoint.node.detectors.judging;

import java.util.List;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;

/// A weekly watch of some dimensions for tests that bring the counts themselves.
record Weekly(List<String> dimensions) implements Watch {

  @Override
  public String name() {
    return "weekly";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("none");
  }

  @Override
  public Step step() {
    return Step.WEEK;
  }

  @Override
  public boolean absentIsZero() {
    return true;
  }

  @Override
  public List<Counted> factsOf(RecordVersion version) {
    return List.of();
  }
}
