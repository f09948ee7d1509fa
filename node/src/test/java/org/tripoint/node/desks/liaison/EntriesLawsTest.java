package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// What this desk keeps of its records follows the laws of every reader.
class EntriesLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final RecordId OFFICER =
      new RecordId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new Entries(app, records.kinds(LiaisonKinds.ALL.values().toArray(Kind<?>[]::new)));
  }

  @Override
  protected String schema() {
    return "liaison";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "a", "MARKER first");
    put(records, JUNE, "a", "second");
    put(records, MAY, "b", "MARKER alone");
  }

  private static void put(TestLedger records, Instant published, String key, String text) {
    records.put(
        HandOverNote.KIND, "liaison", published, key, new HandOverNote(OFFICER, "mx", text, MAY));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
