/// Figures: what a definition gives for a country and a period, with everything needed to ask
/// again.
///
/// In: definitions and cells. Out: monthly series, rolling twelve months, totals of a calendar's
/// periods, the summer-to-summer judgement, and the records behind a figure. May be trusted: a
/// month that nobody published is never zero, what is already a twelve-month sum is never added, a
/// past figure is that day's to the last digit. Not here: pages and files.
@NullMarked
package org.tripoint.node.metrics.figures;

import org.jspecify.annotations.NullMarked;
