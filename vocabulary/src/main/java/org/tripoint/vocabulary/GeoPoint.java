package org.tripoint.vocabulary;

import java.math.BigDecimal;

/// A point on the ground with how well it is known.
///
/// @param latitude decimal degrees, WGS 84, −90 to 90
/// @param longitude decimal degrees, WGS 84, −180 to 180
/// @param precisionMetres radius in which the true point lies, above 0
public record GeoPoint(BigDecimal latitude, BigDecimal longitude, int precisionMetres) {
  public GeoPoint {
    requireWithin("latitude", latitude, 90);
    requireWithin("longitude", longitude, 180);
    if (precisionMetres <= 0) {
      throw new IllegalArgumentException(
          "expected a precision above 0 metres, found " + precisionMetres);
    }
  }

  private static void requireWithin(String name, BigDecimal degrees, int limit) {
    if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
      throw new IllegalArgumentException(
          "expected a " + name + " from -" + limit + " to " + limit + ", found " + degrees);
    }
  }
}
