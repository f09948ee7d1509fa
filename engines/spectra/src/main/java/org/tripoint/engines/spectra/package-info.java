/// A measured spectrum in; which library spectra are like it, and what may be said from that, out.
///
/// In: files of other makers' formats, as streams. Out: values, in packages: `spectrum` (what was
/// measured), `reading` (files to spectra), and those that search and identify. May be trusted:
/// nothing here reads a clock, a network or a database, and no library of spectra is inside. Not
/// here: structures and rules of law, which are chemistry's; records, which are the node's.
@NullMarked
package org.tripoint.engines.spectra;

import org.jspecify.annotations.NullMarked;
