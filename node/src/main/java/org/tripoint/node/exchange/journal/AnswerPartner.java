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

  /// Another process may write a batch, and rings no bell here.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final ReadJournal journal;
  private final TakeReceipt receipts;
  private final StopFeed stop;
  private final JournalBell bell;
  private final TakeHeads heads;
  private final BroughtBack back;

  AnswerPartner(
      ReadJournal journal,
      TakeReceipt receipts,
      StopFeed stop,
      JournalBell bell,
      TakeHeads heads,
      BroughtBack back) {
    this.heads = heads;
    this.back = back;
    this.journal = journal;
    this.receipts = receipts;
    this.stop = stop;
    this.bell = bell;
  }

  /// What is answered to a partner that asks.
  sealed interface Answer {
    /// What comes after the place; nothing when nothing did.
    ///
    /// @param unconfirmed places before it for which no receipt is here
    record Batches(List<Delivery> deliveries, List<Head> unconfirmed) implements Answer {}

    /// This journal never had the place: one of the two was restored from a backup.
    record NoSuchPlace() implements Answer {}

    /// Nothing is given until people of this node have looked.
    record Stopped() implements Answer {}
  }

  /// What comes after a place; waits for it when there is nothing yet.
  Answer after(String partner, Head place, Duration wait) throws InterruptedException {
    if (place.number() > 0
        && !journal
            .hashOf(partner, place.epoch(), place.number())
            .equals(Optional.of(place.hash()))) {
      return new Answer.NoSuchPlace();
    }
    if (stop.isStopped(partner, Way.TO)) {
      return new Answer.Stopped();
    }
    Duration longest = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long heard = bell.rings(partner);
      List<Delivery> found = journal.list(partner, place.epoch(), place.number());
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!found.isEmpty() || !left.isPositive() || bell.hasEnded()) {
        return new Answer.Batches(found, journal.unconfirmed(partner, place));
      }
      bell.await(partner, heard, left.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : left);
    }
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
      if (back.ahead(partner.name()).isEmpty()) {
        stop.stop(partner, Way.TO, e);
      }
      return false;
    }
  }

  /// Takes where the partner says that both journals end.
  ///
  /// @return false when the message is not the partner's
  boolean heads(Partner partner, String signed) {
    try {
      heads.take(partner, signed);
      return true;
    } catch (FeedStopped e) {
      stop.stop(partner, Way.FROM, e);
      return false;
    }
  }

  /// The partner's own batches after a place, as this node took them, with what it still has of
  /// their objects.
  List<Delivery> returned(String partner, Head place) {
    return journal.listTaken(partner, place.epoch(), place.number());
  }
}
