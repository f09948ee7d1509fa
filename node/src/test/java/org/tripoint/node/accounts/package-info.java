@NullMarked
package org.tripoint.node.accounts;

import org.jspecify.annotations.NullMarked;
