package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.tripoint.node.exchange.journal.ReadJournal.Head;

/// Loses answers before they come, after a part of them has been taken, and receipts.
record LosingPeer(Peer peer, RandomGenerator random) implements Peer {
  @Override
  public int fetch(Head after, Duration wait, JournalText.Taking taking)
      throws IOException, FeedStopped {
    int lost = random.nextInt(4);
    if (lost == 0) {
      throw new IOException("the answer was lost");
    }
    int[] left = {random.nextInt(3)};
    return peer.fetch(
        after,
        wait,
        new JournalText.Taking() {
          @Override
          public void take(Delivery delivery) throws IOException, FeedStopped {
            if (lost == 1 && left[0]-- == 0) {
              throw new IOException("the rest was lost");
            }
            taking.take(delivery);
          }

          @Override
          public void unconfirmed(Head place) {
            taking.unconfirmed(place);
          }
        });
  }

  @Override
  public void introduce(String signed) throws IOException {
    throw new IOException("expected nobody to introduce anybody here");
  }

  @Override
  public void tellHeads(String signed) throws IOException {
    peer.tellHeads(signed);
  }

  @Override
  public int fetchReturned(Head after, JournalText.Taking taking) throws IOException, FeedStopped {
    return peer.fetchReturned(after, taking);
  }

  @Override
  public void acknowledge(String signed) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> throw new IOException("the receipt was lost");
      case 1 -> {
        peer.acknowledge(signed);
        throw new IOException("the answer to the receipt was lost");
      }
      default -> peer.acknowledge(signed);
    }
  }
}
