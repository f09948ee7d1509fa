package org.tripoint.node.desks.health;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.detectors.WatchOfKind;

/// Published counts of deaths, hospital stays and emergency responses over one kind of period, by
/// indicator and jurisdiction. What is not published is not zero.
abstract class HealthCountsWatch extends WatchOfKind<HealthObservation> {

  private static final Set<Measure> COUNTS =
      Set.of(Measure.DEATHS, Measure.HOSPITALISATIONS, Measure.EMS_RESPONSES);

  /// The list whose codes say what a person had, not whether they died of it.
  private static final String DIAGNOSES = "icd-10";

  private final PeriodKind periods;

  HealthCountsWatch(String name, PeriodKind periods, Step step) {
    super(name, HealthObservation.KIND, step, List.of(COUNTRY, "indicator", PLACE), false);
    this.periods = periods;
  }

  /// Whether a figure of that kind of period is watched.
  boolean isWatched(HealthObservation one) {
    return true;
  }

  /// A day of the period that a figure stands in.
  abstract LocalDate dayOf(ObservedPeriod period);

  @Override
  public boolean countsDeaths() {
    return true;
  }

  @Override
  public Optional<Deaths> deathsIn(List<String> at) {
    return DeathsByIndicator.find(at.get(1));
  }

  /// A diagnosis stands for deaths and for stays in hospital: added, they would be neither.
  private static String indicatorOf(HealthObservation one) {
    String key = one.indicator().key();
    boolean mixed = one.indicator().list().equals(DIAGNOSES) && one.measure() != Measure.DEATHS;
    return mixed ? key + "/" + one.measure() : key;
  }

  @Override
  protected List<Counted> countedIn(HealthObservation one) {
    boolean counts = one.period().kind() == periods && COUNTS.contains(one.measure());
    if (!counts || !one.isForEveryone() || !isWatched(one)) {
      return List.of();
    }
    if (!(one.figure() instanceof Figure.Reported reported)) {
      return List.of();
    }
    int count = reported.value().value().setScale(0, RoundingMode.HALF_UP).intValueExact();
    return List.of(
        new Counted(
            dayOf(one.period()),
            List.of(one.country().code(), indicatorOf(one), one.jurisdiction().key()),
            count,
            Math.max(1, count)));
  }
}
