package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.judging.WorldWithoutNews.Rate;

/// What a setting lets expect without anything new.
class FalseAlarmRatesTest {

  private static DetectorSetting setting(Method method, String chance, int least) {
    return new DetectorSetting(
        "rated",
        method,
        "finds",
        List.of("country", "substance"),
        true,
        new BigDecimal(chance),
        new BigDecimal("0.3"),
        least,
        "ana",
        Instant.EPOCH);
  }

  private static OptionalDouble rate(Method method, Step step) {
    return FalseAlarmRates.of(setting(method, "0.002", 1), step);
  }

  private static double rate(Method method, String chance, int least) {
    return FalseAlarmRates.of(setting(method, chance, least), Step.WEEK).orElseThrow();
  }

  @Test
  void nothingIsStatedWhereNothingWasMeasured() {
    assertThat(rate(Method.CUSUM, Step.MONTH)).isEmpty();
    assertThat(rate(Method.EARS_C3, Step.MONTH)).isEmpty();
    assertThat(rate(Method.COMBINATION, Step.MONTH)).isEmpty();
  }

  @Test
  void chartsOfWeeklySeriesStateWhatWasMeasured() {
    assertThat(rate(Method.CUSUM, Step.WEEK)).hasValue(0.00791);
    assertThat(rate(Method.LIKELIHOOD_RATIO, Step.WEEK)).hasValue(0.01757);
    assertThat(rate(Method.LEVEL_SHIFT, Step.WEEK)).hasValue(0.0082);
  }

  @Test
  void methodsWithAChanceStateThatOfTheirBounds() {
    assertThat(rate(Method.EARS_C2, Step.MONTH)).hasValue(0.002);
    assertThat(rate(Method.RECENT_SUMS, Step.WEEK)).hasValue(4.5 * 0.002);
  }

  @Test
  void theSumOfThreeStatesTheRateOfItsLimitAndBetweenMeasuredOnesOneBetween() {
    assertThat(rate(Method.EARS_C3, "0.002", 1)).isEqualTo(0.09954);
    assertThat(rate(Method.EARS_C3, "0.003", 1)).isBetween(0.09954, 0.11318);
    assertThat(rate(Method.EARS_C3, "0.00001", 1)).isEqualTo(0.07291);
  }

  @Test
  void forMoreReportsThanWereMeasuredTheLastRateStands() {
    assertThat(rate(Method.FIRST_SIGHTING, "0.002", 2)).isEqualTo(0.00087);
    assertThat(rate(Method.FIRST_SIGHTING, "0.002", 40)).isEqualTo(0.00005);
    assertThat(rate(Method.COMBINATION, "0.002", 3)).isEqualTo(0.000078);
    assertThat(rate(Method.COMBINATION, "0.002", 9)).isEqualTo(0.000163);
  }

  @Test
  void firstSightingsGoByPlacesAndAllElseBySeries() {
    assertThat(
            FalseAlarmRates.expected(setting(Method.FIRST_SIGHTING, "0.002", 1), Step.WEEK, 7, 3))
        .hasValue(3 * 0.155);
    assertThat(FalseAlarmRates.expected(setting(Method.CUSUM, "0.002", 1), Step.WEEK, 7, 3))
        .hasValue(7 * 0.00791);
    assertThat(FalseAlarmRates.expected(setting(Method.CUSUM, "0.002", 1), Step.MONTH, 7, 3))
        .isEmpty();
  }

  @Test
  void theStatedRateOfFirstSightingsIsThatOfTheSimulatedMarket() {
    Rate few =
        WorldWithoutNews.measured(Method.FIRST_SIGHTING, Step.WEEK, 10)
            .getOrDefault(1, new Rate(0, 1));
    assertThat(few.each()).isCloseTo(rate(Method.FIRST_SIGHTING, "0.002", 1), within(0.04));
  }
}
