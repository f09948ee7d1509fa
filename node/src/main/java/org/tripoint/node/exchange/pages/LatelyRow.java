package org.tripoint.node.exchange.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// Something that crossed a border, ready to be written.
///
/// @param came true when a partner gave it or called it back, false when this node did
/// @param said the record in a line; empty when its content is gone
/// @param kind name of its kind
/// @param marking who may have it and for what; null when its content is gone
/// @param did `given`, `corrected` or `called-back`
/// @param why name of the reason of a recall; null for what was given
/// @param complied true when a recall was confirmed, by the partner or by this node
public record LatelyRow(
    Instant at,
    boolean came,
    String partner,
    String audience,
    RecordId record,
    String said,
    String kind,
    @Nullable Marking marking,
    String did,
    @Nullable String why,
    boolean complied) {}
