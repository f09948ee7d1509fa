package org.tripoint.node.exchange.taxii;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object as a caller sent it.
///
/// @param id its id
/// @param came when
/// @param version version of the object
/// @param record the record that it became, or null when it is kept and not shown
/// @param state `now` (what its sender says today), `replaced`, `revoked` or `gone`
public record SentObject(
    String id, Instant came, Instant version, @Nullable UUID record, String state) {}
