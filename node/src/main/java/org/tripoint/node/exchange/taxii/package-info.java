/// TAXII 2.1 for anybody's program: each audience's objects as a collection, and an inbox for each
/// client that may write.
///
/// In: requests of partners' nodes and of named clients; entries and frozen objects of the room.
/// Out: pages in the order in which an audience may read; what clients sent, with a status for each
/// request. May be trusted: a caller sees its own collections and nothing of others, not even that
/// they exist; bytes go out as they were frozen. Not here: what an audience may have (sharing),
/// what an object says (stix), recall and acknowledgement, which TAXII cannot say (journal).
///
/// What a caller sends of kinds that this node knows becomes records of the caller's in the ledger.
///
/// Tables, schema `exchange`: `collection`, `token_key`, `client`, `inbox`, `status`.
@NullMarked
package org.tripoint.node.exchange.taxii;

import org.jspecify.annotations.NullMarked;
