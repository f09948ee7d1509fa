/// A chemical structure in; what it is, what it is called and which definitions take it in, out.
///
/// In: SMILES, molfiles, names, dates. Out: values, in three packages: `structure`, `coverage` and
/// `registry`. May be trusted: nothing here reads a clock, a file, a network or a database; rule
/// sets and lists come from streams or from this module's own resources. Not here: records,
/// storage, and any decision of law: a rule set is a reading, people decide.
@NullMarked
package org.tripoint.engines.chemistry;

import org.jspecify.annotations.NullMarked;
