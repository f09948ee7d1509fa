package org.tripoint.node.desks.liaison;

import org.tripoint.vocabulary.RecordId;

/// An officer on the administrators' page.
///
/// @param here true when posted today under an agreement that stands
public record PostingRow(RecordId record, LiaisonPosting posting, boolean here) {}
