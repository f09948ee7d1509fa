package org.tripoint.node.desks.laboratory.results;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.WatchOfKind;

/// Published counts of laboratories' reports a half-year by substance and jurisdiction. What is not
/// in the publication is not zero.
@Component
final class LabCountsWatch extends WatchOfKind<PublishedLabCount> {

  LabCountsWatch() {
    super(
        "lab-counts",
        PublishedLabCount.KIND,
        Step.HALF_YEAR,
        List.of(COUNTRY, SUBSTANCE, PLACE),
        false);
  }

  @Override
  protected List<Counted> countedIn(PublishedLabCount count) {
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
