package org.tripoint.node.desks.seizures.lists;

import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.seizures.CountedElsewhere;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

class SeizureReaderLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return TestDesk.reader(app);
  }

  @Override
  protected String schema() {
    return "seizures";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("detection");
  }

  @Override
  protected List<String> markers() {
    return List.of("Zeta powder", "wiretap");
  }

  @Override
  protected String figures(JdbcTemplate app) {
    return "merged "
        + app.queryForObject("select count(*) from seizures.merge_member where merged", Long.class)
        + ", taken off "
        + app.queryForList(
            "select country || agency || month from seizures.counted_elsewhere", String.class);
  }

  @Override
  protected void fill(TestLedger records) {
    RecordId one =
        put(
            records,
            "CBSA",
            event("CBSA", "2025-03-04", "CA-BC", drug(1, "Zeta powder", "2", "kg")));
    RecordId other =
        put(records, "RCMP", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Heroin", "2", "kg")));
    put(records, "VPD", event("VPD", "2025-03-09", "CA-BC", drug(1, "Zeta powder", "7", "kg")));
    records.put(
        Seizure.KIND,
        "ca",
        JUNE,
        "VPD",
        event("VPD", "2025-03-09", "CA-BC", drug(1, "Cocaine", "8", "kg")));
    put(records, "OPP", event("OPP", "2025-04-09", "CA-ON", drug(1, "Cocaine", "1", "kg")));
    Entry withdrawal = new Entry.Withdraw(Seizure.KIND, "OPP", "reported in error");
    records.append().append(new Batch("ca", null, JUNE, "tester", List.of(withdrawal)));
    boolean ordered = one.compareTo(other) < 0;
    RecordId first = ordered ? one : other;
    RecordId second = ordered ? other : one;
    records.put(
        MergeDecision.KIND,
        "node",
        JUNE,
        first + "~" + second,
        new MergeDecision(first, second, Verdict.SAME_EVENT, "heard on a wiretap"));
    records.put(
        CountedElsewhere.KIND,
        "node",
        JUNE,
        second.toString(),
        new CountedElsewhere(second, Country.CANADA, "RCMP", YearMonth.of(2025, 3)));
    records.put(
        CountedElsewhere.KIND,
        "node",
        JUNE,
        first.toString(),
        new CountedElsewhere(first, Country.CANADA, "CBSA", YearMonth.of(2025, 3)));
    Entry back = new Entry.Withdraw(CountedElsewhere.KIND, first.toString(), "counted again");
    records.append().append(new Batch("node", null, JUNE, "tester", List.of(back)));
  }

  private static RecordId put(TestLedger records, String key, Seizure seizure) {
    Outcome outcome = records.put(Seizure.KIND, "ca", MAY, key, seizure).outcomes().getFirst();
    return ((Outcome.Appended) outcome).record();
  }
}
