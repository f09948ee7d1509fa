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
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.signals.RaiseSignal;

/// Stops one way of the exchange with a partner when what it sends contradicts what went before,
/// and says so to people; they let it go on when they know why.
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

  boolean isStopped(String partner, Way way) {
    return reason(partner, way).isPresent();
  }

  /// Why a way is stopped; empty while all is well.
  Optional<String> reason(String partner, Way way) {
    return jdbc
        .queryForList(
            "select why from exchange.stopped where partner = ? and way = ?",
            String.class,
            partner,
            way.name())
        .stream()
        .findFirst();
  }

  /// Why nothing whatever is taken from a partner; empty too while only a new epoch is taken.
  Optional<String> refusesAll(String partner) {
    return reason(partner, Way.FROM).filter(why -> !why.equals(Reason.REWRITTEN.name()));
  }

  /// Whether a partner's journal goes on only with a new epoch.
  boolean waitsForEpoch(String partner) {
    return reason(partner, Way.FROM).equals(Optional.of(Reason.REWRITTEN.name()));
  }

  @Transactional
  void stop(Partner partner, Way way, FeedStopped why) {
    LoggerFactory.getLogger(StopFeed.class)
        .warn("The exchange {} {} is stopped: {}", way, partner.name(), why.getMessage());
    jdbc.update(
        """
        insert into exchange.stopped (partner, way, why, at) values (?, ?, ?, ?)
        on conflict (partner, way) do update set why = excluded.why, at = excluded.at
        """,
        partner.name(),
        way.name(),
        why.reason().name(),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    String words =
        switch (way) {
          case FROM -> "exchange.signal.stopped";
          case TO -> "exchange.signal.stopped-to";
        };
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.integrity",
            partner.name() + "/" + way + "/" + why.reason().name(),
            words,
            List.of(partner.name()),
            List.of(partner.record()),
            List.of(
                new RaiseSignal.ScorePart(
                    words + "." + why.reason().name(),
                    BigDecimal.ONE,
                    String.valueOf(why.getMessage()))),
            "/exchange/partners/" + partner.name()));
  }

  /// People know why, and let it go on.
  void goOn(String partner, Way way) {
    jdbc.update("delete from exchange.stopped where partner = ? and way = ?", partner, way.name());
    if (way == Way.FROM) {
      // What the partner refused may be taken now that people have spoken.
      jdbc.update("update exchange.receipt set refused = null where partner = ?", partner);
    }
  }
}
