/// The registry of substances: looked up, shown with who controls them, and added to.
///
/// In: what ships with the chemistry engine, and records of kind `registered-substance`, this
/// node's and partners'. Out: pages, answers for programs, the registry and the rules for other
/// rooms ([org.tripoint.node.substances.ReadRegistry]). May be trusted: a name is never resolved by
/// likeness, two records of one structure are never made one, a structure that does not fit its key
/// is left out and told. Not here: which family a reported name is counted under.
///
/// Table, schema `substances`: `added`, what each record of an added substance says now.
@NullMarked
package org.tripoint.node.substances.registry;

import org.jspecify.annotations.NullMarked;
