/// Tests of the ledger's pages.
@NullMarked
package org.tripoint.node.web.ledgerpages;

import org.jspecify.annotations.NullMarked;
