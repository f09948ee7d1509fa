package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// Reads a partner's journal to its end and hands over the receipts.
@Service
class PullJournal {

  private final TakeBatch take;
  private final StopFeed stop;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  PullJournal(TakeBatch take, StopFeed stop, JdbcTemplate jdbc, Clock clock) {
    this.take = take;
    this.stop = stop;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// One round: what has come since, then the receipts that the partner does not have yet.
  ///
  /// @return how many batches came
  int pull(Partner partner, Peer peer, Duration wait) throws IOException {
    if (stop.isStopped(partner.name())) {
      return 0;
    }
    deliver(partner.name(), peer);
    int came = 0;
    try {
      came = peer.fetch(take.feed(partner.name()), wait, delivery -> take.take(partner, delivery));
    } catch (FeedStopped e) {
      stop.stop(partner, e);
    }
    heard(partner.name());
    deliver(partner.name(), peer);
    return came;
  }

  private void heard(String partner) {
    jdbc.update(
        """
        insert into exchange.feed (partner, epoch, number, hash, heard) values (?, 1, 0, '', ?)
        on conflict (partner) do update set heard = excluded.heard
        """,
        partner,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private void deliver(String partner, Peer peer) throws IOException {
    for (Optional<Waiting> next = next(partner); next.isPresent(); next = next(partner)) {
      Waiting receipt = next.get();
      peer.acknowledge(receipt.signed());
      jdbc.update(
          """
          update exchange.receipt set delivered = ? where partner = ? and epoch = ? and number = ?
          """,
          OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
          partner,
          receipt.epoch(),
          receipt.number());
    }
  }

  private record Waiting(int epoch, long number, String signed) {}

  private Optional<Waiting> next(String partner) {
    List<Waiting> waiting =
        jdbc.query(
            """
            select epoch, number, signed from exchange.receipt
            where partner = ? and delivered is null order by epoch, number limit 1
            """,
            (row, n) -> new Waiting(row.getInt(1), row.getLong(2), row.getString(3)),
            partner);
    return waiting.stream().findFirst();
  }
}
