/// What substances are called, and which structure a name means.
///
/// In: lists of substances by stream, names as people write them. Out: a substance, or the several
/// that a name may mean, or those it resembles. May be trusted: keys and formulas were computed
/// from the structures, check digits of CAS numbers hold, no name is resolved by likeness. Not
/// here: who controls what.
@NullMarked
package org.tripoint.engines.chemistry.registry;

import org.jspecify.annotations.NullMarked;
