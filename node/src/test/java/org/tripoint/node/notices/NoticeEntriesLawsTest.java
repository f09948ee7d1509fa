package org.tripoint.node.notices;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.notices.NoticeDraft.Stage;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;

/// What this room keeps of its records obeys the laws of every reader.
class NoticeEntriesLawsTest extends LedgerReaderLaws {

  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final String NUMBER = "CA-20261120-00000001";

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new NoticeEntries(app, records.kinds(NoticeKinds.ALL.values().toArray(Kind<?>[]::new)));
  }

  @Override
  protected String schema() {
    return "notices";
  }

  @Override
  protected void fill(TestLedger records) {
    NoticeDraft draft = draft("MARKER words");
    records.put(NoticeDraft.KIND, "notices", AT, NUMBER, draft);
    records.put(NoticeDraft.KIND, "notices", AT.plusSeconds(1), NUMBER, draft("plain words"));
    records.put(
        Notice.KIND,
        "notices",
        AT.plusSeconds(2),
        NUMBER,
        new Notice(NUMBER, 1, Country.CANADA, draft.body(), 0, null, AT, null));
    records.put(
        NoticeAcknowledgement.KIND,
        "partner:us/notices",
        AT.plusSeconds(3),
        NUMBER,
        new NoticeAcknowledgement(NUMBER, 1, Country.UNITED_STATES, AT));
    records.put(
        NoticeRetraction.KIND,
        "notices",
        AT.plusSeconds(4),
        NUMBER,
        new NoticeRetraction(NUMBER, Country.CANADA, "MARKER reason", AT));
  }

  private static NoticeDraft draft(String words) {
    NoticeBody body =
        new NoticeBody(
            NoticeType.SURGE,
            Urgency.ROUTINE,
            ThreeTexts.same(words),
            List.of(),
            List.of(),
            List.of());
    return new NoticeDraft(
        NUMBER, 1, Stage.DRAFT, body, List.of(), List.of(), null, AT, "ana", AT, null);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
