package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A version as it meets its record: what stood at its publication instant before it, and until
/// when it stands.
///
/// Figures follow by adding at `version.published` (new − before) and, when `supersededAt` is set,
/// at that instant (before − new): so the sum over publication instants is right whatever the order
/// of arrival.
///
/// @param version the version that was appended
/// @param before the version that stood at its publication instant until it came, or null
/// @param supersededAt publication instant of the next version already known, or null when this one
///   is current
public record RecordChange(
    RecordVersion version, @Nullable RecordVersion before, @Nullable Instant supersededAt) {

  /// True when the record now says what this version says.
  public boolean isCurrent() {
    return supersededAt == null;
  }

  public Optional<RecordVersion> previous() {
    return Optional.ofNullable(before);
  }
}
