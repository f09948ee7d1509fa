/// The pages of retention: what is due, rules, holds and lots.
///
/// In: what the room keeps from the ledger. Out: pages in three languages, and steps that become
/// records. May be trusted: every step names who took it; nothing is emptied here, but by lots that
/// were confirmed. Not here: purges by hand and their certificates (web).
@NullMarked
package org.tripoint.node.retention.pages;

import org.jspecify.annotations.NullMarked;
