/// Sums over the desks' cubes, kept up to date from the ledger.
///
/// In: record changes in commit order, and the facts that cubes read out of their versions. Out:
/// sums by month, today's and those of any past publication instant or ledger size. May be trusted:
/// sums are exact and equal a full recomputation; a replay gives the same rows. Not here: what a
/// figure means.
@NullMarked
package org.tripoint.node.metrics.cells;

import org.jspecify.annotations.NullMarked;
