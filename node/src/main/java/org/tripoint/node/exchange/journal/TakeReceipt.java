package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Takes a partner's receipt for a batch of this node: the batch is acknowledged, what it called
/// back is known to be gone, and what the partner refused or lacks is kept.
@Service
class TakeReceipt {

  private final JdbcTemplate jdbc;
  private final ReadJournal journal;
  private final OwnName own;
  private final RecordKinds kinds;
  private final KeepRefusals refusals;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TakeReceipt(
      JdbcTemplate jdbc,
      ReadJournal journal,
      OwnName own,
      RecordKinds kinds,
      KeepRefusals refusals,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.own = own;
    this.kinds = kinds;
    this.refusals = refusals;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A receipt that was taken before changes nothing.
  ///
  /// @throws FeedStopped if it is not the partner's, or for a batch that was never sent like that
  void take(Partner partner, String signed) throws FeedStopped {
    JournalReceipt receipt = open(partner, signed);
    Optional<String> hash = journal.hashOf(partner.name(), receipt.epoch(), receipt.number());
    Head head = journal.head(partner.name());
    requireOurs(receipt, hash.orElse(null), head);
    transaction.executeWithoutResult(status -> store(partner, receipt, signed));
  }

  /// The partner took something else under that number, or more: as with its heads, this node is
  /// then an older copy of itself. A partner that merely says so has no batch to give back with
  /// this node's signature, and no new epoch opens.
  private static void requireOurs(JournalReceipt receipt, @Nullable String hash, Head head)
      throws FeedStopped {
    if (receipt.hash().equals(hash)) {
      return;
    }
    boolean ahead =
        receipt.epoch() > head.epoch()
            || (receipt.epoch() == head.epoch() && receipt.number() > head.number());
    if (hash != null || ahead) {
      throw new FeedStopped(
          Reason.RESTORED,
          "expected to have batch %d as the partner took it".formatted(receipt.number()));
    }
    throw new FeedStopped(
        Reason.BROKEN_CHAIN,
        "expected a receipt for a batch that was sent, found " + receipt.number());
  }

  private JournalReceipt open(Partner partner, String signed) throws FeedStopped {
    JournalReceipt receipt;
    try {
      Jws.Opened opened = Jws.open(signed, JournalReceipt.TYPE, partner.introduction()::key);
      receipt = kinds.parse(JournalReceipt.FORM, opened.text());
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new FeedStopped(Reason.NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    if (!receipt.from().equals(partner.name()) || !receipt.to().equals(own.name())) {
      throw new FeedStopped(
          Reason.NOT_FOR_US, "expected a receipt from " + partner.name() + " to " + own.name());
    }
    return receipt;
  }

  private void store(Partner partner, JournalReceipt receipt, String signed) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    int taken =
        jdbc.update(
            """
            update exchange.sent set acknowledged = ?, receipt = ?
            where partner = ? and epoch = ? and number = ? and acknowledged is null
            """,
            now,
            signed,
            partner.name(),
            receipt.epoch(),
            receipt.number());
    if (taken == 0) {
      return;
    }
    List<JournalReceipt.Complied> complied = receipt.complied();
    jdbc.update(
        """
        update exchange.sent_recall r set complied = ?, copies = n.copies
        from unnest(?::text[], ?::bigint[], ?::int[]) as n (audience, added, copies)
        where r.partner = ? and r.audience = n.audience and r.added = n.added
          and r.epoch = ? and r.number = ? and r.complied is null
        """,
        now,
        complied.stream().map(JournalReceipt.Complied::audience).toArray(String[]::new),
        complied.stream().map(JournalReceipt.Complied::added).toArray(Long[]::new),
        complied.stream().map(JournalReceipt.Complied::copies).toArray(Integer[]::new),
        partner.name(),
        receipt.epoch(),
        receipt.number());
    refusals.keep(partner, receipt, now);
  }
}
