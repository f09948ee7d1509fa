/// One definition, one figure: what is counted, how, and every figure with its definition, period
/// and checkpoint.
///
/// In: facts that desks' cubes read out of ledger versions; definitions, which are records too.
/// Out: cells, series, figures with everything needed to recompute them, and their exports. May be
/// trusted: cells equal a full recomputation; a figure asked for a past checkpoint is that day's,
/// to the last digit. Not here: the desks' own lists.
///
/// Tables, schema `metrics`: `cell` (current sums), `delta` (every change, by publication and
/// sequence), `disclosed`.
@org.springframework.modulith.ApplicationModule(displayName = "Metrics")
@NullMarked
package org.tripoint.node.metrics;

import org.jspecify.annotations.NullMarked;
