package org.tripoint.node.ledger;

import java.time.Instant;

/// The end of the chain, seen while nobody else may append.
///
/// @param size versions there are
/// @param root hash of the tree over them
/// @param signedAt when its checkpoint was signed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared inside the room only
record ChainTip(long size, byte[] root, Instant signedAt) {}
