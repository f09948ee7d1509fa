/// Tests of the room's cells.
@NullMarked
package org.tripoint.node.metrics.cells;

import org.jspecify.annotations.NullMarked;
