package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.time.Duration;
import org.tripoint.node.exchange.journal.ReadJournal.Head;

/// A partner's node, as far as its journal goes.
interface Peer {

  /// Asks for what comes after a place; waits for it if there is nothing yet.
  ///
  /// @return how many deliveries came
  int fetch(Head after, Duration wait, JournalText.Taking taking) throws IOException, FeedStopped;

  /// Hands over a receipt.
  ///
  /// @throws ReceiptRefused if the partner says that it is for no batch of its own
  void acknowledge(String signed) throws IOException;

  /// Hands over this node's introduction as it is today.
  void introduce(String signed) throws IOException;

  /// Says where both journals end.
  void tellHeads(String signed) throws IOException;

  /// Asks for this node's own batches after a place, which it lost.
  ///
  /// @return how many came
  int fetchReturned(Head after, JournalText.Taking taking) throws IOException, FeedStopped;

  /// The partner does not take a receipt.
  final class ReceiptRefused extends IOException {
    private static final long serialVersionUID = 1L;

    ReceiptRefused() {
      super("expected the partner to take the receipt");
    }
  }
}
