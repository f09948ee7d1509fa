/// The newest twelve months of every metric, with how firm they are and how they are judged.
///
/// In: figures and what is expected of the recent ones. Out: headlines for the overview, the list
/// of metrics and programs. May be trusted: what is reported and what is expected stand beside each
/// other. Not here: pages.
@NullMarked
package org.tripoint.node.metrics.headlines;

import org.jspecify.annotations.NullMarked;
