/// Ways for results into the node: its own layout, which a laboratory's file can be mapped to, and
/// published files as they are.
///
/// In: rows. Out: records of the desk's kinds, or refusals that say why. May be trusted: every row
/// is accounted for. Not here: messages of a LIMS, which are the records themselves as JSON.
@NullMarked
package org.tripoint.node.desks.laboratory.formats;

import org.jspecify.annotations.NullMarked;
