/// What a reported drug name stands for: a heading of a published list, a structure, or the text as
/// reported.
///
/// In: names as reported, with the list they come from; people's mappings, which are records. Out:
/// a [org.tripoint.vocabulary.SubstanceId] and the family it is counted under. May be trusted:
/// nothing is guessed; what no list holds stays as reported and is listed for mapping. Structures,
/// their names and who controls them are in `registry`. Not here: what the law ought to be.
@org.springframework.modulith.ApplicationModule(displayName = "Substances")
@NullMarked
package org.tripoint.node.substances;

import org.jspecify.annotations.NullMarked;
