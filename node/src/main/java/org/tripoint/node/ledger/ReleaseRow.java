package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release as its record says now.
record ReleaseRow(
    UUID id,
    String source,
    Instant published,
    boolean complete,
    boolean closed,
    @Nullable LocalDate coversFrom,
    @Nullable LocalDate coversTo) {

  /// True when a record about this day, left out of the release, is no longer published.
  boolean speaksFor(@Nullable LocalDate day) {
    return closed
        && complete
        && day != null
        && coversFrom != null
        && coversTo != null
        && !day.isBefore(coversFrom)
        && !day.isAfter(coversTo);
  }
}
