package org.tripoint.node.desks.health;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// Counts that are published by the week. A week that begins on another day than Monday stands in
/// the one that holds most of its days.
@Component
final class HealthWeeksWatch extends HealthCountsWatch {

  HealthWeeksWatch() {
    super("health-weeks", PeriodKind.WEEK, Step.WEEK);
  }

  @Override
  LocalDate dayOf(ObservedPeriod period) {
    return period.first().plusDays(3);
  }
}
