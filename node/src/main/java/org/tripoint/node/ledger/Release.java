package org.tripoint.node.ledger;

import java.time.Instant;
import org.tripoint.vocabulary.RecordId;

/// One published file of a source, as the ledger knows it.
///
/// @param id the record of kind `release`
/// @param source the source it is of
/// @param published its publication instant, as corrected last
/// @param complete true when a key that it does not carry, inside its coverage, is no longer
///   published
public record Release(RecordId id, String source, Instant published, boolean complete) {}
