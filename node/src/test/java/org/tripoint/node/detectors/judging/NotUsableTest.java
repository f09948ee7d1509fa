package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.detectors.series.TestSeries;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Tlp;

/// Detectors count what partners let others make figures of, and nothing else of theirs.
class NotUsableTest {

  private static final Instant JANUARY = Instant.parse("2026-01-20T00:00:00Z");
  private static final LocalDate WEEK = LocalDate.of(2026, 1, 5);
  private static final Watch FINDS = DetectorsWorld.WATCHES.get("finds");
  private static final List<String> SERIES = List.of("CA", "isomer:a", "CA-BC");
  private static final DetectorSetting FIRST =
      DetectorsWorld.setting(
          "first", Method.FIRST_SIGHTING, "0.01", List.of(Watch.COUNTRY, Watch.SUBSTANCE));

  private final TestDatabase database = TestDatabase.fresh();
  private DetectorsWorld world;
  private ReadCounts counts;

  @BeforeEach
  void start() {
    world = new DetectorsWorld(database, FIRST);
    counts = TestSeries.counts(world.ledger.jdbc());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void countsWhatIsAllowedAndWhatIsItsOwnAndSaysWhatIsLeftOut() {
    put("partner:mx/fgr", "asked", 10, Permission.ASK, 0);
    put("partner:mx/fgr", "never", 100, Permission.NEVER, 0);
    put("partner:us/dea", "us", 1_000, Permission.NEVER, 0);
    put("partner:mx/fgr", "allowed", 3, Permission.ALLOWED, 0);
    put("own", "own", 4, Permission.NEVER, 0);
    assertThat(reports()).isEqualTo(7);
    assertThat(leftOut()).isEqualTo(Map.of("mx", 2, "us", 1));
    assertThat(behind()).isEqualTo(2);
  }

  @Test
  void aCaveatThatIsNarrowedTakesTheRecordOutAndOneThatIsWidenedBringsItIn() {
    put("partner:mx/fgr", "one", 3, Permission.ALLOWED, 0);
    put("partner:mx/fgr", "other", 5, Permission.ASK, 0);
    assertThat(reports()).isEqualTo(3);
    put("partner:mx/fgr", "one", 3, Permission.NEVER, 1);
    put("partner:mx/fgr", "other", 5, Permission.ALLOWED, 1);
    assertThat(reports()).isEqualTo(5);
    assertThat(leftOut()).isEqualTo(Map.of("mx", 1));
    withdraw("partner:mx/fgr", "one");
    assertThat(leftOut()).isEmpty();
  }

  @Test
  void noSignalRestsOnWhatMayNotBeUsedAndOneThatDidIsSettled() {
    for (int week = 60; week > 2; week--) {
      Find find = new Find(WEEK.minusWeeks(week), "CA", "isomer:b", "CA-BC", 1, "x");
      append(
          "own", JANUARY.minusSeconds(60L * 60 * 24 * 7 * week), Permission.ASK, "b" + week, find);
    }
    put("partner:mx/fgr", "never", 2, Permission.NEVER, 0);
    world.catchUp();
    assertThat(open()).as("of what may not be used").isEmpty();
    put("partner:mx/fgr", "allowed", 2, Permission.ALLOWED, 1);
    world.catchUp();
    assertThat(open()).hasSize(1);
    Signal told = world.inbox.raised.getLast();
    assertThat(told.evidence()).hasSize(1);
    assertThat(told.parts())
        .anySatisfy(part -> {
          assertThat(part.ruleKey()).isEqualTo("detectors.part.left-out.not-usable");
          assertThat(part.found()).isEqualTo("mx: 1");
        });
    put("partner:mx/fgr", "allowed", 2, Permission.ASK, 2);
    world.catchUp();
    assertThat(open()).as("narrowed").isEmpty();
  }

  @Test
  void knowsEveryRecordOfItsFiguresAsTheyWereWhenTheSignalWasRaised() {
    for (int week = 60; week > 2; week--) {
      Find find = new Find(WEEK.minusWeeks(week), "CA", "isomer:b", "CA-BC", 1, "x");
      Instant then = JANUARY.minusSeconds(60L * 60 * 24 * 7 * week);
      append("own", then, Permission.ASK, "b" + week, find);
    }
    for (int i = 0; i < 60; i++) {
      put("partner:mx/fgr", "a" + i, 1, Permission.ALLOWED, 0);
    }
    world.catchUp();
    Signal told = world.inbox.raised.getLast();
    assertThat(told.evidence()).hasSize(50);
    put("partner:mx/fgr", "a3", 1, Permission.NEVER, 1);
    world.ledger.readers().catchUp();
    long raised = world.ledger.read().size() - 2;
    assertThat(counts.countedAt(FINDS, List.of(SERIES), WEEK, WEEK, raised)).hasSize(60);
    assertThat(counts.countedAt(FINDS, List.of(SERIES), WEEK, WEEK, raised + 1)).hasSize(59);
  }

  private Set<String> open() {
    return world.inbox.open;
  }

  private int reports() {
    world.ledger.readers().catchUp();
    return counts
        .now(FINDS, List.of(SERIES))
        .series()
        .getOrDefault(SERIES, new java.util.TreeMap<>())
        .values()
        .stream()
        .mapToInt(Tally::reports)
        .sum();
  }

  private Map<String, Integer> leftOut() {
    world.ledger.readers().catchUp();
    return counts.leftOut(FINDS, List.of(SERIES), WEEK, WEEK);
  }

  private int behind() {
    return counts.recordsBehind(FINDS, List.of(SERIES), WEEK, WEEK, 50).size();
  }

  private void put(String source, String key, int reports, Permission use, int day) {
    Find find = new Find(WEEK, "CA", "isomer:a", "CA-BC", reports, key);
    append(source, JANUARY.plusSeconds(60L * 60 * 24 * day), use, key, find);
  }

  private void append(String source, Instant published, Permission use, String key, Find find) {
    world
        .ledger
        .append()
        .append(
            new Batch(
                source,
                null,
                published,
                "tester",
                List.of(new Entry.Put<>(Finds.KIND, key, find, marking(use), null))));
  }

  private void withdraw(String source, String key) {
    world
        .ledger
        .append()
        .append(
            new Batch(
                source,
                null,
                JANUARY.plusSeconds(60L * 60 * 24 * 9),
                "tester",
                List.of(new Entry.Withdraw(Finds.KIND, key, "wrong"))));
  }

  private static Marking marking(Permission use) {
    Marking open = Marking.published();
    return new Marking(
        Tlp.GREEN,
        Set.of(Country.CANADA),
        Set.of(),
        false,
        open.courtUse(),
        use,
        open.purpose(),
        null,
        null,
        false,
        open.sourceGrade(),
        open.informationGrade(),
        false);
  }
}
