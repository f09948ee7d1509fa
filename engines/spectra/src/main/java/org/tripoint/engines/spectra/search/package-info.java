/// Peaks in; the library spectra that are most like them, with scores, out.
///
/// In: spectra and, once, those of a library. Out: entries of the library by descending likeness.
/// May be trusted: every fast search gives exactly the numbers of the plain definition, which the
/// tests hold beside it, and a library that has grown in steps answers as one that was read at
/// once. Not here: what a likeness means, which is for `identify`.
@NullMarked
package org.tripoint.engines.spectra.search;

import org.jspecify.annotations.NullMarked;
