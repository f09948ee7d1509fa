/// Files of spectra to spectra: NIST MSP, MassBank records, MGF, JCAMP-DX, mzML, ANDI netCDF.
///
/// In: a stream of bytes of any origin. Out: one `Reading` after another: an entry, an entry that
/// was left out with its reason, or the end. May be trusted: an entry is whole and within the
/// limits; no file keeps a machine busy, none is held whole but a netCDF, no document type or
/// outside entity of an XML file is followed. Not here: whether an entry is right, who may use it.
@NullMarked
package org.tripoint.engines.spectra.reading;

import org.jspecify.annotations.NullMarked;
