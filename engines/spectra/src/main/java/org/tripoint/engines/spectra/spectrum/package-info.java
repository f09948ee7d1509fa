/// What was measured: peaks with how they were measured, and what a library says they are of.
///
/// In: numbers and words that a reader took from a file. Out: values that cannot be bad: finite,
/// sorted, bounded, of at least one peak. Not here: formats, likeness, identity.
@NullMarked
package org.tripoint.engines.spectra.spectrum;

import org.jspecify.annotations.NullMarked;
