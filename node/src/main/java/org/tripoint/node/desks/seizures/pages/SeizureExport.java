package org.tripoint.node.desks.seizures.pages;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Takes the whole list that a page shows one screen of, as the ledger stands.
@Component
class SeizureExport {

  private final WholeList list;
  private final ReadSubstances substances;
  private final ReadLedger ledger;
  private final Clock clock;

  SeizureExport(WholeList list, ReadSubstances substances, ReadLedger ledger, Clock clock) {
    this.list = list;
    this.substances = substances;
    this.ledger = ledger;
    this.clock = clock;
  }

  ExportedList take(Page page, Asked asked) {
    Names names = new Names(page, substances);
    AboutExport about =
        new AboutExport(
            names, asked, list.isWeekly(asked), clock.instant(), ledger.latestCheckpoint());
    return new ExportedList(list, page, asked, about);
  }
}
