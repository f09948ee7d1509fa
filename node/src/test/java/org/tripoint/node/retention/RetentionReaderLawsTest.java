package org.tripoint.node.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.retention.RetentionDecision.Verdict;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What is due is rebuilt from the ledger to the row.
class RetentionReaderLawsTest extends LedgerReaderLaws {

  private RetentionWorld world;

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    world = new RetentionWorld(records);
    return world.room.reader;
  }

  @Override
  protected String schema() {
    return "retention";
  }

  @Override
  protected void fill(TestLedger records) {
    Span year = new Span(1, Span.Unit.YEARS);
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, year, null));
    world.put("a", "MARKER person");
    RecordId twice = world.put("b", "Ana");
    world.time.moveDays(3);
    world.put("b", null);
    world.put("b", "MARKER again");
    world.put("b", "Luz");
    world.put("c", "Eva");
    world.withdraw("c");
    world.put("MARKER-source", "d", RetentionWorld.parcel("MARKER"), Marking.published());
    world.put(
        "us-test",
        "e",
        RetentionWorld.parcel(null),
        RetentionWorld.marked(LocalDate.parse("2026-05-31"), LocalDate.parse("2026-04-30")));
    world.adopt(TestRetention.rule("parcels", "parcel", Part.OPEN, year, year));
    try {
      world.room.holds.hold(twice, "", "", "MARKER case", null, "sam");
      world.room.holds.hold(null, "parcel", "", "case 2", LocalDate.parse("2999-01-01"), "sam");
      records.readers().catchUp();
      world.room.reviews.decide(
          twice, Verdict.KEEP, Part.OPEN, LocalDate.parse("2027-01-01"), "MARKER why", "sam");
      records.readers().catchUp();
      world.room.rules.end("names", "sam");
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /// The name of a source is none of a record's content.
  @Override
  protected List<String> markers() {
    return List.of("MARKER person", "MARKER again", "MARKER case", "MARKER why");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("proposal", "told");
  }
}
