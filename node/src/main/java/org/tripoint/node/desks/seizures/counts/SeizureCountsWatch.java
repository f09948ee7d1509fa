package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.detectors.WatchOfKind;
import org.tripoint.vocabulary.IsoWeek;

/// Weekly counts that agencies publish, by thing and place. A thing that is no substance, such as a
/// press, stands under its heading. A file names what changed, so what it does not name is zero.
@Component
final class SeizureCountsWatch extends WatchOfKind<PublishedSeizureFigure> {

  SeizureCountsWatch() {
    super(
        "seizure-counts",
        PublishedSeizureFigure.KIND,
        Step.WEEK,
        List.of(COUNTRY, SUBSTANCE, PLACE),
        true);
  }

  @Override
  protected List<Counted> countedIn(PublishedSeizureFigure figure) {
    IsoWeek week = figure.week();
    int events = figure.events().value().intValue();
    return week == null || events == 0
        ? List.of()
        : List.of(
            new Counted(
                week.monday(),
                List.of(figure.country().code(), figure.subject(), figure.area().key()),
                events,
                events));
  }
}
