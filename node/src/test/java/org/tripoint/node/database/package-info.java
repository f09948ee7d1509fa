/// Tests of the database room: real servers, killed for real.
@NullMarked
package org.tripoint.node.database;

import org.jspecify.annotations.NullMarked;
