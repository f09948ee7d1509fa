package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// Reads a partner's journal to its end and hands over the receipts. What is wrong with the one
/// does not hold up the other.
@Service
class PullJournal {

  private static final Duration OFFER_AGAIN = Duration.ofHours(1);

  private final TakeBatch take;
  private final StopFeed stop;
  private final TellHeads heads;
  private final BroughtBack back;
  private final Commitments commitments;
  private final Partners partners;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  PullJournal(
      TakeBatch take,
      StopFeed stop,
      TellHeads heads,
      BroughtBack back,
      Commitments commitments,
      Partners partners,
      JdbcTemplate jdbc,
      Clock clock) {
    this.heads = heads;
    this.back = back;
    this.commitments = commitments;
    this.take = take;
    this.stop = stop;
    this.partners = partners;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// One round: the receipts that the partner does not have yet, what has come since, and the
  /// receipts for that.
  ///
  /// @return how many batches came
  int pull(Partner partner, Peer peer, Duration wait) throws IOException {
    Optional<IOException> lost = deliver(partner.name(), peer);
    if (stop.refusesAll(partner.name()).isPresent()) {
      throwIf(lost);
      return 0;
    }
    int came = 0;
    try {
      lost = bringBack(partner.name(), peer);
      came = peer.fetch(take.feed(partner.name()), wait, new Taking(partner));
    } catch (FeedStopped e) {
      stop.stop(partner, Way.FROM, e);
    } catch (HttpPeer.PlaceUnknown e) {
      peer.tellHeads(heads.to(partner.name(), null));
      throw e;
    }
    heard(partner.name());
    throwIf(deliver(partner.name(), peer));
    throwIf(lost);
    tellOnceADay(partner.name(), peer);
    return came;
  }

  private final class Taking implements JournalText.Taking {
    private final Partner partner;

    Taking(Partner partner) {
      this.partner = partner;
    }

    @Override
    public void take(Delivery delivery) throws IOException, FeedStopped {
      take.take(asOfNow(partner), delivery);
    }

    /// The partner was restored from a backup that is older than the receipt.
    @Override
    public void unconfirmed(Head place) {
      jdbc.update(
          """
          update exchange.receipt set delivered = null
          where partner = ? and epoch = ? and number = ?
          """,
          partner.name(),
          place.epoch(),
          place.number());
    }
  }

  /// While this node waited for an answer, the partner may have introduced a new key.
  private Partner asOfNow(Partner partner) throws IOException {
    return partners
        .find(partner.name())
        .orElseThrow(() -> new IOException("expected a partner that has not been ended"));
  }

  /// Where both journals end, and this node's word on its ledger for each day that the partner has
  /// not been given it; not while its own journal waits for a new epoch.
  private void tellOnceADay(String partner, Peer peer) throws IOException {
    for (Optional<JournalHeads.Commitment> due = commitments.due(partner);
        due.isPresent() && back.ahead(partner).isEmpty();
        due = commitments.due(partner)) {
      peer.tellHeads(heads.to(partner, due.get()));
      commitments.told(partner, due.get());
    }
  }

  /// What this node lost and the partner still has; that it cannot be had now holds up nothing
  /// else.
  private Optional<IOException> bringBack(String partner, Peer peer) throws FeedStopped {
    try {
      int came = 1;
      for (Optional<Head> after = back.wanted(partner);
          after.isPresent() && came > 0;
          after = back.wanted(partner)) {
        came = peer.fetchReturned(after.get(), delivery -> back.take(partner, delivery));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static void throwIf(Optional<IOException> lost) throws IOException {
    if (lost.isPresent()) {
      throw lost.get();
    }
  }

  private void heard(String partner) {
    jdbc.update(
        """
        insert into exchange.feed (partner, epoch, number, hash, heard) values (?, 1, 0, '', ?)
        on conflict (partner) do update set heard = excluded.heard
        """,
        partner,
        at(clock.instant()));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /// @return why not all could be handed over; empty when they were, or were refused
  private Optional<IOException> deliver(String partner, Peer peer) {
    for (Optional<Waiting> next = next(partner); next.isPresent(); next = next(partner)) {
      Waiting receipt = next.get();
      try {
        peer.acknowledge(receipt.signed());
        mark("delivered", partner, receipt);
      } catch (Peer.ReceiptRefused e) {
        mark("refused", partner, receipt);
        LoggerFactory.getLogger(PullJournal.class)
            .warn("{} refused the receipt for its batch {}", partner, receipt.number());
      } catch (IOException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private void mark(String column, String partner, Waiting receipt) {
    jdbc.update(
        "update exchange.receipt set "
            + column
            + " = ? where partner = ? and epoch = ? and number = ?",
        at(clock.instant()),
        partner,
        receipt.epoch(),
        receipt.number());
  }

  private record Waiting(int epoch, long number, String signed) {}

  private Optional<Waiting> next(String partner) {
    List<Waiting> waiting =
        jdbc.query(
            """
            select epoch, number, signed from exchange.receipt
            where partner = ? and delivered is null and (refused is null or refused < ?)
            order by epoch, number limit 1
            """,
            (row, n) -> new Waiting(row.getInt(1), row.getLong(2), row.getString(3)),
            partner,
            at(clock.instant().minus(OFFER_AGAIN)));
    return waiting.stream().findFirst();
  }
}
