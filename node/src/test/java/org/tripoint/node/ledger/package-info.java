/// Tests of the ledger, and what other rooms' tests need of it: [TestLedger], [LedgerReaderLaws].
@NullMarked
package org.tripoint.node.ledger;

import org.jspecify.annotations.NullMarked;
