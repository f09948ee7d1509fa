package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.detectors.WatchOfKind;

/// Monthly counts that agencies publish, by thing and area. A release names what was seized, so
/// what it does not name is zero, up to the last month that any release tells of.
@Component
final class SeizureMonthsWatch extends WatchOfKind<PublishedSeizureFigure> {

  SeizureMonthsWatch() {
    super(
        "seizure-months",
        PublishedSeizureFigure.KIND,
        Step.MONTH,
        List.of(COUNTRY, SUBSTANCE, PLACE),
        true);
  }

  @Override
  public boolean endsWithLastPublished() {
    return true;
  }

  @Override
  protected List<Counted> countedIn(PublishedSeizureFigure figure) {
    int events = figure.events().value().intValue();
    return figure.week() != null || events == 0
        ? List.of()
        : List.of(
            new Counted(
                figure.month().atDay(1),
                List.of(figure.country().code(), figure.subject(), figure.area().key()),
                events,
                events));
  }
}
