@NullMarked
package org.tripoint.node.browser;

import org.jspecify.annotations.NullMarked;
