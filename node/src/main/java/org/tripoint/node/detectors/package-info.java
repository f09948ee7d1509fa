/// What rises, moves or appears in the series that desks let be watched?
///
/// In: facts that desks' [Watch] beans read out of ledger versions; settings, which are records
/// too. Out: alarms and first sightings as signals, each with its expectation, bound, score,
/// baseline and the records behind; what a setting would have signalled on past days. May be
/// trusted: signals kept up from the ledger equal a full recomputation; a past day is judged by
/// what was published by then; all series of a setting are judged together, and the false alarms to
/// expect are stated. Not here: the rules themselves (engines/surveillance), what people decide
/// (signals).
///
/// Tables, schema `detectors`: `series`, `delta`, `heard`, `moved` (counts by period and
/// publication), `setting`, `adjacency`; `progress`, `frame`, `judged`, `told`, `failed` (the
/// latest periods as judged, not from the ledger).
@org.springframework.modulith.ApplicationModule(displayName = "Detectors")
@NullMarked
package org.tripoint.node.detectors;

import org.jspecify.annotations.NullMarked;
