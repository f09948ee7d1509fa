@NullMarked
package org.tripoint.node;

import org.jspecify.annotations.NullMarked;
