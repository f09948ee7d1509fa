/// Space and time: where and since when there is more than expected.
///
/// In: counts and expectations by region and period, and which regions border on which. Out: the
/// clusters with their probability by simulation. May be trusted: clusters are connected. Not here:
/// maps, and where the expectations come from.
@NullMarked
package org.tripoint.engines.surveillance.scan;

import org.jspecify.annotations.NullMarked;
