/// The desk's own tables of what was taken, and the questions they answer quickly.
///
/// In: changes of its kinds from the ledger, in commit order. Out: keyed pages of lists, bounded
/// counts, single rows. May be trusted: rows say what the records say today; a record that was
/// emptied, withdrawn or is no longer published is not listed. Not here: sums over declared
/// dimensions (metrics).
@NullMarked
package org.tripoint.node.desks.seizures.lists;

import org.jspecify.annotations.NullMarked;
