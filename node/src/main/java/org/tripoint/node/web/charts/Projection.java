package org.tripoint.node.web.charts;

/// Lambert conformal conic on a sphere, for North America: standard parallels 25° and 60°, central
/// meridian 98° W.
///
/// Source: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
/// equations 15-1 to 15-4. Units are radii of the sphere; y grows downwards, as on a page.
final class Projection {
  private static final double PARALLEL_1 = Math.toRadians(25);
  private static final double PARALLEL_2 = Math.toRadians(60);
  static final double MERIDIAN = -98;
  private static final double N =
      Math.log(Math.cos(PARALLEL_1) / Math.cos(PARALLEL_2))
          / Math.log(halfTangent(PARALLEL_2) / halfTangent(PARALLEL_1));
  private static final double F = Math.cos(PARALLEL_1) * Math.pow(halfTangent(PARALLEL_1), N) / N;

  private Projection() {}

  static double[] of(double longitude, double latitude) {
    return of(longitude, latitude, MERIDIAN);
  }

  /// @param meridian degrees east that stand upright
  static double[] of(double longitude, double latitude, double meridian) {
    double turned = longitude - meridian;
    if (turned > 180) {
      turned -= 360; // the western Aleutians lie beyond the date line
    } else if (turned < -180) {
      turned += 360;
    }
    double radius = F / Math.pow(halfTangent(Math.toRadians(Math.min(latitude, 89.9))), N);
    double angle = N * Math.toRadians(turned);
    return new double[] {radius * Math.sin(angle), radius * Math.cos(angle)};
  }

  private static double halfTangent(double latitude) {
    return Math.tan(Math.PI / 4 + latitude / 2);
  }
}
