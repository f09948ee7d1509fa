/// What the matrix, read as a whole, says is missing: the eight questions of the gap review, ranked
/// by what laboratories find.
///
/// In: the matrix, the history of each answer, duties that ship as data, and what records of
/// laboratories say was found. Out: findings with their citations, on pages, as a working paper and
/// as records of kind `gap-review`; signals. May be trusted: silence of a rule set is told as
/// unknown, never as "not controlled". Not here: whether a gap should be closed; people decide.
@NullMarked
package org.tripoint.node.desks.law.gaps;

import org.jspecify.annotations.NullMarked;
