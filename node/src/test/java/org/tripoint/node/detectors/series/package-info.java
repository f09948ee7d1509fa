/// Tests of the room that watches series.
@NullMarked
package org.tripoint.node.detectors.series;

import org.jspecify.annotations.NullMarked;
