package org.tripoint.node.desks.law.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// Published counts keep the laws of every reader; only the newest period of one choice counts.
class PublishedReportsLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    records.kind(PublishedLabCount.KIND);
    return new PublishedReports(app, records.kinds());
  }

  @Override
  protected String schema() {
    return "law";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("told", "detection", "entry");
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(PublishedLabCount.KIND, "us", MAY, "c1", count("fentanyl", 6, "All", 12));
    records.put(PublishedLabCount.KIND, "us", JUNE, "c1", count("fentanyl", 6, "All", 14));
    records.put(PublishedLabCount.KIND, "us", MAY, "c2", count("MARKER one", 12, "All", 3));
    records.put(PublishedLabCount.KIND, "us", MAY, "c3", count("xylazine", 12, "All", 5));
    records.put(PublishedLabCount.KIND, "us", MAY, "c4", count("MARKER two", 12, "All", 4));
    records.put(PublishedLabCount.KIND, "us", JUNE, "c4", count("morphine", 12, "All", 4));
    records
        .append()
        .append(
            new Batch(
                "us",
                null,
                JUNE,
                "tester",
                List.of(new Entry.Withdraw(PublishedLabCount.KIND, "c3", "wrong"))));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  private static PublishedLabCount count(String name, int month, String choice, long reports) {
    LocalDate last = LocalDate.of(2025, month, 1).plusMonths(1).minusDays(1);
    return new PublishedLabCount(
        Country.UNITED_STATES,
        Place.admin1("US-OH"),
        last.withDayOfMonth(1).minusMonths(5),
        last,
        name,
        new SubstanceId.AsReported(name),
        "",
        reports,
        Map.of("LABTYPE", choice));
  }

  @Test
  void countsTheNewestPeriodOfTheChoiceWithMostReportsAndAddsNoTwoUp() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger records = TestLedger.over(database);
      records.kind(PublishedLabCount.KIND);
      PublishedReports reports = new PublishedReports(records.jdbc(), records.kinds());
      records.reader(reports);
      records.put(PublishedLabCount.KIND, "us", MAY, "a", count("fentanyl", 6, "All", 900));
      records.put(PublishedLabCount.KIND, "us", MAY, "b", count("fentanyl", 12, "All", 40));
      records.put(PublishedLabCount.KIND, "us", MAY, "c", count("fentanyl", 12, "State", 30));
      records.put(PublishedLabCount.KIND, "us", MAY, "d", count("xylazine", 12, "All", 7));
      records.put(PublishedLabCount.KIND, "us", MAY, "e", count("no such thing", 12, "All", 9));
      catchUp(records);

      assertThat(reports.of(RegistryReader.readOwn()))
          .isEqualTo(Map.of("fentanyl", Map.of("US", 40L), "xylazine", Map.of("US", 7L)));
    }
  }

  private static void catchUp(TestLedger records) {
    RunReaders readers = records.readers();
    readers.catchUp();
  }
}
