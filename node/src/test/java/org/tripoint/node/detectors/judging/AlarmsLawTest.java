package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.adjacency.Adjacency;
import org.tripoint.node.detectors.adjacency.TestAdjacencies;
import org.tripoint.node.detectors.judging.JudgedTogether.Standing;
import org.tripoint.node.detectors.judging.ToldTable.Told;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Marking;

/// A thousand reporters' late, corrected and withdrawn reports change the signals exactly as
/// judging everything would, at a cost that follows the change.
class AlarmsLawTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 2);
  private static final int REPORTERS = 1_000;
  private static final int WEEKS = 46;
  private static final int CHECKED = 8;
  private static final List<String> PLACES = List.of("CA-BC", "CA-AB", "CA-SK", "CA-MB", "CA-ON");
  private static final List<String> THINGS =
      List.of("isomer:a", "isomer:b", "isomer:c", "isomer:d");

  private static final DetectorSetting SURGES =
      DetectorsWorld.setting(
          "finds-surges", Method.FEW_COUNTS, "0.02", List.of("country", "substance", "place"));
  private static final DetectorSetting FIRST =
      DetectorsWorld.setting(
          "finds-first", Method.FIRST_SIGHTING, "0.02", List.of("country", "substance", "place"));

  private static final DetectorSetting SPREAD =
      DetectorsWorld.setting(
          "finds-spread", Method.SPREAD, "0.1", List.of("country", "substance", "place"));
  private static final DetectorSetting CLUSTERS =
      DetectorsWorld.setting(
          "finds-clusters",
          Method.SPACE_TIME_SCAN,
          "0.1",
          List.of("country", "substance", "place"));

  @Test
  void signalsFollowChangesAsIfEverythingWereJudgedAgain() {
    Seeds.forEach((random, seed) -> {
      try (TestDatabase database = TestDatabase.fresh()) {
        check(new DetectorsWorld(database, SURGES, FIRST, SPREAD, CLUSTERS), random);
      }
    });
  }

  private static void check(DetectorsWorld world, RandomGenerator random) {
    Map<String, Find> standing = new HashMap<>();
    for (int week = 0; week < WEEKS; week++) {
      append(world, random, standing, week);
      if (week >= WEEKS - CHECKED) {
        decide(world, random);
        world.catchUp();
        assertSame(world);
      }
    }
  }

  /// A week's reports, with late ones, corrections and withdrawals of any earlier week; now and
  /// then as of an earlier day.
  private static void append(
      DetectorsWorld world, RandomGenerator random, Map<String, Find> standing, int week) {
    List<Entry> entries = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    int reports = 20 + random.nextInt(10);
    for (int i = 0; i < reports; i++) {
      int late = random.nextInt(4) == 0 ? random.nextInt(week + 1) : 0;
      String key = "r" + random.nextInt(REPORTERS) + "/" + (week - late);
      if (used.add(key)) {
        Find find = find(random, week - late, week);
        standing.put(key, find);
        entries.add(put(key, find));
      }
    }
    for (String key : List.copyOf(standing.keySet())) {
      if (random.nextInt(60) == 0 && used.add(key)) {
        if (random.nextBoolean()) {
          standing.remove(key);
          entries.add(new Entry.Withdraw(Finds.KIND, key, "wrong"));
        } else {
          Find find = find(random, random.nextInt(week + 1), week);
          standing.put(key, find);
          entries.add(put(key, find));
        }
      }
    }
    int back = random.nextInt(6) == 0 ? random.nextInt(week + 1) : 0;
    Instant published =
        START.plusWeeks(week + 1L - back).atTime(6, random.nextInt(60)).toInstant(ZoneOffset.UTC);
    world.ledger.append().append(new Batch("reporters", null, published, "tester", entries));
  }

  private static Find find(RandomGenerator random, int week, int now) {
    // The last thing is found from the fortieth week on alone, so that first sightings are judged.
    int things = now >= 40 && random.nextInt(8) == 0 ? 4 : 3;
    return new Find(
        START.plusWeeks(week).plusDays(random.nextInt(7)),
        "CA",
        THINGS.get(things == 4 ? 3 : random.nextInt(3)),
        PLACES.get(random.nextInt(PLACES.size())),
        random.nextInt(12) == 0 ? 6 + random.nextInt(9) : 1,
        "reporter");
  }

  private static Entry put(String key, Find find) {
    return new Entry.Put<>(Finds.KIND, key, find, Marking.published(), null);
  }

  /// Now and then somebody decides that two places are next to each other, or not.
  private static void decide(DetectorsWorld world, RandomGenerator random) {
    if (random.nextInt(3) == 0) {
      int one = random.nextInt(PLACES.size());
      int other = (one + 1 + random.nextInt(PLACES.size() - 1)) % PLACES.size();
      TestAdjacencies.keep(world.ledger)
          .keep(
              PLACES.get(one),
              PLACES.get(other),
              List.of(Adjacency.values()).get(random.nextInt(Adjacency.values().length)),
              "as drawn",
              "tester");
    }
  }

  private static void assertSame(DetectorsWorld world) {
    for (DetectorSetting setting : List.of(SURGES, FIRST, SPREAD, CLUSTERS)) {
      Set<String> followed = judged(world, setting);
      Set<String> open = new TreeSet<>(world.inbox.open);
      world.tables.forget(setting.name());
      world.catchUp();
      assertThat(followed).as("judged of " + setting.name()).isEqualTo(judged(world, setting));
      assertThat(open).as("signals of " + setting.name()).isEqualTo(world.inbox.open);
      Set<Standing> standing = JudgedTogether.shown(setting, world.tables.judged(setting.name()));
      List<Told> told = world.told.list(setting, LocalDate.EPOCH);
      assertThat(standing)
          .allMatch(one -> told.stream().filter(Told::open).anyMatch(its -> covers(its, one)));
      LocalDate oldest =
          standing.stream().map(Standing::period).min(LocalDate::compareTo).orElse(LocalDate.MAX);
      assertThat(told.stream().filter(Told::open).filter(one -> !one.last().isBefore(oldest)))
          .allMatch(its -> standing.stream().anyMatch(one -> covers(its, one)));
    }
  }

  private static boolean covers(Told told, Standing standing) {
    int gap = Periods.window(new Finds().step()) / 2;
    return told.at().equals(standing.at())
        && !standing.period().isBefore(told.first().minusWeeks(gap))
        && !standing.period().isAfter(told.last().plusWeeks(gap));
  }

  private static Set<String> judged(DetectorsWorld world, DetectorSetting setting) {
    Set<String> all = new TreeSet<>();
    world.tables.judged(setting.name()).forEach(one -> all.add(one.toString()));
    for (NotJudged why : NotJudged.values()) {
      world.tables.notJudged(setting.name(), why, REPORTERS).forEach(at -> all.add(why + " " + at));
    }
    return all;
  }

  @Test
  void aLateACorrectedAndAWithdrawnReportOfAnOldWeekEachJudgeTheirSeriesAlone() {
    costs(SURGES, 1);
  }

  @Test
  void whereThingsAreJudgedTogetherTheSameThingInItsPlacesIsJudgedAndNothingElse() {
    costs(CLUSTERS, PLACES.size());
  }

  @Test
  void aDecisionAboutTwoPlacesJudgesAgainWhatAsksForThemAndNothingElse() {
    try (TestDatabase database = TestDatabase.fresh()) {
      DetectorsWorld world = new DetectorsWorld(database, SURGES, CLUSTERS);
      RandomGenerator random = Seeds.random(7);
      Map<String, Find> standing = new HashMap<>();
      for (int week = 0; week < WEEKS; week++) {
        append(world, random, standing, week);
      }
      int both = world.catchUp();
      TestAdjacencies.keep(world.ledger)
          .keep("CA-BC", "CA-ON", Adjacency.APART, "no direct road", "tester");
      assertThat(world.catchUp()).isEqualTo(both / 2);
      assertThat(world.catchUp()).isZero();
    }
  }

  /// A world of many reports, of which one more is told, corrected and withdrawn.
  private static void costs(DetectorSetting setting, int series) {
    try (TestDatabase database = TestDatabase.fresh()) {
      DetectorsWorld world = new DetectorsWorld(database, setting);
      RandomGenerator random = Seeds.random(7);
      Map<String, Find> standing = new HashMap<>();
      for (int week = 0; week < WEEKS; week++) {
        append(world, random, standing, week);
      }
      assertThat(world.catchUp()).isGreaterThan(2 * series);
      assertThat(world.catchUp()).isZero();
      tell(world, put("late", oldFind(3)));
      assertThat(world.catchUp()).as("late").isEqualTo(series);
      tell(world, put("late", oldFind(7)));
      assertThat(world.catchUp()).as("corrected").isEqualTo(series);
      tell(world, new Entry.Withdraw(Finds.KIND, "late", "wrong"));
      assertThat(world.catchUp()).as("withdrawn").isEqualTo(series);
      assertThat(world.catchUp()).isZero();
    }
  }

  private static Find oldFind(int reports) {
    return new Find(START.plusWeeks(2), "CA", "isomer:a", "CA-BC", reports, "reporter");
  }

  private static void tell(DetectorsWorld world, Entry entry) {
    Instant last = START.plusWeeks(WEEKS).atTime(7, 0).toInstant(ZoneOffset.UTC);
    world.ledger.append().append(new Batch("reporters", null, last, "tester", List.of(entry)));
  }
}
