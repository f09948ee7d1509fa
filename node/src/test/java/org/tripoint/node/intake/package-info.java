/// Tests of intake over a real ledger: unhappy files first.
@NullMarked
package org.tripoint.node.intake;

import org.jspecify.annotations.NullMarked;
