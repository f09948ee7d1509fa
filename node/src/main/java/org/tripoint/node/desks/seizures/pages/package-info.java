/// The desk's pages and exports.
///
/// In: what a person asks for, all of it in the address. Out: pages, CSV and XLSX in the person's
/// language. May be trusted: an export holds the rows, columns and order of the page it was taken
/// from. Not here: queries (lists), sums (metrics).
@NullMarked
package org.tripoint.node.desks.seizures.pages;

import org.jspecify.annotations.NullMarked;
