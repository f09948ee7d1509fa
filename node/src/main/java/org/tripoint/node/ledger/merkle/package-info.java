/// The Merkle tree over the ledger and the signed notes that carry its roots.
///
/// In: leaf hashes in order. Out: roots, complete subtrees to be kept, inclusion and consistency
/// proofs (RFC 9162), notes signed with Ed25519 (C2SP signed-note, tlog-checkpoint). May be
/// trusted: pure functions. Not here: tables, what a leaf is made of.
@NullMarked
package org.tripoint.node.ledger.merkle;

import org.jspecify.annotations.NullMarked;
