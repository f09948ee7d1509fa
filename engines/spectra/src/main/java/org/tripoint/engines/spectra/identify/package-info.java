/// A spectrum and libraries in; what it may be, and why, out.
///
/// In: spectra, library entries with a word for the family of each, thresholds and diagnostic ions
/// as files. Out: one of four answers with its evidence. May be trusted: an answer never says more
/// than the calibration allows, and looking again after a library has grown gives what a search of
/// everything would give. Not here: the law, the minimum of techniques, and who may see a library.
@NullMarked
package org.tripoint.engines.spectra.identify;

import org.jspecify.annotations.NullMarked;
