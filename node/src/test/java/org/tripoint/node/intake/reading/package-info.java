/// Tests of the reading of files: nasty files first.
@NullMarked
package org.tripoint.node.intake.reading;

import org.jspecify.annotations.NullMarked;
