package org.tripoint.node.desks.seizures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// What an event is listed and counted under by where it happened.
///
/// The first-level subdivision where the place's own code tells it. Else, for ports and for names
/// in the three countries, the place itself: lists that are no part of the record say in which
/// subdivision it lies, and may say otherwise tomorrow. Else `?`.
public final class Whereabouts {

  /// Stands for a subdivision that nothing tells.
  public static final String NOT_KNOWN = "?";

  private static final List<Country> OURS =
      List.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES);

  /// Names, not addresses: there are few enough of them to count under each.
  private static final Pattern NAME = Pattern.compile("\\D{1,40}");

  private Whereabouts() {}

  public static String of(Place place) {
    return Subdivisions.of(place).orElseGet(() -> isNamed(place) ? place.key() : NOT_KNOWN);
  }

  /// The place that a key stands for; empty for subdivisions and `?`.
  public static Optional<Place> placeOf(String key) {
    String[] parts = key.split(":", 3);
    return parts.length < 3
        ? Optional.empty()
        : Optional.of(Place.of(Country.of(parts[0]), PlaceScheme.valueOf(parts[1]), parts[2]));
  }

  private static boolean isNamed(Place place) {
    return switch (place.scheme()) {
      case UN_LOCODE, US_PORT -> true;
      case AS_REPORTED -> OURS.contains(place.country()) && NAME.matcher(place.code()).matches();
      case ADMIN1,
          COUNTRY,
          INEGI_MUNICIPALITY,
          STATCAN_SGC,
          US_COUNTY,
          AGENCY_AREA,
          VITAL_STATISTICS_AREA,
          HEALTH_REGION ->
          false;
    };
  }
}
