package org.tripoint.node.web.ledgerpages;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.VerifyLedger;

/// Verifies the whole ledger in the background, one run at a time; the last result stays until the
/// node stops.
@Component
class Verification {
  private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

  private final VerifyLedger ledger;
  private final ReadLedger size;
  private final Clock clock;
  private final AtomicReference<VerificationRun> latest = new AtomicReference<>();

  Verification(VerifyLedger ledger, ReadLedger size, Clock clock) {
    this.ledger = ledger;
    this.size = size;
    this.clock = clock;
  }

  @Nullable VerificationRun latest() {
    return latest.get();
  }

  /// Starts a run unless one is under way.
  void start(String account) {
    VerificationRun before = latest.get();
    if (before != null && before.isRunning()) {
      return;
    }
    Instant now = clock.instant();
    VerificationRun run = new VerificationRun(account, now, null, 0, size.size(), null, false);
    if (latest.compareAndSet(before, run)) {
      Thread.ofVirtual().name("verify-ledger").start(() -> verify(run));
    }
  }

  private void verify(VerificationRun run) {
    try {
      VerifyLedger.Finding finding = ledger.verify(done -> latest.set(run.withDone(done)));
      latest.set(run.ended(clock.instant(), finding));
    } catch (RuntimeException e) {
      LOG.error("The verification of the ledger broke off", e);
      latest.set(run.brokenOff(clock.instant()));
    }
  }
}
