/// What the desk's records say today, kept as tables for lists: results by what they are filtered
/// by, scopes by name, rounds by day.
///
/// In: versions from the ledger. Out: rows by key, and counts as cells. May be trusted: a total is
/// of the same records as its list. Not here: the content of a result, which its page reads from
/// the ledger.
///
/// Tables, schema `laboratory`: `result` 1—n `component` and `quantity`, `scope` 1—n
/// `scope_analyte`, `round`.
@NullMarked
package org.tripoint.node.desks.laboratory.lists;

import org.jspecify.annotations.NullMarked;
