package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.cells.ParcelLedger.Item;
import org.tripoint.node.metrics.cells.ParcelLedger.Parcel;
import org.tripoint.node.metrics.cells.ParcelLedger.ParcelCube;

/// Cells over the real ledger: sums outlive the content they were read from.
class CellReaderLawsTest extends LedgerReaderLaws {

  private static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    Cube cube = ParcelCube.usual();
    CubeCatalogue catalogue = new CubeCatalogue(List.of(cube), JdbcClient.create(app));
    return new CellReader(catalogue, new FactsOfVersion(catalogue), new CellTables(app), app);
  }

  @Override
  protected String schema() {
    return "metrics";
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(
        ParcelLedger.KIND, "post", JUNE, "a", parcel("1.25", "Ana"), "b", parcel("2", "Luis"));
    records.put(
        ParcelLedger.KIND, "post", JANUARY, "a", parcel("1", "Ana"), "c", parcel("3", "Marie"));
    records.put(ParcelLedger.KIND, "post", JUNE.plusSeconds(1), "b", parcel("2.5", "Luis"));
    records
        .append()
        .append(
            new Batch(
                "post",
                null,
                JUNE.plusSeconds(2),
                "tester",
                List.of(new Entry.Withdraw(ParcelLedger.KIND, "c", "lost"))));
  }

  @Override
  protected List<String> markers() {
    return List.of("Ana", "Luis");
  }

  /// Today's sums and the past ones; not the marks beside them.
  @Override
  protected String figures(JdbcTemplate app) {
    return String.join(
        "\n",
        app.queryForList(
            """
            select c::text from metrics.cell c
            union all select d::text from metrics.delta d
            union all select b::text from metrics.delta_block b order by 1
            """,
            String.class));
  }

  private static Parcel parcel(String kilograms, String sender) {
    return new Parcel(
        YearMonth.of(2023, 12),
        "CA",
        "CA-BC",
        List.of(new Item("fentanyl", "powder", new BigDecimal(kilograms))),
        sender);
  }
}
