/// Officers of partners posted on this node, and what passes between officials of two countries:
/// agreed rules, requests for information, reads, contact reports.
///
/// In: versions of its kinds from the ledger, and what sharing gave each audience. Out: pages for
/// the officer and for the house; records that travel to the other country by themselves; signals
/// about deadlines. May be trusted: an officer is shown nothing that sharing does not give their
/// agency, and nothing before the read is a record. Not here: what may leave (sharing), how it
/// travels (exchange), how people sign in (accounts).
///
/// Tables, schema `liaison`: `entry` (what the records of this desk say now), `match` and
/// `matching` (what each rule found among what its audience was given, and how far it has looked),
/// `proposal` (rules that wait for a second person), `told` (deadlines that people know of).
@org.springframework.modulith.ApplicationModule(displayName = "Liaison")
@NullMarked
package org.tripoint.node.desks.liaison;

import org.jspecify.annotations.NullMarked;
