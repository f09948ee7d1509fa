/// Collections of other people's TAXII 2.1 servers that this node reads regularly.
///
/// In: what an administrator says of each (address, whose it is, how to sign in). Out: what is new
/// there, through the door through which a program's own POST goes (taxii): the same checks, an
/// inbox of its own, records under the control of whose it is. May be trusted: nothing is asked but
/// the address that was named; secrets lie in the node's folder `keys` and in no table; a look
/// ends, and the next goes on from the kept place. Not here: how TAXII is spoken (client),
/// partners' nodes, which need none of this (journal).
///
/// Tables, schema `exchange`: `remote_collection` from the ledger, `remote_place` beside it.
@NullMarked
package org.tripoint.node.exchange.taxii.remote;

import org.jspecify.annotations.NullMarked;
