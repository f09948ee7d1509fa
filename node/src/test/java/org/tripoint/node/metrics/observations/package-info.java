/// Tests of figures across the border.
///
/// In: records and definitions made for the tests, and a database. Out: failures. May be trusted:
/// what a partner is told here is what the node would tell. Not here: how records travel.
@NullMarked
package org.tripoint.node.metrics.observations;

import org.jspecify.annotations.NullMarked;
