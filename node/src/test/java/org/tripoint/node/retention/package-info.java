@NullMarked
package org.tripoint.node.retention;

import org.jspecify.annotations.NullMarked;
