@NullMarked
package org.tripoint.scenario;

import org.jspecify.annotations.NullMarked;
