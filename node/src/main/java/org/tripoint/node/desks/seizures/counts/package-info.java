/// What can be counted about seizures.
///
/// In: one version of a record. Out: facts, each with its month, dimensions and exact amounts. May
/// be trusted: kilograms, litres and counts are measures of their own; gross and net, located and
/// confirmed are dimensions, so that nothing is merged by leaving them out of sight. Not here:
/// cells (metrics).
@NullMarked
package org.tripoint.node.desks.seizures.counts;

import org.jspecify.annotations.NullMarked;
