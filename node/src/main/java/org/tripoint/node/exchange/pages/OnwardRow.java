package org.tripoint.node.exchange.pages;

import org.tripoint.node.exchange.onward.AskOriginator.Asked;

/// A question about passing on, as a page shows it.
///
/// @param said the record in a line; "" where nobody has words for it, or it is gone
/// @param late true when its answer is overdue
public record OnwardRow(Asked asked, String said, boolean late) {}
