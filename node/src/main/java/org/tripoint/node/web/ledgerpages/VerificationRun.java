package org.tripoint.node.web.ledgerpages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.VerifyLedger.Finding;

/// One verification of the ledger.
///
/// @param by account that asked for it
/// @param ended null while it runs
/// @param done versions checked so far
/// @param total versions there were at the start
/// @param finding null while it runs or when it broke off
/// @param failed true when it broke off
public record VerificationRun(
    String by,
    Instant started,
    @Nullable Instant ended,
    long done,
    long total,
    @Nullable Finding finding,
    boolean failed) {

  public boolean isRunning() {
    return ended == null;
  }

  VerificationRun withDone(long versions) {
    return new VerificationRun(by, started, ended, versions, total, finding, failed);
  }

  VerificationRun ended(Instant at, Finding found) {
    return new VerificationRun(by, started, at, total, total, found, false);
  }

  VerificationRun brokenOff(Instant at) {
    return new VerificationRun(by, started, at, done, total, null, true);
  }
}
