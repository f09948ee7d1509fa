/// What has not been seen before: substances, combinations, places.
///
/// In: what was reported where and when, and what was looked for. Out: first sightings with how
/// unexpected they are, combinations by shrunken ratio, and how fast something spreads. May be
/// trusted: nothing is new that was only not looked for before. Not here: which names mean one
/// substance, which the node's mappings say before anything comes here.
@NullMarked
package org.tripoint.engines.surveillance.novelty;

import org.jspecify.annotations.NullMarked;
