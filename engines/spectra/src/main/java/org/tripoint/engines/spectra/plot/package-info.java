/// Two spectra to a picture: head to tail, what they share set off from the rest.
///
/// In: peaks and words. Out: an SVG text that a page with a strict policy can carry: classes only,
/// no style, script, font or outside reference. Not here: which spectra are worth comparing.
@NullMarked
package org.tripoint.engines.spectra.plot;

import org.jspecify.annotations.NullMarked;
