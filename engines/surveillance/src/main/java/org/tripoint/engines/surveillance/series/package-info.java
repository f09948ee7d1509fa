/// Counts by period, in which missing is not zero.
///
/// In: counts or gaps in order. Out: series that know their step and their first day. May be
/// trusted: counts are not negative, a gap is never read as a number.
@NullMarked
package org.tripoint.engines.surveillance.series;

import org.jspecify.annotations.NullMarked;
