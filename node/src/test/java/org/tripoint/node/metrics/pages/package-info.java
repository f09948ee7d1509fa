/// Tests of the metric pages over a whole node.
@NullMarked
package org.tripoint.node.metrics.pages;

import org.jspecify.annotations.NullMarked;
