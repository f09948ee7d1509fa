package org.tripoint.node.detectors.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Series over the real ledger: counts outlive the content they were read from.
class SeriesReaderLawsTest extends LedgerReaderLaws {

  private static final Instant JANUARY = Instant.parse("2024-01-20T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    Watches watches = new Watches(List.of(new Finds()));
    return new SeriesReader(watches, new CountedFacts(watches), new SeriesTables(app));
  }

  @Override
  protected String schema() {
    return "detectors";
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(Finds.KIND, "post", JUNE, "a", find(3, "Ana"), "b", find(1, "Luis"));
    records.put(Finds.KIND, "post", JANUARY, "a", find(2, "Ana"), "c", find(4, "Marie"));
    records.put(Finds.KIND, "post", JUNE.plusSeconds(1), "b", find(5, "Luis"));
    records
        .append()
        .append(
            new Batch(
                "post",
                null,
                JUNE.plusSeconds(2),
                "tester",
                List.of(new Entry.Withdraw(Finds.KIND, "c", "lost"))));
  }

  @Override
  protected List<String> markers() {
    return List.of("Ana", "Luis");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("progress", "frame", "judged", "told", "setting");
  }

  @Override
  protected String figures(JdbcTemplate app) {
    return String.join(
        "\n",
        app.queryForList(
            """
            select s::text from detectors.series s
            union all select d::text from detectors.delta d
            union all select h::text from detectors.heard h order by 1
            """,
            String.class));
  }

  private static Find find(int reports, String by) {
    return new Find(LocalDate.of(2024, 1, 10), "CA", "isomer:a", "CA-BC", reports, by);
  }
}
