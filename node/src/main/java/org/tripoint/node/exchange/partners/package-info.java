/// Partners' nodes: who they are, how they are reached, and by which keys they are known.
///
/// In: introductions, compared by two people over another line. Out: the keys and authorities that
/// are trusted today. May be trusted: no partner was added or replaced by one person alone, and no
/// third party vouches for anybody. Not here: what a partner may have (sharing).
///
/// Tables, schema `exchange`: `proposal` (introductions that wait for their second person),
/// `partner` (as the ledger has them).
@NullMarked
package org.tripoint.node.exchange.partners;

import org.jspecify.annotations.NullMarked;
