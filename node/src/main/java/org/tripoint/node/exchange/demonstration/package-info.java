/// How the nodes of one demonstration on one machine come to know each other without people.
///
/// In: a folder that only they share. Out: partners and agreements, as two people would have made
/// them. May be trusted: a node whose records are not simulated refuses to start with it. Not here:
/// anything that a real node does.
@NullMarked
package org.tripoint.node.exchange.demonstration;

import org.jspecify.annotations.NullMarked;
