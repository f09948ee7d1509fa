package org.tripoint.node.metrics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.node.metrics.Cube.Dimension;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.cells.ParcelLedger.Item;
import org.tripoint.node.metrics.cells.ParcelLedger.Parcel;
import org.tripoint.node.metrics.cells.ParcelLedger.ParcelCube;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.Seeds;

/// What cells cost to keep and to ask. Judged by rows read, which do not depend on the machine; the
/// times it logs are in docs/design/metric-cells.md. `-Dtripoint.records=N` makes it smaller.
@Tag("campaign")
class CellsSpeedTest {

  private static final Logger LOG = LoggerFactory.getLogger(CellsSpeedTest.class);
  private static final int BATCH = 2_000;
  private static final int BATCHES = 40;
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final YearMonth FIRST = YearMonth.of(2018, 1);
  private static final List<String> STATES = codes("state", 95);
  private static final List<String> SUBSTANCES = codes("substance", 12);
  private static final List<String> FORMS = codes("form", 8);

  @Test
  void keepsFewerCellsWhereADimensionHasFewValues() {
    assertThat(writeBatches("4 dimensions, 1 of few values", ParcelCube.usual()))
        .isLessThan(
            writeBatches(
                "4 dimensions, none of few values",
                cube(false, "country", "substance", "form", "place")));
    assertThat(
            writeBatches(
                "6 dimensions, 2 of few values",
                cube(true, "country", "substance", "form", "place", "basis", "setting")))
        .isLessThan(
            writeBatches(
                "6 dimensions, none of few values",
                cube(false, "country", "substance", "form", "place", "basis", "setting")));
  }

  @Test
  void answersFromFiveMillionRecordsAsFromFiftyThousand() {
    CellsWorld small = CellsWorld.over(TestDatabase.fresh(), ParcelCube.usual());
    fill(small, 50_000);
    long[] before = ask(small);
    CellsWorld large = CellsWorld.over(TestDatabase.fresh(), ParcelCube.usual());
    fill(large, Integer.getInteger("tripoint.records", 5_000_000));
    long[] after = ask(large);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i])
          .as("rows read for question %d; %d over 50,000 records", i, before[i])
          // At 50,000 records up to half of the cells that can be are still empty.
          .isLessThanOrEqualTo(before[i] * 9 / 4);
    }
  }

  /// Cells kept after some batches.
  private static long writeBatches(String what, ParcelCube cube) {
    CellsWorld world = CellsWorld.over(TestDatabase.fresh(), cube);
    RandomGenerator random = Seeds.random(1);
    double[] millis = new double[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      List<RecordChange> changes = changes(random, i * (long) BATCH, BATCH, 30_000_000);
      long start = System.nanoTime();
      world.apply(changes);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Long rows = world.jdbc().queryForObject("select count(*) from metrics.cell", Long.class);
    Long blocks =
        world.jdbc().queryForObject("select count(*) from metrics.delta_block", Long.class);
    Arrays.sort(millis);
    LOG.info(
        "{}: a batch of {} changes takes {} ms (median), {} ms (p95); {} cells, {} block sums",
        what,
        BATCH,
        millis[BATCHES / 2],
        millis[BATCHES * 95 / 100],
        rows,
        blocks);
    return rows == null ? 0 : rows;
  }

  private static void fill(CellsWorld world, int records) {
    RandomGenerator random = Seeds.random(2);
    int batch = 20_000;
    for (int i = 0; i < records; i += batch) {
      int size = Math.min(batch, records - i);
      world.apply(changes(random, i, size, records));
    }
    world.jdbc().execute("analyze");
  }

  /// Records in the order of their months, as files have them, published in monthly releases.
  private static List<RecordChange> changes(
      RandomGenerator random, long first, int count, int all) {
    List<RecordChange> changes = new ArrayList<>();
    ParcelLedger ledger = new ParcelLedger(first);
    for (int i = 0; i < count; i++) {
      int state = random.nextInt(STATES.size());
      YearMonth month = FIRST.plusMonths((first + i) * 96 / all);
      Parcel parcel =
          new Parcel(
              month,
              List.of("CA", "MX", "US").get(state % 3),
              STATES.get(state),
              List.of(
                  new Item(
                      SUBSTANCES.get(random.nextInt(SUBSTANCES.size())),
                      FORMS.get(random.nextInt(FORMS.size())),
                      BigDecimal.valueOf(random.nextLong(1, 1_000_000), 3))));
      Instant published = START.plus(Duration.ofDays(30 * ((first + i) * 96 / all)));
      changes.add(
          new RecordChange(
              ledger.append("k" + i, parcel, VersionState.HELD, published), null, null));
    }
    return changes;
  }

  /// Rows read for each question.
  private static long[] ask(CellsWorld world) {
    ReadCells cells = world.cells();
    YearMonth last = FIRST.plusMonths(95);
    Filter all = new Filter("parcels", FIRST, last, Map.of());
    Filter narrow =
        new Filter(
            "parcels",
            FIRST,
            last,
            Map.of("country", Set.of("MX"), "substance", Set.of("substance-3", "substance-4")));
    List<Runnable> questions =
        List.of(
            () -> cells.series(all),
            () -> cells.series(narrow),
            () -> cells.total(narrow),
            () -> cells.breakdown(all, "place"),
            () -> cells.breakdown(narrow, "form"),
            () -> cells.seriesAsOf(narrow, new AsOf.Published(START.plus(Duration.ofDays(600)))),
            () -> cells.seriesAsOf(narrow, new AsOf.LedgerSize(30_000)));
    long[] rows = new long[questions.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rowsRead(world, questions.get(i));
      LOG.info("question {}: {} rows, p95 {} ms", i, rows[i], p95(questions.get(i)));
    }
    return rows;
  }

  private static long rowsRead(CellsWorld world, Runnable question) {
    Long rows =
        world
            .transaction()
            .execute(_ -> {
              world.jdbc().execute("set local enable_indexonlyscan = off");
              long before = rowsReadSoFar(world);
              question.run();
              return rowsReadSoFar(world) - before;
            });
    return rows == null ? 0 : rows;
  }

  private static long rowsReadSoFar(CellsWorld world) {
    Long rows =
        world
            .jdbc()
            .queryForObject(
                """
                select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::bigint
                from pg_stat_xact_user_tables where schemaname = 'metrics'
                """,
                Long.class);
    return rows == null ? 0 : rows;
  }

  private static double p95(Runnable question) {
    double[] millis = new double[200];
    for (int i = 0; i < 250; i++) {
      long start = System.nanoTime();
      question.run();
      if (i >= 50) {
        millis[i - 50] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[190];
  }

  private static ParcelCube cube(boolean few, String... dimensions) {
    List<Dimension> list = new ArrayList<>();
    for (String name : dimensions) {
      boolean history = name.equals("country") || name.equals("substance");
      list.add(new Dimension(name, history, few && Set.of("form", "basis").contains(name)));
    }
    return new ParcelCube(list);
  }

  private static List<String> codes(String what, int count) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(what + "-" + i);
    }
    return codes;
  }
}
