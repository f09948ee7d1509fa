package org.tripoint.node.metrics.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.metrics.definitions.CountrySource;

/// Until when a source has been heard of: its newest release by then, else the newest of what
/// stands before it, or that day itself where records come without releases.
@Component
class KnownUntil {

  private final ReleasesSeen releases;
  private final ReadLedger ledger;
  private final Clock clock;

  KnownUntil(ReleasesSeen releases, ReadLedger ledger, Clock clock) {
    this.releases = releases;
    this.ledger = ledger;
    this.clock = clock;
  }

  Instant of(CountrySource source, Moment moment) {
    return releases
        .newest(source.releases(), moment)
        .or(() ->
            Optional.ofNullable(source.earlier())
                .flatMap(before -> releases.newest(before.releases(), moment)))
        .orElseGet(() ->
            switch (moment) {
              case Moment.Today today -> clock.instant();
              case Moment.Past(AsOf.Published(var instant)) -> instant;
              case Moment.Past(AsOf.Received(var instant)) -> instant;
              case Moment.Past(AsOf.LedgerSize(var size)) ->
                  ledger
                      .findCheckpointCovering(size)
                      .map(Checkpoint::signedAt)
                      .orElse(clock.instant());
            });
  }
}
