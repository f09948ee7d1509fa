package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What appending needs to know of a version that is there already (or is about to be).
///
/// @param actor who handed it in; [#LEDGER] when the ledger itself appended it
/// @param digest stands for its content; null once emptied
/// @param emptied true when its content is gone
/// @param calledBack true when it is gone because its originator called it back: it may be given
///   again, unlike what was erased
record KnownVersion(
    long sequence,
    UUID record,
    VersionState state,
    Instant published,
    @Nullable UUID release,
    String actor,
    @Nullable UUID digest,
    @Nullable LocalDate covers,
    boolean emptied,
    boolean calledBack) {

  /// Actor of versions that nobody handed in: marks of what is no longer published, and repetitions
  /// that keep what later releases said. They assert nothing by themselves.
  static final String LEDGER = "ledger";

  static final Comparator<KnownVersion> BY_PUBLISHED =
      Comparator.comparing(KnownVersion::published).thenComparingLong(KnownVersion::sequence);

  /// True when its source said so, false when the ledger concluded it.
  boolean asserts() {
    return state != VersionState.NO_LONGER_PUBLISHED && !actor.equals(LEDGER);
  }

  /// True when the two say the same of the record.
  static boolean sameState(@Nullable KnownVersion left, @Nullable KnownVersion right) {
    boolean leftHolds = left != null && left.state == VersionState.HELD;
    boolean rightHolds = right != null && right.state == VersionState.HELD;
    if (left == null || right == null || !leftHolds || !rightHolds) {
      return leftHolds == rightHolds && isWithdrawn(left) == isWithdrawn(right);
    }
    return left.sequence == right.sequence
        || (left.digest != null && left.digest.equals(right.digest));
  }

  private static boolean isWithdrawn(@Nullable KnownVersion version) {
    return version != null && version.state == VersionState.WITHDRAWN;
  }
}
