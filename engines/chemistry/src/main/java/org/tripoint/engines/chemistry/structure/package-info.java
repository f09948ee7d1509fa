/// What a molecule is: read safely, named by its standard InChIKey, reduced to its parent, drawn.
///
/// In: SMILES or a molfile of any origin. Out: a `Structure` or a refusal with its reason; the
/// parent without counter-ions, isotopes and charges, with what was taken away; an SVG. May be
/// trusted: a `Structure` is bounded in size, has no unknown atoms and its rings and aromaticity
/// are known. Not here: names, rules.
@NullMarked
package org.tripoint.engines.chemistry.structure;

import org.jspecify.annotations.NullMarked;
