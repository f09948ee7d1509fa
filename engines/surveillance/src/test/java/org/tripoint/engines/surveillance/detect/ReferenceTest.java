package org.tripoint.engines.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.Golden;
import org.tripoint.engines.surveillance.detect.FarringtonSettings.Bound;
import org.tripoint.engines.surveillance.series.CountSeries;

/// The detectors against R's `surveillance` 1.20.3. C3 is left out: the reference is wrong there.
class ReferenceTest {

  private static final double CLOSE = 1e-6;

  @Test
  void originalFarringtonIsThatOfTheReference() throws IOException {
    compare("farr_orig", new Farrington(FarringtonSettings.original().whateverFew()));
  }

  @Test
  void improvedFarringtonIsThatOfTheReferenceForEachBound() throws IOException {
    FarringtonSettings improved = FarringtonSettings.improved().whateverFew();
    compare("farr_flexnb", new Farrington(improved));
    compare("farr_flex", new Farrington(improved.withBound(Bound.TWO_THIRDS)));
    compare(
        "farr_flexmuan", new Farrington(improved.withBound(Bound.NEGATIVE_BINOMIAL_UPPER_MEAN)));
  }

  @Test
  void earsIsThatOfTheReference() throws IOException {
    compare("C1", Ears.of(Ears.Kind.C1));
    compare("C2", Ears.of(Ears.Kind.C2));
  }

  private static void compare(String method, Detector detector) throws IOException {
    Map<Integer, CountSeries> series = Golden.series();
    int compared = 0;
    for (Golden.Line line : Golden.expected()) {
      if (line.method().equals(method)) {
        Finding finding = detector.judge(series.get(line.scenario()), line.week() - 1);
        compareLine(line, finding);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(204);
  }

  private static void compareLine(Golden.Line line, Finding finding) {
    assertThat(finding).as(line.toString()).isNotInstanceOf(Finding.NotJudged.class);
    Evidence evidence =
        finding instanceof Finding.Alarm alarm
            ? alarm.evidence()
            : ((Finding.Quiet) finding).evidence();
    if (!Double.isNaN(line.expected())) {
      assertThat(evidence.expected() / line.expected())
          .as("expected of %s, found %s", line, evidence)
          .isCloseTo(1, within(CLOSE));
      assertThat(evidence.dispersion() / line.phi())
          .as("phi of %s, found %s", line, evidence)
          .isCloseTo(1, within(CLOSE));
    }
    assertThat(evidence.bound())
        .as("bound of %s, found %s", line, evidence)
        .isCloseTo(line.upper(), within(CLOSE * line.upper()));
    assertThat(finding.alarms()).as("alarm of %s", line).isEqualTo(line.alarm());
  }
}
