package org.tripoint.node.desks.health;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.vocabulary.PlaceScheme;

/// Sums over twelve months that are published every month: of the whole country every indicator, of
/// smaller jurisdictions overdose deaths of every kind together, since by kind they are few and
/// often suppressed.
@Component
final class HealthYearsWatch extends HealthCountsWatch {

  private static final String ALL_OVERDOSES = "overdose-deaths";

  HealthYearsWatch() {
    super("health-years", PeriodKind.ROLLING_12, Step.MONTH);
  }

  @Override
  public int periodsEach() {
    return 12;
  }

  @Override
  boolean isWatched(HealthObservation one) {
    return one.jurisdiction().scheme() == PlaceScheme.COUNTRY
        || one.indicator().code().equals(ALL_OVERDOSES);
  }

  @Override
  LocalDate dayOf(ObservedPeriod period) {
    return period.last();
  }
}
