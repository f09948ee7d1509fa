package org.tripoint.node.detectors.judging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When series may be judged: once the ledger has not grown from one look to the next and has been
/// read, since a file that is still being appended would look like a fall, or a rise; at the latest
/// after a while, since where many report something always comes.
final class Stillness {

  static final Duration LONGEST = Duration.ofMinutes(5);

  private long size = -1;
  private @Nullable Instant growingSince;

  /// One look at the ledger.
  ///
  /// @param nowSize how many versions it holds
  /// @param read whether all of them have been read
  boolean isReached(long nowSize, boolean read, Instant now) {
    boolean still = read && nowSize == size;
    size = nowSize;
    if (still || isOver(now)) {
      growingSince = null;
      return true;
    }
    if (growingSince == null) {
      growingSince = now;
    }
    return false;
  }

  private boolean isOver(Instant now) {
    return growingSince != null && !now.isBefore(growingSince.plus(LONGEST));
  }
}
