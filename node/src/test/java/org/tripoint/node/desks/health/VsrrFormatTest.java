package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthFiles.Outcome;
import org.tripoint.node.intake.Format;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;

class VsrrFormatTest {

  private static final String HEADER =
      "State,Year,Month,Period,Indicator,Data Value,Percent Complete,"
          + "Percent Pending Investigation,State Name,Footnote,Footnote Symbol,Predicted Value\n";

  private final Format format = new VsrrFormat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        HealthFiles.VSRR_2017,
        HealthFiles.VSRR_2018,
        HealthFiles.VSRR_2019,
        HealthFiles.VSRR_T404
      })
  void acceptsEveryPublishedRowWithoutARemark(String name) {
    Outcome outcome = HealthFiles.readPublished(format, name);

    assertThat(outcome.hard()).isEmpty();
    assertThat(outcome.soft()).isEmpty();
    assertThat(outcome.accepted()).hasSize(outcome.rows());
  }

  @ParameterizedTest
  @CsvSource({
    HealthFiles.VSRR_2017 + ",6931",
    HealthFiles.VSRR_2018 + ",10374",
    HealthFiles.VSRR_2019 + ",13320"
  })
  void addsUpToTheFilesOwnFigures(String name, int rows) {
    CsvText file = HealthFiles.published(name);
    BigDecimal expected =
        file.rows().stream()
            .map(row -> new BigDecimal(row.get("Data Value").replace(",", "")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    Outcome outcome = HealthFiles.readPublished(format, name);

    assertThat(outcome.rows()).isEqualTo(rows);
    assertThat(
            outcome.accepted().values().stream()
                .map(o -> o.figure().reportedValue().orElseThrow().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(expected);
  }

  /// Of the 6,728 cells that stand in the releases of 2017 and of 2019, 1,777 hold another value.
  @Test
  void findsOnlyRestatementsOfTheValueBetweenReleases() {
    Map<String, HealthObservation> first =
        HealthFiles.readPublished(format, HealthFiles.VSRR_2017).accepted();
    Map<String, HealthObservation> last =
        HealthFiles.readPublished(format, HealthFiles.VSRR_2019).accepted();

    assertThat(first.keySet().stream().filter(last::containsKey)).hasSize(6_728);
    assertThat(
            first.entrySet().stream()
                .filter(e -> last.containsKey(e.getKey()))
                .filter(e -> differ(e.getValue().figure(), last.get(e.getKey()).figure())))
        .hasSize(1_777);
  }

  private static boolean differ(Figure left, Figure right) {
    return left.reportedValue()
            .orElseThrow()
            .value()
            .compareTo(right.reportedValue().orElseThrow().value())
        != 0;
  }

  @Test
  void keepsTheStatesOfTheSeriesFileApart() {
    Outcome outcome = HealthFiles.readPublished(format, HealthFiles.VSRR_T404);

    assertThat(outcome.accepted().values().stream().filter(o -> is(o, State.REPORTED)))
        .hasSize(4_749);
    assertThat(outcome.accepted().values().stream().filter(o -> is(o, State.PREDICTED))).hasSize(1);
    assertThat(outcome.accepted().values().stream().filter(o -> is(o, State.NOT_AVAILABLE)))
        .hasSize(125);
  }

  private static boolean is(HealthObservation observation, State state) {
    return observation.figure().state() == state;
  }

  @Test
  void readsTheTwelveMonthsBeforeTheNamedMonthEnds() {
    HealthObservation one =
        one("CT,2018,June,12 month-ending,Cocaine (T40.5),\"1,004\",99.5+,0.2,Connecticut,,,1010");

    assertThat(one.period().first()).isEqualTo("2017-07-01");
    assertThat(one.period().last()).isEqualTo("2018-06-30");
    assertThat(one.indicator().key()).isEqualTo("cdc-vsrr:T40.5");
    assertThat(one.jurisdiction()).isEqualTo(Place.admin1("US-CT"));
    assertThat(one.figure().reportedValue().orElseThrow().value()).isEqualTo("1004");
    assertThat(one.figure().predictedValue().orElseThrow().value()).isEqualTo("1010");
    assertThat(one.completeness()).isNotNull();
    assertThat(one.completeness().atLeast()).isTrue();
  }

  @Test
  void keepsNewYorkCityApartFromTheState() {
    HealthObservation one = one("YC,2018,June,12 month-ending,Number of Deaths,10,100,0,,,,");

    assertThat(one.jurisdiction()).isEqualTo(Jurisdictions.NEW_YORK_CITY);
    assertThat(one.jurisdiction()).isNotEqualTo(Place.admin1("US-NY"));
    assertThat(one.country()).isEqualTo(Country.UNITED_STATES);
  }

  @Test
  void takesABlankForSuppressedOnlyWhereTheFootnoteSaysSo() {
    String row = "AK,2018,June,12 month-ending,Number of Deaths,,100,0,Alaska,%s,,%s";

    assertThat(one(row.formatted("Suppressed (counts 1-9).", "")).figure().state())
        .isEqualTo(State.SUPPRESSED);
    assertThat(one(row.formatted("Underreported due to incomplete data.", "")).figure().state())
        .isEqualTo(State.NOT_AVAILABLE);
    assertThat(one(row.formatted("", "12")).figure().state()).isEqualTo(State.PREDICTED);
  }

  @Test
  void keepsUnknownPlacesIndicatorsAndColumnsAsReported() {
    CsvText csv =
        CsvText.of(
            HEADER.replace("\n", ",Region\n")
                + "ZZ,2018,June,12 month-ending,Nitazenes (T40.9),12,100,0,,,,,West\n");
    Outcome outcome = HealthFiles.read(format, csv, "x.csv");

    HealthObservation one = outcome.accepted().values().iterator().next();
    assertThat(outcome.soft())
        .extracting(Format.Finding::rule)
        .containsExactly("place-not-recognised", "indicator-not-recognised");
    assertThat(one.jurisdiction().code()).isEqualTo("ZZ");
    assertThat(one.indicator().code()).isEqualTo("Nitazenes (T40.9)");
    assertThat(one.extras()).containsExactly(Map.entry("Region", "West"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CT,2018,Juin,12 month-ending,Number of Deaths,1,100,0,,,,;Month;not-in-list",
        "CT,18,June,12 month-ending,Number of Deaths,1,100,0,,,,;Year;not-in-range",
        "CT,2018,June,month,Number of Deaths,1,100,0,,,,;Period;not-in-list",
        "CT,2018,June,12 month-ending,Number of Deaths,1.2.3,100,0,,,,;Data Value;not-a-number",
        "CT,2018,June,12 month-ending,Number of Deaths,-4,100,0,,,,;Data Value;not-a-number",
        "CT,2018,June,12 month-ending,Number of Deaths,1,140,0,,,,;Percent"
            + " Complete;not-a-percentage",
        ",2018,June,12 month-ending,Number of Deaths,1,100,0,,,,;State;required",
        "CT,2018,June,12 month-ending,,1,100,0,,,,;Indicator;required"
      })
  void refusesWhatBreaksARule(String row, String column, String rule) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");

    assertThat(outcome.accepted()).isEmpty();
    assertThat(outcome.hard())
        .extracting(Format.Finding::column, Format.Finding::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(column, rule));
  }

  private HealthObservation one(String row) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");
    assertThat(outcome.hard()).isEmpty();
    return outcome.accepted().values().iterator().next();
  }
}
