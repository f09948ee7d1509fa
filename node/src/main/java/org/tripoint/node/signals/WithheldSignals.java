package org.tripoint.node.signals;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.WithheldContent;
import org.tripoint.vocabulary.Part;

/// A signal over samples from people stands in the ledger with its counts, small ones as well: its
/// record is shown to readers of the health part.
@Component
class WithheldSignals implements WithheldContent {

  private final ObjectProvider<HoldBackCounts> holdBack;

  WithheldSignals(ObjectProvider<HoldBackCounts> holdBack) {
    this.holdBack = holdBack;
  }

  @Override
  public Optional<Part> partNeeded(RecordVersion version) {
    if (!version.header().kind().equals(SignalContent.KIND.name())) {
      return Optional.empty();
    }
    return version
        .content(SignalContent.KIND)
        .filter(signal -> holdBack.stream().anyMatch(room -> room.countsPeople(signal.link())))
        .map(signal -> Part.HEALTH);
  }
}
