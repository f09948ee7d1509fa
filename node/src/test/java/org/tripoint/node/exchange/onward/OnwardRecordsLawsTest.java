package org.tripoint.node.exchange.onward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.OnwardAnswer;
import org.tripoint.node.sharing.OnwardCopies;
import org.tripoint.node.sharing.OnwardQuestion;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// Questions about passing on keep the laws of every reader.
class OnwardRecordsLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new OnwardRecords(
        app, records.kinds(OnwardQuestion.KIND, OnwardAnswer.KIND, OnwardCopies.KIND));
  }

  @Override
  protected String schema() {
    return "exchange";
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(OnwardQuestion.KIND, "onward", MAY, "q", question("MARKER, as the first word"));
    records.put(OnwardQuestion.KIND, "onward", JUNE, "q", question("said again in other words"));
    records.put(OnwardAnswer.KIND, "partner:mx/onward", MAY, "q", answer("MARKER alone"));
    records.put(OnwardCopies.KIND, "onward", MAY, "o", new OnwardCopies("object", List.of()));
  }

  private static OnwardQuestion question(String reason) {
    return new OnwardQuestion(
        "Q-1",
        Country.CANADA,
        "object",
        Country.MEXICO,
        Set.of("fgr"),
        Purpose.LAW_ENFORCEMENT,
        Set.of(Part.OPEN),
        reason,
        MAY,
        JUNE);
  }

  private static OnwardAnswer answer(String reason) {
    return new OnwardAnswer(
        "Q-1",
        "object",
        Country.MEXICO,
        Set.of("fgr"),
        Purpose.LAW_ENFORCEMENT,
        true,
        Set.of(Part.OPEN),
        LocalDate.of(2027, 1, 1),
        reason,
        JUNE);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
