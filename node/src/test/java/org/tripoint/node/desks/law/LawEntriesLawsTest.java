package org.tripoint.node.desks.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;

/// What the desk's records say now keeps the laws of every reader.
class LawEntriesLawsTest extends LedgerReaderLaws {

  private static final String FENTANYL = "PJMPHNIQZUBGLI-UHFFFAOYSA-N";

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    records
        .kind(GapReviewed.KIND)
        .kind(LawReading.KIND)
        .kind(LawReview.KIND)
        .kind(ControlFact.KIND);
    return new LawEntries(JdbcClient.create(app), records.kinds());
  }

  @Override
  protected String schema() {
    return "law";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("told", "detection", "report_count");
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, 1, ControlFact.KIND, "a", fact("MARKER gazette"));
    put(records, 2, ControlFact.KIND, "a", fact("MARKER better gazette"));
    put(records, 3, ControlFact.KIND, "b", fact("plain gazette"));
    put(records, 4, LawReview.KIND, "c", review("MARKER read it"));
    put(
        records,
        5,
        LawReading.KIND,
        "d",
        new LawReading(
            "C-1",
            "en",
            "An act",
            null,
            null,
            "0".repeat(64),
            List.of(new LawReading.Item("I-1", "MARKER words", null, "00"))));
    put(
        records,
        6,
        GapReviewed.KIND,
        GapReviewed.KEY,
        new GapReviewed(LocalDate.parse("2026-07-01"), 1, List.of("Q1/x/CA")));
    append(records, 7, new Entry.Withdraw(ControlFact.KIND, "b", "wrong"));
  }

  private static ControlFact fact(String citation) {
    return new ControlFact(
        FENTANYL,
        Jurisdiction.MX,
        "LGS art. 234",
        Listing.Says.TAKEN_IN,
        List.of(Listing.Covers.SALTS),
        LocalDate.parse("2026-01-01"),
        null,
        Validity.DateKind.PUBLISHED,
        Validity.Certainty.SURE,
        citation);
  }

  private static LawReview review(String note) {
    return new LawReview(
        FENTANYL,
        Jurisdiction.MX,
        LocalDate.parse("2026-07-01"),
        "IN",
        "ana",
        LawReview.Verdict.CONFIRMED,
        note);
  }

  private static <C extends Record> void put(
      TestLedger records, int day, Kind<C> kind, String key, C content) {
    append(records, day, new Entry.Put<>(kind, key, content, Marking.published(), null));
  }

  private static void append(TestLedger records, int day, Entry entry) {
    records
        .append()
        .append(
            new Batch(
                "law",
                null,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day),
                "ana",
                List.of(entry)));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
