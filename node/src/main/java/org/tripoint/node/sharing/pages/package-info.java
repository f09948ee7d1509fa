/// The pages of sharing: who had what, when and on which basis.
///
/// In: the disclosures that the ledger holds. Out: pages in three languages, and the file that an
/// auditor checks elsewhere. May be trusted: nothing is changed from here. Not here: partners,
/// feeds and a record's journey (exchange).
@NullMarked
package org.tripoint.node.sharing.pages;

import org.jspecify.annotations.NullMarked;
