package org.tripoint.node.desks.laboratory.results;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;

/// Published counts of laboratories' reports a half-year by substance and jurisdiction. What is not
/// in the publication is not zero.
@Component
final class LabCountsWatch implements Watch {

  @Override
  public String name() {
    return "lab-counts";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PublishedLabCount.KIND.name());
  }

  @Override
  public Step step() {
    return Step.HALF_YEAR;
  }

  @Override
  public List<String> dimensions() {
    return List.of(COUNTRY, SUBSTANCE, PLACE);
  }

  @Override
  public boolean absentIsZero() {
    return false;
  }

  @Override
  public List<Counted> factsOf(RecordVersion version) {
    return version.content(PublishedLabCount.KIND).map(LabCountsWatch::facts).orElse(List.of());
  }

  private static List<Counted> facts(PublishedLabCount count) {
    int reports = Math.toIntExact(count.reports());
    return reports == 0
        ? List.of()
        : List.of(
            new Counted(
                count.from(),
                List.of(count.country().code(), count.substance().key(), count.place().key()),
                reports,
                reports));
  }
}
