/// The pages of the exchange: partners and their feeds, recalls and who has complied, and a
/// record's journey.
///
/// In: how partners, agreements and journals stand. Out: pages in three languages, and what people
/// decide on them. Not here: programs that read over TAXII (taxii).
@NullMarked
package org.tripoint.node.exchange.pages;

import org.jspecify.annotations.NullMarked;
