package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// What this node answers when a partner asks for its journal or hands over a receipt.
@Service
class AnswerPartner {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(200);

  private final ReadJournal journal;
  private final TakeReceipt receipts;
  private final StopFeed stop;

  AnswerPartner(ReadJournal journal, TakeReceipt receipts, StopFeed stop) {
    this.journal = journal;
    this.receipts = receipts;
    this.stop = stop;
  }

  /// What comes after a place; waits for it when there is nothing yet.
  ///
  /// @return empty when the partner names a place that this journal never had: one of the two was
  ///   restored from a backup
  Optional<List<Delivery>> after(String partner, Head place, Duration wait)
      throws InterruptedException {
    if (place.number() > 0
        && !journal
            .hashOf(partner, place.epoch(), place.number())
            .equals(Optional.of(place.hash()))) {
      return Optional.empty();
    }
    Duration left = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    List<Delivery> found = journal.list(partner, place.epoch(), place.number());
    while (found.isEmpty() && left.isPositive()) {
      Thread.sleep(STEP);
      left = left.minus(STEP);
      found = journal.list(partner, place.epoch(), place.number());
    }
    return Optional.of(found);
  }

  void write(List<Delivery> deliveries, OutputStream out) throws IOException {
    JournalText.write(deliveries, out);
  }

  /// Takes a receipt.
  ///
  /// @return false when it is not the partner's, or for a batch that was never sent like that: then
  ///   people are told
  boolean receipt(Partner partner, String signed) {
    try {
      receipts.take(partner, signed);
      return true;
    } catch (FeedStopped e) {
      stop.stop(partner, e);
      return false;
    }
  }
}
