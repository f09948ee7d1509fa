@NullMarked
package org.tripoint.bench;

import org.jspecify.annotations.NullMarked;
