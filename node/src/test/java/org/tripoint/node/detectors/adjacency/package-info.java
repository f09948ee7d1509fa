/// Tests of the room that watches series.
@NullMarked
package org.tripoint.node.detectors.adjacency;

import org.jspecify.annotations.NullMarked;
