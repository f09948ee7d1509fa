package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Method;

/// What a setting lets expect without anything new.
class FalseAlarmRatesTest {

  private static OptionalDouble rate(Method method, Step step) {
    return FalseAlarmRates.of(
        DetectorsWorld.setting("rated", method, "0.002", List.of("country", "substance")), step);
  }

  @Test
  void nothingIsStatedWhereNothingWasMeasured() {
    assertThat(rate(Method.CUSUM, Step.MONTH)).isEmpty();
    assertThat(rate(Method.EARS_C3, Step.WEEK)).isEmpty();
    assertThat(rate(Method.FIRST_SIGHTING, Step.WEEK)).isEmpty();
    assertThat(rate(Method.COMBINATION, Step.WEEK)).isEmpty();
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
}
