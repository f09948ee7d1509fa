package org.tripoint.engines.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.simulation.ComparisonOfDetectors;
import org.tripoint.engines.surveillance.simulation.Performance;
import org.tripoint.engines.surveillance.simulation.Scenario;
import org.tripoint.engines.surveillance.simulation.Scenario.Simulated;

/// A part of the comparison of docs/design/surveillance.md; all of it is [ComparisonOfDetectors].
class RecommendedDetectorTest {

  @Test
  void isBetterThanImprovedFarringtonOnTheSameSeries() {
    List<Simulated> series = Performance.draw(Scenario.all(), 5, 7_000_000_000L);
    Performance recommended = Performance.of(ComparisonOfDetectors.recommended(), series);
    Performance improved =
        Performance.of(new Farrington(FarringtonSettings.improved().whateverFew()), series);
    assertThat(recommended.falsePositiveRate()).as("%s", recommended).isLessThan(0.0075);
    assertThat(recommended.detected())
        .as("%s against %s", recommended, improved)
        .isGreaterThan(improved.detected());
  }
}
