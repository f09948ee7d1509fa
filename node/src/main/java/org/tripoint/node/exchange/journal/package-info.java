/// The exchange journal: what each partner's node was given and what was called back, in signed
/// batches that each name the one before, acknowledged one by one.
///
/// In: the entries that a partner's audiences may read; batches and receipts of partners. Out:
/// batches and receipts; records of partners in the ledger, emptied again when they are called
/// back. May be trusted: a batch is applied once and whole, in any order of arrival to the same
/// end; one that does not continue what was read before stops the feed. Not here: what an object
/// says (stix), who may have it (sharing).
///
/// Tables, schema `exchange`: `sent`, `sent_end`, `sent_refusal`, `batched`, `sent_recall` (towards
/// partners); `feed`, `taken`, `held`, `unread`, `called_back`, `receipt`, `taken_object`,
/// `arrival` (from them); `stopped`; `ahead`, `returned`, `returned_object`, `recovered` (after a
/// restore); `own_commitment`, `told_commitment`, `their_commitment`. They are this room's own and
/// no copy of the ledger: each batch and each receipt also lies, signed, with the partner.
@NullMarked
package org.tripoint.node.exchange.journal;

import org.jspecify.annotations.NullMarked;
