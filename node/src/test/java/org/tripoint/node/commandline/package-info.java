/// Tests of the command line against a node that answers what the test wants.
@NullMarked
package org.tripoint.node.commandline;

import org.jspecify.annotations.NullMarked;
