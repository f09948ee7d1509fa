package org.tripoint.node.desks.seizures;

import org.springframework.stereotype.Component;
import org.tripoint.node.intake.RecognisePlaces;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// Knows the first-level subdivisions of the three countries for messages, as for files.
@Component
class KnownSubdivisions implements RecognisePlaces {

  @Override
  public boolean isKnown(Place place) {
    return place.scheme() != PlaceScheme.ADMIN1 || Subdivisions.exists(place.code());
  }
}
