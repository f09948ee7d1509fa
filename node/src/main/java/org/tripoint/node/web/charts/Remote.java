package org.tripoint.node.web.charts;

/// A part of the United States so far from the rest that a map of that country alone shows it in a
/// frame of its own, as national maps do: a true place would leave most of the sheet empty.
enum Remote {
  ALASKA(-154, 0.0, 0.24) {
    @Override
    boolean holds(double longitude, double latitude) {
      return latitude > 50 && (longitude < -129 || longitude > 170);
    }
  },
  HAWAII(-157, 0.25, 0.12) {
    @Override
    boolean holds(double longitude, double latitude) {
      return latitude < 30 && longitude < -150;
    }
  };

  private final double meridian;
  private final double left;
  private final double width;

  /// @param meridian that stands upright
  /// @param left where its frame begins, as a share of the sheet's width
  /// @param width of its frame, as a share of the sheet's width
  Remote(double meridian, double left, double width) {
    this.meridian = meridian;
    this.left = left;
    this.width = width;
  }

  abstract boolean holds(double longitude, double latitude);

  double meridian() {
    return meridian;
  }

  double left() {
    return left;
  }

  double width() {
    return width;
  }
}
