package org.tripoint.node.desks.health;

import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.detectors.WatchOfKind;

/// Deaths, hospital stays and emergency responses that are published by the week, by indicator and
/// jurisdiction. Rolling sums and other periods are no series of counts.
@Component
final class HealthWeeksWatch extends WatchOfKind<HealthObservation> {

  private static final Set<Measure> COUNTS =
      Set.of(Measure.DEATHS, Measure.HOSPITALISATIONS, Measure.EMS_RESPONSES);

  HealthWeeksWatch() {
    super(
        "health-weeks",
        HealthObservation.KIND,
        Step.WEEK,
        List.of(COUNTRY, "indicator", PLACE),
        false);
  }

  @Override
  protected List<Counted> countedIn(HealthObservation one) {
    boolean weekly = one.period().kind() == PeriodKind.WEEK && COUNTS.contains(one.measure());
    if (!weekly || !one.isForEveryone()) {
      return List.of();
    }
    if (!(one.figure() instanceof Figure.Reported reported)) {
      return List.of();
    }
    int count = reported.value().value().setScale(0, RoundingMode.HALF_UP).intValueExact();
    return List.of(
        new Counted(
            one.period().first().plusDays(3),
            List.of(one.country().code(), one.indicator().key(), one.jurisdiction().key()),
            count,
            Math.max(1, count)));
  }
}
