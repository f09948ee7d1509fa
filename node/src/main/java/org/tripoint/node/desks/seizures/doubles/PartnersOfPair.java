package org.tripoint.node.desks.seizures.doubles;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.RecordId;

/// Reads what the two reports of a pair say of their partners. Asked only for pairs of which one
/// was reported as joint: they are few.
@Component
class PartnersOfPair {

  private final ReadLedger ledger;

  PartnersOfPair(ReadLedger ledger) {
    this.ledger = ledger;
  }

  LikelyPair tell(LikelyPair pair) {
    if (pair.partners() == SaidOfPartners.NOTHING) {
      return pair;
    }
    Optional<Seizure> first = seizure(pair.first());
    Optional<Seizure> second = seizure(pair.second());
    if (first.isEmpty() || second.isEmpty()) {
      return pair;
    }
    return pair.with(
        SaidOfPartners.of(first.get(), second.get().agency())
            .or(SaidOfPartners.of(second.get(), first.get().agency())));
  }

  private Optional<Seizure> seizure(RecordId record) {
    return ledger
        .findCurrent(record)
        .filter(RecordVersion::isHeld)
        .flatMap(version -> version.content(Seizure.KIND));
  }
}
