/// Results of forensic and toxicology laboratories: what was submitted, what was found in it, and
/// how well that is known.
///
/// In: records of its kinds, from files, messages and pages. Out: those kinds, their lists and
/// pages. May be trusted: the four kinds of "not there" stay apart, a quantity says its basis, and
/// a negative outside the laboratory's scope never reads as one. Not here: whether a scheme of
/// techniques identifies (`protocol`), spectra (`spectra`), samples of drug-checking services.
@NullMarked
package org.tripoint.node.desks.laboratory.results;

import org.jspecify.annotations.NullMarked;
