/// Tests of the pages of detectors.
@NullMarked
package org.tripoint.node.detectors.pages;

import org.jspecify.annotations.NullMarked;
