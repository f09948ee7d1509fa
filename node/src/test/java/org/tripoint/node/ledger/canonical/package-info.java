/// Tests of the package of the same name.
@NullMarked
package org.tripoint.node.ledger.canonical;

import org.jspecify.annotations.NullMarked;
