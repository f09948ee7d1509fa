package org.tripoint.node.exchange.taxii;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A program that is nobody's node, and what it may do.
///
/// @param partner short name of the partner whose it is
/// @param audience bit of the audience whose collection it reads; null when it reads none
/// @param mayWrite whether it has an inbox
/// @param endedAt since when it may do nothing; null while it may
/// @param seenAt its last request, to the minute; null before the first
public record ClientAccount(
    String name,
    String partner,
    @Nullable Integer audience,
    boolean mayWrite,
    Instant createdAt,
    String createdBy,
    @Nullable Instant endedAt,
    @Nullable Instant seenAt) {}
