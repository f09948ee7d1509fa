@NullMarked
package org.tripoint.node.exchange.taxii.remote;

import org.jspecify.annotations.NullMarked;
