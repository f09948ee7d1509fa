/// How what was shared travels: as STIX 2.1 objects, over TAXII 2.1 to anybody's program, and over
/// the exchange journal to partners' nodes, with acknowledgement and recall.
///
/// In: the lines that each audience may read (sharing), and what partners and stock programs send.
/// Out: objects and batches to partners; their records into the ledger under `partner:` sources.
/// May be trusted: nothing leaves that is not a line of its audience; bytes once given under an id
/// and a version never become others; a partner's word is checked before it is believed. Not here:
/// who may have what (sharing), what a record means (desks).
///
/// Tables, schema `exchange`: `object` (frozen objects), `entry` (what each audience reads, in
/// order), and those of the rooms inside: `stix`, `taxii`, `partners`, `journal`.
@org.springframework.modulith.ApplicationModule(displayName = "Exchange")
@NullMarked
package org.tripoint.node.exchange;

import org.jspecify.annotations.NullMarked;
