@NullMarked
package org.tripoint.node.web.charts;

import org.jspecify.annotations.NullMarked;
