/// Packages: what a partner's node is given, and the receipts it is owed, in a file that people
/// carry where no network goes.
///
/// In: the journals with a partner; a file that came from it. Out: a file that only the partner can
/// open; what the file brought, taken by the journal as if it had come over the wire. May be
/// trusted: nothing of a file is taken before the whole of it is known to be unchanged, complete,
/// from the partner that it names, and for this node. Not here: what a batch says and does
/// (journal).
@NullMarked
package org.tripoint.node.exchange.packages;

import org.jspecify.annotations.NullMarked;
