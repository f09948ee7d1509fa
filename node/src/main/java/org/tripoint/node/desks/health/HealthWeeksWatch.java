package org.tripoint.node.desks.health;

import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;

/// Deaths, hospital stays and emergency responses that are published by the week, by indicator and
/// jurisdiction. Rolling sums and other periods are no series of counts.
@Component
final class HealthWeeksWatch implements Watch {

  private static final Set<Measure> COUNTS =
      Set.of(Measure.DEATHS, Measure.HOSPITALISATIONS, Measure.EMS_RESPONSES);

  @Override
  public String name() {
    return "health-weeks";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(HealthObservation.KIND.name());
  }

  @Override
  public Step step() {
    return Step.WEEK;
  }

  @Override
  public List<String> dimensions() {
    return List.of(COUNTRY, "indicator", PLACE);
  }

  @Override
  public boolean absentIsZero() {
    return false;
  }

  @Override
  public List<Counted> factsOf(RecordVersion version) {
    return version
        .content(HealthObservation.KIND)
        .filter(HealthObservation::isForEveryone)
        .filter(one -> one.period().kind() == PeriodKind.WEEK && COUNTS.contains(one.measure()))
        .map(HealthWeeksWatch::facts)
        .orElse(List.of());
  }

  private static List<Counted> facts(HealthObservation one) {
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
