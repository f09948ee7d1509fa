package org.tripoint.node.desks.seizures.formats;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;

/// Reads where an event happened. A code that its scheme does not have is kept as reported.
final class PlaceCells {

  /// Precision when a file gives a point without one: about as far as a coordinate with two
  /// decimals tells.
  private static final int DEFAULT_PRECISION_METRES = 1_000;

  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");

  private PlaceCells() {}

  static Place read(Row row, Country country, Findings findings) {
    String text = findings.limited(row, "place", 200);
    if (text.length() > 200) {
      return Place.country(country);
    }
    PlaceScheme scheme =
        findings.code(row, "place_scheme", PlaceScheme.class, PlaceScheme.AS_REPORTED);
    Place place =
        text.isEmpty() ? Place.country(country) : named(text, scheme, row, country, findings);
    return point(row, findings).map(place::withPoint).orElse(place);
  }

  private static Place named(
      String text, PlaceScheme scheme, Row row, Country country, Findings findings) {
    try {
      Place place = Place.of(country, scheme, text);
      boolean known = scheme != PlaceScheme.ADMIN1 || Subdivisions.exists(text);
      if (known && (scheme != PlaceScheme.AS_REPORTED || !row.text("place_scheme").isEmpty())) {
        return place;
      }
    } catch (IllegalArgumentException notOfThatScheme) {
      findings.notRecognised("place", text, scheme.name());
      return Place.of(country, PlaceScheme.AS_REPORTED, text);
    }
    findings.notRecognised("place", text, scheme == PlaceScheme.AS_REPORTED ? "" : scheme.name());
    return Place.of(country, PlaceScheme.AS_REPORTED, text);
  }

  private static Optional<GeoPoint> point(Row row, Findings findings) {
    String latitude = row.text("latitude");
    String longitude = row.text("longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> north = degrees("latitude", latitude, 90, findings);
    Optional<BigDecimal> east = degrees("longitude", longitude, 180, findings);
    int precision = precision(row, findings);
    return north.isPresent() && east.isPresent()
        ? Optional.of(new GeoPoint(north.get(), east.get(), precision))
        : Optional.empty();
  }

  private static Optional<BigDecimal> degrees(
      String column, String text, int limit, Findings findings) {
    if (DEGREES.matcher(text).matches()) {
      BigDecimal degrees = new BigDecimal(text);
      if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0) {
        return Optional.of(degrees);
      }
    }
    findings.hard.add(new Finding(column, "not-in-range", text, "-" + limit + " … " + limit));
    return Optional.empty();
  }

  private static int precision(Row row, Findings findings) {
    Optional<ReportedNumber> metres = findings.amount(row, "precision_m");
    if (metres.isEmpty()) {
      return DEFAULT_PRECISION_METRES;
    }
    BigDecimal value = metres.get().value();
    if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
      findings.hard.add(
          new Finding("precision_m", "not-in-range", row.text("precision_m"), "1 … 1000000"));
      return DEFAULT_PRECISION_METRES;
    }
    return Math.max(1, value.intValue());
  }
}
