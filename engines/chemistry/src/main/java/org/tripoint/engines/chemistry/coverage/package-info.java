/// Which definitions of a jurisdiction take a structure in on a date, and why.
///
/// In: a structure, a date, rule sets read from streams. Out: in, out or needs a chemist, with the
/// listing or the clauses for every difference from the parent, atom by atom. May be trusted: names
/// never decide; a salt, an isotope or another atom order never changes an answer where the entry
/// covers salts. Not here: law. A rule set is a reading of the texts it cites, and "out" means
/// outside these rules, never "not controlled".
@NullMarked
package org.tripoint.engines.chemistry.coverage;

import org.jspecify.annotations.NullMarked;
