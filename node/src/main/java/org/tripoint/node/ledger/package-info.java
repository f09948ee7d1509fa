/// The node's append-only sequence of record versions: it *is* the data.
///
/// In: batches of record contents from intake, the JSON API, people's decisions and, later,
/// partners. Out: versions in commit order, histories, proofs, checkpoints. May be trusted: a
/// version that was returned by an append is durable, never changes and stands under a signed
/// checkpoint; content is canonical. Not here: what a record means (desks), who may have it
/// (release), figures (metrics).
///
/// Tables, schema `ledger`: `version` (the chain), `content` (beside the chain: salts and parts),
/// `subtree` (hashes of complete subtrees), `checkpoint`, `release_batch`, `reader` (cursors).
@org.springframework.modulith.ApplicationModule(displayName = "Ledger")
@NullMarked
package org.tripoint.node.ledger;

import org.jspecify.annotations.NullMarked;
