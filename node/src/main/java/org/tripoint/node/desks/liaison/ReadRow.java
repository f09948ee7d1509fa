package org.tripoint.node.desks.liaison;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.RecordId;

/// A read on a page.
///
/// @param record the read itself
/// @param origin short name of the partner on whose node it was read, or null for this one
public record ReadRow(RecordId record, @Nullable String origin, LiaisonRead read) {}
