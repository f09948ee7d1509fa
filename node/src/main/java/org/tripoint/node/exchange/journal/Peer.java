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
  void acknowledge(String signed) throws IOException;
}
