/// Of which chemical family a structure is.
///
/// In: a structure. Out: a word such as `fentanyl`, or nothing. May be trusted: the skeleton alone
/// decides, so a salt, an isotope or a stereo mark never changes it; what a family is stands in
/// `families.txt` with its source. Not here: whether anybody controls it (`coverage`), and what a
/// substance is used for (`registry`).
@NullMarked
package org.tripoint.engines.chemistry.family;

import org.jspecify.annotations.NullMarked;
