package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.CountedDead.Dead;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// Deaths that are counted where a substance is found make its signal graver, and say so.
class DeathsAsSeverityTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int WEEKS = 60;
  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final Watches WATCHES = new Watches(List.of(new Finds(), new CountedDead()));

  private static final DetectorSetting FINDS =
      DetectorsWorld.setting(
          "finds-surges", Method.FEW_COUNTS, "0.001", List.of("country", "substance", "place"));
  private static final DetectorSetting DEAD =
      new DetectorSetting(
          "dead-surges",
          Method.FEW_COUNTS,
          "dead",
          List.of("country", "heading", "place"),
          true,
          new BigDecimal("0.001"),
          new BigDecimal("0.3"),
          1,
          "ana",
          Instant.EPOCH);

  private final TestDatabase database = TestDatabase.fresh();
  private final DetectorsWorld world =
      new DetectorsWorld(database, new JdbcTemplate(database.app()), WATCHES, FINDS, DEAD);

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private static String keyOf(String id) {
    return "inchikey:" + REGISTRY.findById(id).orElseThrow().inchiKey();
  }

  /// One find a week of a substance in a place, and in the last week so many.
  private void finds(String substance, String place, int last) {
    List<Entry> entries = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      int count = week == WEEKS - 1 ? last : 1;
      Find find = new Find(START.plusWeeks(week), "US", keyOf(substance), place, count, "lab");
      String key = substance + place + week;
      entries.add(new Entry.Put<>(Finds.KIND, key, find, Marking.published(), null));
    }
    append(WEEKS, entries);
  }

  /// Two deaths a week under a heading in a place, and in the last week so many.
  private void deaths(String heading, String place, int last) {
    deaths(heading, place, last, 0);
  }

  private void deaths(String heading, String place, int last, int yearsBefore) {
    List<Entry> entries = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      LocalDate day = START.plusWeeks(week).minusWeeks(53L * yearsBefore);
      Dead dead = new Dead(day, "US", heading, place, week == WEEKS - 1 ? last : 2);
      String key = heading + place + week;
      entries.add(new Entry.Put<>(CountedDead.KIND, key, dead, Marking.published(), null));
    }
    append(WEEKS, entries);
  }

  private void append(int week, List<Entry> entries) {
    Instant published = START.plusWeeks(week).atTime(6, 0).toInstant(ZoneOffset.UTC);
    world.ledger.append().append(new Batch("offices", null, published, "tester", entries));
  }

  private Signal told(String setting) {
    world.catchUp();
    return world.inbox.raised.stream()
        .filter(one -> one.key().startsWith(setting))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static Optional<Level> deathsOf(Signal signal) {
    return signal.severity().aspects().stream()
        .filter(one -> one.aspect() == Aspect.DEATHS)
        .findFirst();
  }

  private static List<String> partsOf(Signal signal) {
    return signal.parts().stream()
        .filter(one -> one.ruleKey().startsWith("detectors.part.deaths"))
        .map(ScorePart::found)
        .toList();
  }

  @Test
  void withoutDeathsNothingIsSaidOfThem() {
    finds("fentanyl", "US-MI", 15);
    Signal signal = told("finds-surges");
    assertThat(deathsOf(signal)).isEmpty();
    assertThat(partsOf(signal)).isEmpty();
  }

  @Test
  void deathsElsewhereAndOfOtherDrugsSayNothing() {
    finds("fentanyl", "US-MI", 15);
    deaths(CountedDead.NITAZENES, "US-MI", 40);
    deaths(CountedDead.ALL_DRUGS, "US-OH", 40);
    deaths(CountedDead.EMERGENCIES, "US-MI", 40);
    assertThat(deathsOf(told("finds-surges"))).isEmpty();
  }

  @Test
  void deathsOfMoreThanAYearBeforeSayNothing() {
    finds("fentanyl", "US-MI", 15);
    deaths(CountedDead.ALL_DRUGS, "US-MI", 40, 2);
    assertThat(deathsOf(told("finds-surges"))).isEmpty();
  }

  @Test
  void deathsInTheSamePlaceRaiseTheSuggestionAndStandInTheScoreWithTheirSource() {
    finds("cocaine", "US-MI", 15);
    deaths(CountedDead.ALL_DRUGS, "US-MI", 60);
    Signal signal = told("finds-surges");
    assertThat(deathsOf(signal)).map(Level::level).contains(5);
    assertThat(signal.severity().suggested()).isEqualTo(5);
    assertThat(partsOf(signal)).containsExactly("60 / 2.01", "2025-02-17 – 2025-02-23", "dead.all");
    assertThat(signal.parts())
        .filteredOn(one -> one.ruleKey().equals("detectors.part.deaths"))
        .extracting(ScorePart::value)
        .containsExactly(new BigDecimal("57.99"));
  }

  @Test
  void deathsPutDownToTheSubstancesOwnGroupGoBeforeThoseOfAWiderOne() {
    finds("isotonitazene", "US-MI", 15);
    deaths(CountedDead.ALL_DRUGS, "US-MI", 60);
    deaths(CountedDead.NITAZENES, "US-MI", 2);
    Signal signal = told("finds-surges");
    assertThat(deathsOf(signal)).map(Level::level).contains(1);
    assertThat(partsOf(signal)).contains("dead.nitazenes");
  }

  @Test
  void aSurgeOfDeathsSaysItsOwnNumberOverExpectation() {
    deaths(CountedDead.NITAZENES, "US-MI", 14);
    Signal signal = told("dead-surges");
    assertThat(deathsOf(signal)).map(Level::level).contains(4);
    assertThat(partsOf(signal)).contains("14 / 2.01", "dead.nitazenes");
  }

  @Test
  void deathsThatBecomeKnownLaterAreToldWithoutJudgingAnythingAgain() {
    finds("cocaine", "US-MI", 15);
    assertThat(deathsOf(told("finds-surges"))).isEmpty();
    deaths(CountedDead.ALL_DRUGS, "US-MI", 60);
    world.ledger.readers().catchUp();
    int judged = world.alarms.catchUp();
    assertThat(judged).as("the series of deaths alone").isEqualTo(1);
    Signal signal = told("finds-surges");
    assertThat(deathsOf(signal)).map(Level::level).contains(5);
    int raised = world.inbox.raised.size();
    assertThat(world.catchUp()).isZero();
    assertThat(world.inbox.raised).hasSize(raised);
  }

  @Test
  void whereNobodyLooksForDeathsNoneAreKnown() {
    world.decide(FINDS, DEAD.decided(false, "ana", Instant.EPOCH));
    finds("cocaine", "US-MI", 15);
    deaths(CountedDead.ALL_DRUGS, "US-MI", 60);
    assertThat(deathsOf(told("finds-surges"))).isEmpty();
  }
}
