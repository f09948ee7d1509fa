package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.IsoWeek;

/// Weekly counts that agencies publish, by thing and place. A thing that is no substance, such as a
/// press, stands under its heading. A file names what changed, so what it does not name is zero.
@Component
final class SeizureCountsWatch implements Watch {

  @Override
  public String name() {
    return "seizure-counts";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PublishedSeizureFigure.KIND.name());
  }

  @Override
  public Step step() {
    return Step.WEEK;
  }

  @Override
  public List<String> dimensions() {
    return List.of(COUNTRY, SUBSTANCE, PLACE);
  }

  @Override
  public boolean absentIsZero() {
    return true;
  }

  @Override
  public List<Counted> factsOf(RecordVersion version) {
    return version
        .content(PublishedSeizureFigure.KIND)
        .map(SeizureCountsWatch::facts)
        .orElse(List.of());
  }

  private static List<Counted> facts(PublishedSeizureFigure figure) {
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
