/// Spectra: libraries that a steward hands in, and what a measured spectrum may be.
///
/// In: files of spectra, of libraries with their licence and of a laboratory's own measurements.
/// Out: records of kinds `spectral-library` and `kept-spectrum`, an answer with its reasons, a
/// picture, a signal when a kept unknown gets a name. May be trusted: a library is taken whole or
/// not at all, its licence stands beside every hit, its spectra never leave the node against it; it
/// is indexed when somebody first asks, never at the start. Not here: how spectra are read and
/// compared (the spectra engine), results of a laboratory.
///
/// Tables, schema `laboratory`: `spectral_library`, what each record of a library says now;
/// `spectrum_file`, measured files that people handed in; `kept_spectrum`, unknowns that are kept;
/// `kept_answer` 1—n `kept_near`, what was last said of each; `kept_told`, names people were told.
@NullMarked
package org.tripoint.node.desks.laboratory.spectra;

import org.jspecify.annotations.NullMarked;
