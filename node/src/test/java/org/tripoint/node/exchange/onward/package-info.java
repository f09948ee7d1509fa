@NullMarked
package org.tripoint.node.exchange.onward;

import org.jspecify.annotations.NullMarked;
