package org.tripoint.node.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One deadline of a notice.
///
/// @param due until when
/// @param met when it was done, or null while it is not
/// @param late true when it was done after its time, or is not done and the time is over
public record NoticeClock(Step step, Instant due, @Nullable Instant met, boolean late) {

  /// What has to be done in time.
  public enum Step {
    /// From the laboratory's final word to a draft.
    DRAFT,
    /// From the draft to its release.
    RELEASE,
    /// From the release of an urgent notice to every partner's acknowledgement.
    ACKNOWLEDGE
  }

  static NoticeClock of(Step step, Instant due, @Nullable Instant met, Instant now) {
    return new NoticeClock(step, due, met, (met == null ? now : met).isAfter(due));
  }

  /// True when somebody has still to do it and the time is over.
  public boolean isOverdue() {
    return late && met == null;
  }
}
