/// Many series judged at once.
///
/// In: the chance of each finding without anything new. Out: which to show so that a stated share
/// of those shown is false, and how many false ones a month to expect. May be trusted: the order in
/// which series come does not matter. Not here: what the series are.
@NullMarked
package org.tripoint.engines.surveillance.discovery;

import org.jspecify.annotations.NullMarked;
