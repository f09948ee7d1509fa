/// How long may a record be kept, and what has to be looked at or emptied now?
///
/// In: every record version's header and day, the rules that stewards adopted, markings, the bases
/// on which partners gave. Out: what is due for review and for purge, by day; decisions, holds and
/// lots as records; purges, which the ledger carries out. May be trusted: nothing is emptied by a
/// rule that nobody adopted, under a legal hold, or beyond what was shown to whoever confirmed it.
/// Not here: emptying itself (ledger), calling back what was given (sharing, exchange).
///
/// Tables, schema `retention`: `entry`, `hold`, `kept` (what people decided), `cohort`, `item`,
/// `due` (records kept alike, and when what is due for them), `proposal`, `told`.
@org.springframework.modulith.ApplicationModule(displayName = "Retention")
@NullMarked
package org.tripoint.node.retention;

import org.jspecify.annotations.NullMarked;
