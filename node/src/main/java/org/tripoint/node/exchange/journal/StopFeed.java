package org.tripoint.node.exchange.journal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.signals.RaiseSignal;

/// Stops taking anything from a partner whose journal contradicts itself, and says so to people;
/// they let it go on when they know why.
@Component
class StopFeed {

  private final JdbcTemplate jdbc;
  private final RaiseSignal signals;
  private final Clock clock;

  StopFeed(JdbcTemplate jdbc, RaiseSignal signals, Clock clock) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
  }

  boolean isStopped(String partner) {
    return reason(partner).isPresent();
  }

  /// Why nothing more is taken; empty while all is well.
  Optional<String> reason(String partner) {
    return jdbc
        .queryForList(
            "select stopped from exchange.feed where partner = ? and stopped is not null",
            String.class,
            partner)
        .stream()
        .findFirst();
  }

  @Transactional
  void stop(Partner partner, FeedStopped why) {
    LoggerFactory.getLogger(StopFeed.class)
        .warn("The feed of {} is stopped: {}", partner.name(), why.getMessage());
    jdbc.update(
        """
        insert into exchange.feed (partner, epoch, number, hash, stopped, stopped_at)
        values (?, 1, 0, '', ?, ?)
        on conflict (partner) do update
        set stopped = excluded.stopped, stopped_at = excluded.stopped_at
        """,
        partner.name(),
        why.reason().name(),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.integrity",
            partner.name() + "/" + why.reason().name(),
            "exchange.signal.stopped",
            List.of(partner.name()),
            List.of(partner.record()),
            List.of(
                new RaiseSignal.ScorePart(
                    "exchange.signal.stopped." + why.reason().name(),
                    BigDecimal.ONE,
                    String.valueOf(why.getMessage()))),
            "/exchange/partners/" + partner.name()));
  }

  /// People know why, and let it go on.
  void goOn(String partner) {
    jdbc.update(
        "update exchange.feed set stopped = null, stopped_at = null where partner = ?", partner);
  }
}
