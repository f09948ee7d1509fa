package org.tripoint.node.desks.seizures;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;

/// Where seized goods were made, sent from and sent to, as far as the report says; null where it
/// does not.
///
/// @param production country they were made in
/// @param departure country they left last
/// @param destination country they were meant for
public record Route(
    @Nullable Country production, @Nullable Country departure, @Nullable Country destination) {

  public static final Route UNKNOWN = new Route(null, null, null);

  public boolean isKnown() {
    return production != null || departure != null || destination != null;
  }
}
