/// Whose rules take which substance in, and since when: the matrix of substance, jurisdiction and
/// day.
///
/// In: the registry of substances and the rules that ship with the node. Out: pages, one answer a
/// cell with entry, citation, kind of date and how sure it is. May be trusted: a cell without a
/// rule is unknown, never "not controlled". Not here: what a rule is and how it reads a structure
/// (the chemistry engine).
@org.springframework.modulith.ApplicationModule(displayName = "Law")
@NullMarked
package org.tripoint.node.desks.law;

import org.jspecify.annotations.NullMarked;
