package org.tripoint.node.desks.seizures;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.Volume;

/// What a published figure counts, told as finely as an item of an event is, so that counts and
/// events can be asked the same question.
///
/// @param itemClass what sort of thing
/// @param form its shape, UNKNOWN where forms are not told apart
/// @param weightBasis how it was weighed
/// @param countBasis how far it was established
/// @param siteClass what a site was used for
/// @param volume set when the unit is one of volume
/// @param count set when the unit counts things
public record CountedThing(
    ItemClass itemClass,
    ItemForm form,
    WeightBasis weightBasis,
    CountBasis countBasis,
    SiteClass siteClass,
    @Nullable Volume volume,
    @Nullable Count count) {}
