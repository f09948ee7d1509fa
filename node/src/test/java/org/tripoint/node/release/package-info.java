@NullMarked
package org.tripoint.node.release;

import org.jspecify.annotations.NullMarked;
