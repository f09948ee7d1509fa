/// Tests of the room's exports.
@NullMarked
package org.tripoint.node.metrics.exports;

import org.jspecify.annotations.NullMarked;
