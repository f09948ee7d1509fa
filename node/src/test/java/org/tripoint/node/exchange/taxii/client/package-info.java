@NullMarked
package org.tripoint.node.exchange.taxii.client;

import org.jspecify.annotations.NullMarked;
