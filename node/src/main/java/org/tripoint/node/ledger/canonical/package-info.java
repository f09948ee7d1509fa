/// Canonical JSON (RFC 8785) of record contents, and back.
///
/// In: Java records of the types that a kind may hold. Out: the one UTF-8 text that stands for
/// them, split by part. May be trusted: equal contents give equal bytes; what was written can be
/// read back. Not here: hashes, storage.
@NullMarked
package org.tripoint.node.ledger.canonical;

import org.jspecify.annotations.NullMarked;
