/// Objects that leave the node, and what is believed of those that come.
@NullMarked
package org.tripoint.node.exchange.stix;

import org.jspecify.annotations.NullMarked;
