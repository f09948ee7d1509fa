/// The words every room speaks: who, where, when, how much, what, and for whom.
///
/// In: text and numbers as people write them. Out: values that cannot be wrong. May be trusted: a
/// value that exists is valid; quantities are exact decimals; a conversion names itself. Not here:
/// storage, JSON, files, screens, the clock.
@NullMarked
package org.tripoint.vocabulary;

import org.jspecify.annotations.NullMarked;
