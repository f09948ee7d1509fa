package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.surveillance.detect.Baseline;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.signals.Confidence;
import org.tripoint.node.signals.Severity;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.vocabulary.RecordId;

/// How grave an alarm is comes from its substance and its spread, how sure from its reports.
class RateAlarmTest {

  private static final LocalDate WEEK = LocalDate.of(2026, 2, 2);
  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final DetectorSetting SETTING =
      DetectorsWorld.setting(
          "rated", Method.RECENT_SUMS, "0.002", List.of("country", "substance", "place"));

  private final RateAlarm rate = new RateAlarm(new NamedSubstances(() -> REGISTRY));

  private static Judgement counted(String key, int observed, double score, double share) {
    Evidence evidence =
        new Evidence(
            "d", 60, 1, observed, 1, 1, 3, score, 0.0001, new Baseline(0, 55, 56, List.of()));
    return new Judgement(
        List.of("US", key, "US-MI"), WEEK, true, 0.0001, new Why.Counted(evidence, share, 0));
  }

  private static Alarmed alarmed(Judgement judgement, int places) {
    return alarmed(judgement, places, null);
  }

  private static Alarmed alarmed(Judgement judgement, int places, @Nullable CountedDeaths deaths) {
    return new Alarmed(
        judgement.at(),
        WEEK,
        WEEK,
        judgement,
        places,
        List.of(new RecordId(new UUID(1, 1))),
        List.of(),
        null,
        deaths);
  }

  private static String keyOf(String id) {
    return "inchikey:" + REGISTRY.findById(id).orElseThrow().inchiKey();
  }

  private static int level(Severity severity, Aspect aspect) {
    return severity.aspects().stream()
        .filter(one -> one.aspect() == aspect)
        .mapToInt(Severity.Level::level)
        .findFirst()
        .orElse(0);
  }

  @Test
  void aThingThatNobodyKnowsHasItsSpreadAlone() {
    Severity severity = rate.severity(SETTING, alarmed(counted("text:presses", 4, 1.2, 1), 1));
    assertThat(severity.aspects()).hasSize(1);
    assertThat(severity.suggested()).isEqualTo(1);
  }

  @Test
  void aNitazeneIsGraverThanItsSpread() {
    Severity severity =
        rate.severity(SETTING, alarmed(counted(keyOf("isotonitazene"), 4, 1.2, 1), 1));
    assertThat(level(severity, Aspect.POTENCY)).isEqualTo(5);
    assertThat(level(severity, Aspect.DETECTION_DIFFICULTY)).isEqualTo(4);
    assertThat(level(severity, Aspect.SPREAD)).isEqualTo(1);
  }

  private int levelOfDeaths(int observed, double expected, boolean above) {
    CountedDeaths deaths =
        new CountedDeaths("w", Set.of("fentanyl"), WEEK, WEEK, observed, expected, above);
    return level(
        rate.severity(SETTING, alarmed(counted("text:x", 4, 1.2, 1), 1, deaths)), Aspect.DEATHS);
  }

  @Test
  void deathsAreGraverTheMoreTheyAreOverExpectation() {
    assertThat(levelOfDeaths(3, 2.5, true)).isEqualTo(2);
    assertThat(levelOfDeaths(4, 1, true)).isEqualTo(3);
    assertThat(levelOfDeaths(31, 20, true)).isEqualTo(4);
    assertThat(levelOfDeaths(260, 200, true)).isEqualTo(5);
  }

  @Test
  void deathsWithinTheirBoundAreKnownAndSlightHoweverMany() {
    assertThat(levelOfDeaths(2_900, 2_800, false)).isEqualTo(1);
    assertThat(levelOfDeaths(0, 3, false)).isEqualTo(1);
  }

  @Test
  void aSubstanceGoesBeforeItsFamily() {
    Severity one = rate.severity(SETTING, alarmed(counted(keyOf("carfentanil"), 4, 1.2, 1), 1));
    Severity other = rate.severity(SETTING, alarmed(counted(keyOf("fentanyl"), 4, 1.2, 1), 1));
    assertThat(level(one, Aspect.POTENCY)).isGreaterThan(level(other, Aspect.POTENCY));
  }

  @Test
  void morePlacesAndAHigherScoreAreWiderSpread() {
    assertThat(
            level(rate.severity(SETTING, alarmed(counted("text:x", 9, 1.2, 1), 4)), Aspect.SPREAD))
        .isEqualTo(3);
    assertThat(
            level(rate.severity(SETTING, alarmed(counted("text:x", 9, 3.5, 1), 4)), Aspect.SPREAD))
        .isEqualTo(4);
    assertThat(
            level(rate.severity(SETTING, alarmed(counted("text:x", 9, 9.0, 1), 40)), Aspect.SPREAD))
        .isEqualTo(5);
  }

  @Test
  void fewReportsAndHalfReportedPeriodsAreLessSure() {
    assertThat(RateAlarm.confidence(counted("text:x", 4, 2, 1))).isEqualTo(Confidence.LOW);
    assertThat(RateAlarm.confidence(counted("text:x", 40, 2, 0.3))).isEqualTo(Confidence.LOW);
    assertThat(RateAlarm.confidence(counted("text:x", 40, 2, 0.7))).isEqualTo(Confidence.MEDIUM);
    assertThat(RateAlarm.confidence(counted("text:x", 40, 1.1, 1))).isEqualTo(Confidence.MEDIUM);
    assertThat(RateAlarm.confidence(counted("text:x", 40, 2, 1))).isEqualTo(Confidence.HIGH);
  }

  @Test
  void everyAspectThatShipsIsOfAFamilyOrSubstanceOfTheRegistry() {
    for (List<String> row : ShippedRows.of("/detectors/severity.csv")) {
      assertThat(
              REGISTRY.findById(row.getFirst()).isPresent()
                  || REGISTRY.substances().stream()
                      .anyMatch(one -> one.family().equals(row.getFirst())))
          .as(row.getFirst())
          .isTrue();
    }
  }

  @Test
  void everySubstanceOfAHistoricalCaseIsInTheRegistry() {
    for (List<String> row : ShippedRows.of("/detectors/historical-cases.csv")) {
      for (String id : row.get(1).split(";", -1)) {
        assertThat(REGISTRY.findById(id)).as(id).isPresent();
      }
    }
  }
}
