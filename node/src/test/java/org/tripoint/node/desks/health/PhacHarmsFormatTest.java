package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthFiles.Outcome;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.intake.Format;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

class PhacHarmsFormatTest {

  private static final String HEADER =
      "Substance,Source,Specific_Measure,Type_Event,Region,PRUID,Time_Period,Year_Quarter,"
          + "Aggregator,Disaggregator,Unit,Value\n";

  private final Format format = new PhacHarmsFormat();

  @Test
  void acceptsEveryPublishedRowInItsState() {
    Outcome outcome = HealthFiles.readPublished(format, HealthFiles.PHAC);

    assertThat(outcome.hard()).isEmpty();
    assertThat(outcome.soft()).isEmpty();
    assertThat(outcome.accepted()).hasSize(outcome.rows()).hasSize(9_180);
    assertThat(
            outcome.accepted().values().stream()
                .collect(Collectors.groupingBy(o -> o.figure().state(), Collectors.counting())))
        .isEqualTo(
            Map.of(State.REPORTED, 7_345L, State.SUPPRESSED, 1_494L, State.NOT_AVAILABLE, 341L));
  }

  /// The oracle adds the file's own text by type of event and unit.
  @Test
  void addsUpToTheFilesOwnFigures() {
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (Map<String, String> row : HealthFiles.published(HealthFiles.PHAC).rows()) {
      if (row.get("Value").matches("[0-9.]+") && row.get("Unit").equals("Number")) {
        expected.merge(row.get("Type_Event"), new BigDecimal(row.get("Value")), BigDecimal::add);
      }
    }
    Map<String, BigDecimal> found = new TreeMap<>();
    for (HealthObservation o :
        HealthFiles.readPublished(format, HealthFiles.PHAC).accepted().values()) {
      boolean number =
          switch (o.measure()) {
            case DEATHS, HOSPITALISATIONS, EMS_RESPONSES -> true;
            case PERCENT, RATE_CRUDE, RATE_AGE_ADJUSTED, OTHER -> false;
          };
      if (number) {
        o.figure()
            .reportedValue()
            .ifPresent(v -> found.merge(o.indicator().text(), v.value(), BigDecimal::add));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void givesOneFigureForEveryoneByPlacePeriodAndMeasure() {
    Outcome outcome = HealthFiles.readPublished(format, HealthFiles.PHAC);

    assertThat(
            outcome.accepted().values().stream()
                .filter(HealthObservation::isForEveryone)
                .map(o ->
                    String.join(
                        "|",
                        o.jurisdiction().key(),
                        o.indicator().key(),
                        o.period().key(),
                        o.measure().name()))
                .distinct())
        .hasSize(
            (int)
                HealthFiles.published(HealthFiles.PHAC).rows().stream()
                    .filter(row -> row.get("Specific_Measure").equals("Overall numbers"))
                    .count());
  }

  @Test
  void readsAggregatorAndDisaggregatorByTheMeasureTheyStandUnder() {
    assertThat(strata("Age by Sex breakdown,D,Canada,1,By year,2018,0 to 19 years,Male"))
        .isEqualTo(Map.of("age", "0 to 19 years", "sex", "Male"));
    assertThat(strata("Type of opioids by age,D,Canada,1,By year,2018,Fentanyl,20 to 29 years"))
        .isEqualTo(Map.of("opioid-type", "Fentanyl", "age", "20 to 29 years"));
    assertThat(strata("Sex by origin of the opioids,D,Canada,1,By year,2018,Male,Both"))
        .isEqualTo(Map.of("sex", "Male", "opioid-origin", "Both"));
    assertThat(strata("Involvement of stimulants,D,Canada,1,By year,2018,,"))
        .isEqualTo(Map.of("measure", "Involvement of stimulants"));
    assertThat(strata("Overall numbers,D,Canada,1,By year,2018,,")).isEmpty();
  }

  private Map<String, String> strata(String middle) {
    return one("Opioids,Deaths," + middle + ",Number,12").strata();
  }

  @Test
  void keepsACityApartFromTheProvinceWhoseNumberItHas() {
    HealthObservation one =
        one(
            "Opioids,Deaths,Overall numbers,D,Winnipeg Manitoba,46,By"
                + " year,2018,,,Number,Suppressed");

    assertThat(one.jurisdiction().scheme()).isEqualTo(PlaceScheme.HEALTH_REGION);
    assertThat(one.figure()).isEqualTo(new Figure.Suppressed("Suppressed"));
    assertThat(
            one("Opioids,Deaths,Overall numbers,D,Manitoba,46,By year,2018,,,Number,n/a")
                .jurisdiction())
        .isEqualTo(Place.admin1("CA-MB"));
  }

  @ParameterizedTest
  @CsvSource({
    "2020,YEAR,2020-01-01,2020-12-31",
    "2020 Q3,QUARTER,2020-07-01,2020-09-30",
    "2018 (Apr to Dec),PART_OF_YEAR,2018-04-01,2018-12-31",
    "2020 (Jan to Dec),YEAR,2020-01-01,2020-12-31"
  })
  void readsPeriods(String text, PeriodKind kind, String first, String last) {
    ObservedPeriod period =
        one("Opioids,Deaths,Overall numbers,D,Canada,1,By year," + text + ",,,Number,5").period();

    assertThat(period.key()).isEqualTo(kind + "/" + first + "/" + last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Opioids,Deaths,Overall numbers,D,Canada,1,By year,20,,,Number,5;Year_Quarter;not-a-period",
        "Opioids,Deaths,Overall numbers,D,Canada,1,By year,2018 (Dec to Apr),,,Number,5;"
            + "Year_Quarter;not-a-period",
        "Opioids,Deaths,Overall numbers,D,Canada,1,By year,2018,,,Number,few;Value;not-a-number",
        "Opioids,Deaths,Overall numbers,D,Canada,1,By year,2018,,,Number,;Value;required",
        "Opioids,Deaths,Overall numbers,D,Canada,1,By year,2018,,,Dozen,5;Unit;not-in-list",
        "Opioids,Deaths,Overall numbers,,Canada,1,By year,2018,,,Number,5;Type_Event;required"
      })
  void refusesWhatBreaksARule(String row, String column, String rule) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");

    assertThat(outcome.hard())
        .extracting(Format.Finding::column, Format.Finding::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(column, rule));
  }

  @Test
  void countsByWhatIsCounted() {
    assertThat(one("Opioids,Hospitalizations,Overall numbers,D,Canada,1,By year,2018,,,Number,5"))
        .extracting(HealthObservation::measure)
        .isEqualTo(Measure.HOSPITALISATIONS);
  }

  private HealthObservation one(String row) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");
    assertThat(outcome.hard()).isEmpty();
    return outcome.accepted().values().iterator().next();
  }
}
