/// What recent figures are expected to become.
@NullMarked
package org.tripoint.node.metrics.recent;

import org.jspecify.annotations.NullMarked;
