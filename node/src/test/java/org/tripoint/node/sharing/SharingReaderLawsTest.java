package org.tripoint.node.sharing;

import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.CallBackDecision.Measure;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

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
    world.put("b", new Parcel("MARKER die", "A. Sender", null), forCountries(CANADA, MEXICO));
    world.put("c", new Parcel("die", null, null), Marking.published());
    world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
    world.share.toTheEnd();
    world.put("b", new Parcel("die", "A. Sender", null), forCountries(MEXICO));
    world.withdraw("c");
    world.share.toTheEnd();
    RecordId back = world.put("d", new Parcel("mould", null, null), forCountries(CANADA, MEXICO));
    world.share.toTheEnd();
    decide(back, Measure.NARROWED, without(CANADA));
    world.put("d", new Parcel("mould", null, null), forCountries(MEXICO));
    world.put("d", new Parcel("mould, broken", null, null), forCountries(CANADA, MEXICO));
    RecordId again = world.put("e", new Parcel("punch", null, null), forCountries(CANADA));
    decide(again, Measure.WITHDRAWN, null);
    decide(again, Measure.GIVEN_AGAIN, null);
    world.share.toTheEnd();
  }

  private void decide(RecordId record, Measure measure, @Nullable Narrowing took) {
    world.append(
        CallBack.SOURCE,
        new Entry.Put<>(
            CallBackDecision.KIND,
            record + measure.name(),
            new CallBackDecision(
                record, measure, took, "MARKER of a reason", "ana", world.day.instant()),
            Marking.originatorOnly(Marking.Purpose.ANY_LAWFUL),
            null));
  }

  private static Narrowing without(Country country) {
    return new Narrowing(
        Set.of(country), Set.of(), null, false, null, null, null, null, false, false);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("mask", "erased", "break_glass_ask", "beyond");
  }
}
