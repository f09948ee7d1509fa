/// Small cells: what of a computed table of people may be shown.
///
/// In: a table of counts with the units it adds up. Out: each cell shown, suppressed or zero, so
/// that neither a margin, nor an earlier table, nor an overlapping one gives a small count away.
/// May be trusted: what was shown is remembered in `metrics.disclosed` before it is handed out; the
/// same table gives the same answer. Not here: figures that their own offices have published
/// already.
@org.springframework.modulith.NamedInterface("disclosure")
@NullMarked
package org.tripoint.node.metrics.disclosure;

import org.jspecify.annotations.NullMarked;
