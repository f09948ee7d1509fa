@NullMarked
package org.tripoint.testsupport;

import org.jspecify.annotations.NullMarked;
