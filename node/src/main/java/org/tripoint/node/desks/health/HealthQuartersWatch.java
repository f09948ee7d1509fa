package org.tripoint.node.desks.health;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// Counts that are published by the quarter, two to a half-year. A half-year of which one quarter
/// is published counts half: at the end that can hide a rise, in the past it lowers what is
/// expected.
@Component
final class HealthQuartersWatch extends HealthCountsWatch {

  HealthQuartersWatch() {
    super("health-quarters", PeriodKind.QUARTER, Step.HALF_YEAR);
  }

  @Override
  LocalDate dayOf(ObservedPeriod period) {
    return period.first();
  }
}
