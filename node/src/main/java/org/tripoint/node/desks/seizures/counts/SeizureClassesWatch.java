package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.CountedThing;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.detectors.WatchOfKind;
import org.tripoint.vocabulary.IsoWeek;

/// Weekly counts that agencies publish, by class of item in the whole country: coarse enough that a
/// rise among equipment, of which each place reports a few a year, stands out.
@Component
final class SeizureClassesWatch extends WatchOfKind<PublishedSeizureFigure> {

  SeizureClassesWatch() {
    super(
        "seizure-classes",
        PublishedSeizureFigure.KIND,
        Step.WEEK,
        List.of(COUNTRY, ITEM_CLASS),
        true);
  }

  @Override
  protected List<Counted> countedIn(PublishedSeizureFigure figure) {
    IsoWeek week = figure.week();
    CountedThing thing = figure.thing();
    int events = figure.events().value().intValue();
    return week == null || thing == null || events == 0
        ? List.of()
        : List.of(
            new Counted(
                week.monday(),
                List.of(figure.country().code(), thing.itemClass().name()),
                events,
                events));
  }
}
