package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.judging.BackRun.Knowledge;
import org.tripoint.node.detectors.judging.BackRuns.Asked;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// A first report that comes late is news when it comes; what a place reports when it is heard of
/// first is its history.
class LateFirstReportsTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int WEEKS = 40;
  private static final DetectorSetting FIRST =
      DetectorsWorld.setting(
          "finds-first", Method.FIRST_SIGHTING, "0.02", List.of("country", "substance", "place"));

  private final TestDatabase database = TestDatabase.fresh();
  private final DetectorsWorld world = new DetectorsWorld(database, FIRST);

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry put(String key, String thing, String place, int week) {
    Find find = new Find(START.plusWeeks(week), "CA", thing, place, 1, "reporter");
    return new Entry.Put<>(Finds.KIND, key, find, Marking.published(), null);
  }

  private void publish(int week, List<Entry> entries) {
    Instant published = START.plusWeeks(week + 1L).atTime(6, 0).toInstant(ZoneOffset.UTC);
    world.ledger.append().append(new Batch("reporters", null, published, "tester", entries));
  }

  /// The same thing every week, each published when it was over.
  private void everyWeek() {
    for (int week = 0; week < WEEKS; week++) {
      publish(week, List.of(put("a" + week, "isomer:a", "CA-BC", week)));
    }
    world.catchUp();
    assertThat(world.inbox.open).isEmpty();
  }

  private BackRun asItWasPublished() {
    return world
        .backRuns()
        .run(new Asked(FIRST, Knowledge.PUBLISHED, START, START.plusWeeks(WEEKS + 60L)));
  }

  @Test
  void aFirstReportThatComesMonthsLateIsSignalledOnceWithItsDelay() {
    everyWeek();
    publish(WEEKS, List.of(put("b", "isomer:b", "CA-BC", 10)));
    world.catchUp();
    assertThat(world.inbox.open).hasSize(1);
    assertThat(world.inbox.raised.getLast().parts())
        .filteredOn(part -> part.ruleKey().equals("detectors.part.delay"))
        .extracting(ScorePart::found)
        .containsExactly(Integer.toString(7 * (WEEKS - 10)));
    world.catchUp();
    assertThat(world.inbox.raised).hasSize(1);
    assertThat(asItWasPublished().signals())
        .extracting(one -> one.judgement().period(), BackRun.WouldSignal::day)
        .containsExactly(tuple(START.plusWeeks(10), START.plusWeeks(WEEKS + 1L)));
  }

  @Test
  void aRefutedLateReportIsSettledHoweverLongAgoItCame() {
    everyWeek();
    publish(WEEKS, List.of(put("b", "isomer:b", "CA-BC", 10)));
    world.catchUp();
    for (int week = WEEKS + 1; week < WEEKS + 20; week++) {
      publish(week, List.of(put("a" + week, "isomer:a", "CA-BC", week)));
      world.catchUp();
    }
    assertThat(world.inbox.open).as("it stays, though it is old by now").hasSize(1);
    publish(WEEKS + 20, List.of(new Entry.Withdraw(Finds.KIND, "b", "a wrong sample")));
    world.catchUp();
    assertThat(world.inbox.open).isEmpty();
  }

  @Test
  void theHistoryThatAPlaceBringsWhenItIsHeardOfFirstIsNoNewsButItsLastWeeksAre() {
    everyWeek();
    List<Entry> history = new ArrayList<>();
    for (int week = 0; week < WEEKS - 12; week++) {
      history.add(put("on" + week, "isomer:a", "CA-ON", week));
    }
    history.add(put("old", "isomer:c", "CA-ON", 8));
    history.add(put("new", "isomer:d", "CA-ON", WEEKS - 14));
    publish(WEEKS, history);
    world.catchUp();
    assertThat(world.inbox.open).hasSize(1);
    assertThat(world.inbox.open.iterator().next()).contains("isomer:d");
    assertThat(asItWasPublished().signals())
        .extracting(one -> one.judgement().at().get(1))
        .containsExactly("isomer:d");
  }
}
