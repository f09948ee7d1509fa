/// What recent figures will become once everything is reported.
///
/// In: reports by event period and delay, or totals as they were shown and as they stand. Out: for
/// each recent period what is reported, what to expect with intervals, and how complete it is. May
/// be trusted: a period whose figure is final is not changed; nothing reported later is looked at.
/// Not here: alarms, which never rest on a nowcast alone.
@NullMarked
package org.tripoint.engines.surveillance.nowcast;

import org.jspecify.annotations.NullMarked;
