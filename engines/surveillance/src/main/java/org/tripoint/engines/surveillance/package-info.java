/// Counts over time in; what is more than expected, how surely, and what is still to come, out.
///
/// In: series of counts by period, in which missing is not zero. Out: values, in packages: `detect`
/// (alarms of one series), `discovery` (many series at once), `scan` (space and time), `novelty`
/// (first sightings, combinations, spread) and `nowcast` (what recent figures will become);
/// `series`, `probability` and `regression` carry them. May be trusted: nothing here reads a clock,
/// a network or a database, randomness comes from the caller, and no answer about a period looks at
/// a later one. Not here: what a signal is, who sees it, and how severe it is.
@NullMarked
package org.tripoint.engines.surveillance;

import org.jspecify.annotations.NullMarked;
