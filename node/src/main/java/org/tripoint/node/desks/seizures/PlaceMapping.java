package org.tripoint.node.desks.seizures;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Place;

/// A person's decision in which first-level subdivision a reported place lies: the content of kind
/// `place-mapping`. The records that name the place stay as reported.
///
/// @param place the place as reports name it, without a point
/// @param subdivision ISO 3166-2 code of the place's country
/// @param reason why, in the person's words, 3 to 500 characters
/// @param decidedBy account that decided
@MadeHere
public record PlaceMapping(Place place, String subdivision, String reason, String decidedBy) {

  /// The kind of record that such a decision is.
  public static final Kind<PlaceMapping> KIND = Kind.of("place-mapping", 1, PlaceMapping.class);

  public PlaceMapping {
    Texts.require("a reason", reason.strip(), 3, 500);
    boolean inCountry = subdivision.startsWith(place.country().code() + "-");
    if (!inCountry || !Subdivisions.exists(subdivision)) {
      throw new IllegalArgumentException(
          "expected a subdivision of %s, found '%s'".formatted(place.country(), subdivision));
    }
  }
}
