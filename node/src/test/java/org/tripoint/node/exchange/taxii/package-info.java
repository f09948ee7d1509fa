@NullMarked
package org.tripoint.node.exchange.taxii;

import org.jspecify.annotations.NullMarked;
