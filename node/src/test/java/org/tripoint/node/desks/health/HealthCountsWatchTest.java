package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.detectors.Watch.Counted;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Which published health figures are watched, and in which period each stands.
class HealthCountsWatchTest {

  private static final Place NATION = Place.country(Country.UNITED_STATES);
  private static final Place STATE = Place.admin1("US-AK");
  private static final ObservedPeriod MONTH =
      ObservedPeriod.months(PeriodKind.MONTH, YearMonth.of(2026, 3), 1);
  private static final ObservedPeriod QUARTER = ObservedPeriod.quarter(2026, 2);
  private static final ObservedPeriod YEAR_SUM = ObservedPeriod.rolling12(YearMonth.of(2026, 3));

  private static HealthObservation observation(
      Place place, String code, ObservedPeriod period, Measure measure, Figure figure) {
    return new HealthObservation(
        Country.UNITED_STATES,
        place,
        new Indicator("list", code, "text"),
        period,
        measure,
        figure,
        null,
        null,
        Map.of(),
        Map.of());
  }

  private static HealthObservation deaths(Place place, String code, ObservedPeriod period) {
    ReportedNumber number = new ReportedNumber(new BigDecimal("12"), "12");
    return observation(place, code, period, Measure.DEATHS, new Figure.Reported(number, null));
  }

  private static Counted counted(LocalDate day, Place place, String code) {
    return new Counted(day, List.of("US", "list:" + code, place.key()), 12, 12);
  }

  @Test
  void aFigureIsWatchedInPeriodsOfItsOwnLengthAlone() {
    HealthObservation month = deaths(STATE, "T40.4", MONTH);
    assertThat(new HealthWeeksWatch().countedIn(month)).isEmpty();
    assertThat(new HealthYearsWatch().countedIn(month)).isEmpty();
    assertThat(new HealthMonthsWatch().countedIn(month))
        .containsExactly(counted(LocalDate.of(2026, 3, 1), STATE, "T40.4"));
    assertThat(new HealthQuartersWatch().countedIn(deaths(STATE, "T40.4", QUARTER)))
        .containsExactly(counted(LocalDate.of(2026, 4, 1), STATE, "T40.4"));
  }

  @Test
  void whatIsNoCountOrNotReportedIsNotWatched() {
    ReportedNumber number = new ReportedNumber(new BigDecimal("12"), "12");
    assertThat(
            new HealthMonthsWatch()
                .countedIn(
                    observation(
                        STATE, "x", MONTH, Measure.PERCENT, new Figure.Reported(number, null))))
        .isEmpty();
    assertThat(
            new HealthMonthsWatch()
                .countedIn(
                    observation(STATE, "x", MONTH, Measure.DEATHS, new Figure.Suppressed("*"))))
        .isEmpty();
  }

  @Test
  void sumsOfAYearStandInTheMonthTheyEndInByKindForTheNationAndTogetherForStates() {
    HealthYearsWatch watch = new HealthYearsWatch();
    assertThat(watch.periodsEach()).isEqualTo(12);
    assertThat(watch.countedIn(deaths(NATION, "T40.4", YEAR_SUM)))
        .containsExactly(counted(LocalDate.of(2026, 3, 31), NATION, "T40.4"));
    assertThat(watch.countedIn(deaths(STATE, "overdose-deaths", YEAR_SUM)))
        .containsExactly(counted(LocalDate.of(2026, 3, 31), STATE, "overdose-deaths"));
    assertThat(watch.countedIn(deaths(STATE, "T40.4", YEAR_SUM))).isEmpty();
  }
}
