package org.tripoint.node.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.JournalHeads.Commitment;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.ledger.RecordKinds;

/// Says to a partner where both journals between the two end.
@Service
class TellHeads {

  private final ReadJournal journal;
  private final TakeBatch take;
  private final NodeSigner signer;
  private final OwnName own;
  private final RecordKinds kinds;
  private final Clock clock;

  TellHeads(
      ReadJournal journal,
      TakeBatch take,
      NodeSigner signer,
      OwnName own,
      RecordKinds kinds,
      Clock clock) {
    this.journal = journal;
    this.take = take;
    this.signer = signer;
    this.own = own;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// The signed message.
  ///
  /// @param commitment the word on this node's ledger, when it is time for it
  String to(String partner, @Nullable Commitment commitment) {
    JournalHeads heads =
        new JournalHeads(
            own.name(),
            partner,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            place(take.feed(partner)),
            place(journal.head(partner)),
            commitment);
    return signer.sign(
        JournalHeads.TYPE, kinds.write(JournalHeads.FORM, heads).getBytes(StandardCharsets.UTF_8));
  }

  private static JournalHeads.Place place(Head head) {
    return new JournalHeads.Place(head.epoch(), head.number(), head.hash());
  }
}
