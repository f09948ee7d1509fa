/// Figures across the border: what nodes state to one another under one definition.
///
/// In: a steward's word that a metric's figures may go to partners; observations that partners
/// gave. Out: records of kind `metric-observation`, and what every country stated, by metric. May
/// be trusted: what a partner is told gives no small count away together with what it was told and
/// given before; a partner speaks for its own country alone. Not here: how records travel (sharing,
/// exchange), pages.
@NullMarked
package org.tripoint.node.metrics.observations;

import org.jspecify.annotations.NullMarked;
