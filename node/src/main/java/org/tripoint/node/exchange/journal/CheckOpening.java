package org.tripoint.node.exchange.journal;

import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.Commitments.Compared;
import org.tripoint.node.exchange.journal.Commitments.Opening;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.partners.Partners;

/// Holds what a partner's auditor was shown against the word that the partner gave this node. If it
/// does not open the word, nothing more is taken from the partner until people have asked why.
@Service
public class CheckOpening {

  private final Commitments commitments;
  private final Partners partners;
  private final StopFeed stop;

  CheckOpening(Commitments commitments, Partners partners, StopFeed stop) {
    this.commitments = commitments;
    this.partners = partners;
    this.stop = stop;
  }

  public Compared check(String partner, Opening opening) {
    Compared found = commitments.compare(partner, opening);
    if (found == Compared.OTHER) {
      partners
          .find(partner)
          .ifPresent(one ->
              stop.stop(
                  one,
                  Way.FROM,
                  new FeedStopped(
                      Reason.OTHER_LEDGER, "expected what opens the word for " + opening.day())));
    }
    return found;
  }
}
