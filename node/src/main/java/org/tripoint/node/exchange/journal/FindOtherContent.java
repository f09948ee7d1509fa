package org.tripoint.node.exchange.journal;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.exchange.stix.SeenObjects;
import org.tripoint.node.exchange.stix.SeenObjects.Seen;
import org.tripoint.node.signals.RaiseSignal;

/// Finds out when a partner says something else under an id and version that it used before: one of
/// the two is not what its creator said, and people have to ask which.
@Component
class FindOtherContent {

  static final String EXPECTED = "expected what was given before under this id and version";

  private final SeenObjects seen;
  private final RaiseSignal signals;

  FindOtherContent(SeenObjects seen, RaiseSignal signals) {
    this.seen = seen;
    this.signals = signals;
  }

  /// Compares with what came before, and remembers; in the caller's transaction.
  boolean isOther(String partner, Give give, byte[] body) {
    return seen.see(partner, give.id(), give.modified(), body) == Seen.OTHER;
  }

  /// One signal for a batch, however many objects of it say something else.
  void tell(Partner partner, JournalBatch batch, List<Give> other) {
    if (other.isEmpty()) {
      return;
    }
    Give first = other.getFirst();
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.integrity",
            "%s/%d/%d".formatted(partner.name(), batch.epoch(), batch.number()),
            "exchange.signal.other-content",
            List.of(partner.name(), Integer.toString(other.size())),
            List.of(partner.record()),
            List.of(
                new RaiseSignal.ScorePart(
                    "exchange.signal.other-content.why",
                    BigDecimal.ONE,
                    first.id() + " " + first.modified())),
            "/exchange/partners/" + partner.name()));
  }
}
