/// The series themselves: counts by period and by publication, kept from the ledger.
///
/// In: record changes in commit order, and the facts that watches read out of their versions. Out:
/// counts as they stand and as they were published by any day, with where each place's series
/// begins, ends and is still filling up. May be trusted: counts equal a full recomputation; a
/// replay gives the same rows. Not here: what is unusual about them.
@NullMarked
package org.tripoint.node.detectors.series;

import org.jspecify.annotations.NullMarked;
