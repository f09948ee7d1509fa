/// Reports that may be of one seizure: found, shown side by side, decided by a person.
///
/// In: events as they come into the desk's tables. Out: a signal for each pair, with the parts of
/// its score; decisions, which are records. May be trusted: nothing is merged by a machine, both
/// reports stay as they are. Not here: the inbox (signals).
@NullMarked
package org.tripoint.node.desks.seizures.doubles;

import org.jspecify.annotations.NullMarked;
