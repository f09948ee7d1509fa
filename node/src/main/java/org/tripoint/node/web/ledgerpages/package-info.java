/// The ledger's pages: its checkpoint, a record's versions with their proof, verification, purge.
///
/// In: answers of the ledger. Out: pages and files that an auditor takes along. May be trusted:
/// what is shown is what the ledger holds, in the order of its own clocks. Not here: what a record
/// means, which its desk says.
@NullMarked
package org.tripoint.node.web.ledgerpages;

import org.jspecify.annotations.NullMarked;
