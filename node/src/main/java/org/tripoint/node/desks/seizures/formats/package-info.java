/// File layouts of seizures that this node reads.
///
/// In: rows of a recognised file. Out: seizures and published figures, or every rule that a row
/// breaks. May be trusted: numbers are exact and kept with their text; what no list holds stays as
/// reported; nothing is guessed. Not here: files, quarantine, progress (intake).
@NullMarked
package org.tripoint.node.desks.seizures.formats;

import org.jspecify.annotations.NullMarked;
