/// What recent figures will become once everything is reported, and how far earlier ones were off.
///
/// In: a figure as it stood by what had been published by each of many days. Out: for each recent
/// period what is reported, what to expect with intervals, how complete it is, or why nothing can
/// be said yet. May be trusted: nothing published later is looked at; a period that is settled is
/// not changed; no estimate is ever put in the place of a reported value. Not here: the models
/// themselves (`engines/surveillance`), alarms.
@NullMarked
package org.tripoint.node.metrics.recent;

import org.jspecify.annotations.NullMarked;
