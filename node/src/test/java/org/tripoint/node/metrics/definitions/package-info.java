/// Tests of the room's definitions.
@NullMarked
package org.tripoint.node.metrics.definitions;

import org.jspecify.annotations.NullMarked;
