@NullMarked
package org.tripoint.node.sharing;

import org.jspecify.annotations.NullMarked;
