package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthFiles.Outcome;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

class TripointHealthFormatTest {

  private static final String HEADER =
      "country,jurisdiction,jurisdiction_scheme,indicator_list,indicator,period_kind,period_start,"
          + "period_end,measure,state,value,predicted,percent_complete,percent_pending,footnote\n";

  private final TripointHealthFormat format = new TripointHealthFormat();

  @Test
  void takesTheSourceFromTheFileName() {
    CsvText csv = CsvText.of(HEADER);

    assertThat(format.recognise(csv.header(), "mx-sisvea-2024-05.csv.gz").orElseThrow().source())
        .isEqualTo("mx-sisvea");
    assertThat(format.recognise(csv.header(), "Deaths.csv").orElseThrow().source())
        .isEqualTo("tripoint-health");
  }

  @Test
  void readsAWholeCountryWhenNoJurisdictionStands() {
    HealthObservation one =
        one("MX,,,inegi,overdose,YEAR,2023-01-01,2023-12-31,DEATHS,REPORTED,12,,,,low");

    assertThat(one.jurisdiction()).isEqualTo(Place.country(Country.MEXICO));
    assertThat(one.footnote()).isEqualTo(HealthObservation.Footnote.of("low", null));
  }

  @Test
  void keepsAPlaceThatItsSchemeDoesNotAllowAsReported() {
    HealthObservation one =
        one("MX,Sinaloa,ADMIN1,inegi,overdose,YEAR,2023-01-01,2023-12-31,DEATHS,REPORTED,12,,,,");

    assertThat(one.jurisdiction().scheme()).isEqualTo(PlaceScheme.AS_REPORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "'REPORTED,12,13',REPORTED",
    "'PREDICTED,,13',PREDICTED",
    "'SUPPRESSED,,',SUPPRESSED",
    "'NOT_AVAILABLE,,',NOT_AVAILABLE",
    "'REPORTED,0,',REPORTED"
  })
  void keepsTheFourStatesApart(String figure, State state) {
    assertThat(
            one("MX,,,inegi,o,MONTH,2023-01-01,2023-01-31,DEATHS," + figure + ",,,")
                .figure()
                .state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ZZ,,,l,o,MONTH,2023-01-01,2023-01-31,DEATHS,REPORTED,1,,,,;country;not-in-list",
        "MX,,,l,o,MONTH,2023-01-01,2023-02-28,DEATHS,REPORTED,1,,,,;period_end;not-that-period",
        "MX,,,l,o,WEEK,2023-01-02,2023-01-01,DEATHS,REPORTED,1,,,,;period_end;before-start",
        "MX,,,l,o,MONTH,2023-02-30,2023-02-28,DEATHS,REPORTED,1,,,,;period_start;not-a-date",
        "MX,,,l,o,MONTH,2023-01-01,2023-01-31,DEATHS,REPORTED,,,,,;value;required",
        "MX,,,l,o,MONTH,2023-01-01,2023-01-31,DEATHS,SUPPRESSED,3,,,,;value;must-be-blank",
        "MX,,,l,o,MONTH,2023-01-01,2023-01-31,DEATHS,PREDICTED,,,,,;predicted;required",
        "MX,,,l,o,MONTH,2023-01-01,2023-01-31,DEATHS,GUESSED,3,,,,;state;not-in-list",
        "MX,,,l:x,o,MONTH,2023-01-01,2023-01-31,DEATHS,REPORTED,3,,,,;indicator_list;not-in-list"
      })
  void refusesWhatBreaksARule(String row, String column, String rule) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");

    assertThat(outcome.hard())
        .extracting(Finding::column, Finding::rule)
        .containsExactly(Tuple.tuple(column, rule));
  }

  private HealthObservation one(String row) {
    Outcome outcome = HealthFiles.read(format, CsvText.of(HEADER + row + "\n"), "x.csv");
    assertThat(outcome.hard()).isEmpty();
    return outcome.accepted().values().iterator().next();
  }
}
