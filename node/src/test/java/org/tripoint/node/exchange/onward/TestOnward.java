package org.tripoint.node.exchange.onward;

import java.time.Clock;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.TestSharing;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.Country;

/// The real room for passing on over a test ledger, without Spring's context.
public record TestOnward(AskOriginator ask, Runnable work) {

  public static TestOnward over(
      TestLedger ledger,
      RecordKinds kinds,
      TestSharing sharing,
      TestPartners partners,
      JournalStatus journals,
      RaiseSignal signals,
      Country country,
      Clock clock) {
    OnwardRecords records = new OnwardRecords(ledger.jdbc(), kinds);
    ledger.reader(records);
    AskOriginator ask =
        new AskOriginator(
            records,
            sharing.provenance(),
            sharing.read(),
            ledger.read(),
            ledger.append(),
            partners.partners(),
            country.code(),
            clock);
    TellCopies copies =
        new TellCopies(
            ledger.jdbc(),
            records,
            ask,
            sharing.read(),
            sharing.provenance(),
            journals,
            signals,
            clock);
    return new TestOnward(
        ask,
        () -> {
          copies.tell();
          copies.warn();
        });
  }
}
