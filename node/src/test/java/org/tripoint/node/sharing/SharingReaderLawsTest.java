package org.tripoint.node.sharing;

import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// What was given is rebuilt from the ledger to the line; masks and what waits to be called back
/// are work in progress.
class SharingReaderLawsTest extends LedgerReaderLaws {

  private SharingWorld world;

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    world = new SharingWorld(records, database());
    return world.reader;
  }

  @Override
  protected String schema() {
    return "sharing";
  }

  @Override
  protected void fill(TestLedger records) {
    world.put("a", new Parcel("MARKER press", "A. Sender", null), forCountries(CANADA));
    world.put("b", new Parcel("die", "A. Sender", null), forCountries(CANADA, MEXICO));
    world.put("c", new Parcel("die", null, null), Marking.published());
    world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
    world.share.toTheEnd();
    world.put("b", new Parcel("die", "A. Sender", null), forCountries(MEXICO));
    world.withdraw("c");
    world.share.toTheEnd();
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("mask", "erased", "break_glass_ask");
  }
}
