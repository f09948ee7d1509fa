/// What the methods say of the series of a setting, today and on past days, and what becomes a
/// signal.
///
/// In: settings, counts as known by a day, identities of substances. Out: judgements with their
/// evidence; signals, raised when a finding stands and settled when it no longer does. May be
/// trusted: a change of some series judges those and what rests on them again and gives what
/// judging everything would give; a judgement of a past day looks at nothing published later. Not
/// here: the methods (engines/surveillance).
@NullMarked
package org.tripoint.node.detectors.judging;

import org.jspecify.annotations.NullMarked;
