package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// What one more report costs does not grow with the history of the series that it says nothing of.
class CostOfAChangeTest {

  private static final LocalDate END = LocalDate.of(2026, 1, 5);
  private static final int THINGS = 6;

  private static final DetectorSetting SETTING =
      DetectorsWorld.setting(
          "finds-surges", Method.FEW_COUNTS, "0.02", List.of("country", "substance"));

  @Test
  void oneMoreReportReadsItsOwnSeriesWhateverTheHistoryOfOthers() {
    long little = rowsOfOneReport(52);
    long much = rowsOfOneReport(520);
    int ownSeries = 520 - 52;
    assertThat(much - little).as("rows beyond its own series").isLessThan(ownSeries + 200L);
  }

  @Test
  void aWatchOfWhichNothingWasSaidIsNotReadAgain() {
    try (TestDatabase database = TestDatabase.fresh()) {
      CountedRows rows = new CountedRows(database.app());
      DetectorsWorld world = new DetectorsWorld(database, rows, SETTING);
      append(world, 52);
      assertThat(world.catchUp()).isEqualTo(THINGS);
      rows.reset();
      assertThat(world.catchUp()).isZero();
      assertThat(rows.read()).isLessThan(5);
    }
  }

  private static long rowsOfOneReport(int weeks) {
    try (TestDatabase database = TestDatabase.fresh()) {
      CountedRows rows = new CountedRows(database.app());
      DetectorsWorld world = new DetectorsWorld(database, rows, SETTING);
      append(world, weeks);
      world.catchUp();
      report(world, END.minusWeeks(1), 0, "one more");
      world.ledger.readers().catchUp();
      rows.reset();
      assertThat(world.alarms.catchUp()).isEqualTo(1);
      return rows.read();
    }
  }

  /// A report of each thing a week, each week published after its end.
  private static void append(DetectorsWorld world, int weeks) {
    for (int week = weeks; week > 0; week--) {
      List<Entry> entries = new ArrayList<>();
      for (int thing = 0; thing < THINGS; thing++) {
        entries.add(put(END.minusWeeks(week), thing, "w" + week));
      }
      append(world, END.minusWeeks(week - 1L), entries);
    }
  }

  private static void report(DetectorsWorld world, LocalDate week, int thing, String key) {
    append(world, END, List.of(put(week, thing, key)));
  }

  private static void append(DetectorsWorld world, LocalDate day, List<Entry> entries) {
    Instant published = day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    world.ledger.append().append(new Batch("reporters", null, published, "tester", entries));
  }

  private static Entry put(LocalDate week, int thing, String key) {
    return new Entry.Put<>(
        Finds.KIND,
        key + "/" + thing,
        new Find(week, "CA", "isomer:" + (char) ('a' + thing), "CA-BC", 1, "reporter"),
        Marking.published(),
        null);
  }
}
