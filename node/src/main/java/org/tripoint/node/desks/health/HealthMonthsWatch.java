package org.tripoint.node.desks.health;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// Counts that are published by the calendar month.
@Component
final class HealthMonthsWatch extends HealthCountsWatch {

  HealthMonthsWatch() {
    super("health-months", PeriodKind.MONTH, Step.MONTH);
  }

  @Override
  LocalDate dayOf(ObservedPeriod period) {
    return period.first();
  }
}
