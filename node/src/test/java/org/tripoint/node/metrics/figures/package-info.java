/// Tests of the room's figures.
@NullMarked
package org.tripoint.node.metrics.figures;

import org.jspecify.annotations.NullMarked;
