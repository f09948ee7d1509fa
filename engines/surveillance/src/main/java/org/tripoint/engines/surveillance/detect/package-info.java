/// One series and one period in; an alarm, quiet, or why it cannot be judged, out.
///
/// In: a series and the period to judge. Out: findings that carry expectation, bound, score, the
/// baseline used, and what was left out and why. May be trusted: later periods are not looked at.
/// Not here: many series at once, see .
@NullMarked
package org.tripoint.engines.surveillance.detect;

import org.jspecify.annotations.NullMarked;
