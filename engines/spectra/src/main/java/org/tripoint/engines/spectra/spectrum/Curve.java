package org.tripoint.engines.spectra.spectrum;

import java.util.Arrays;

/// A measured curve, such as an infrared spectrum: points by ascending position, at least two.
///
/// Values may be negative (a baseline below 0) and are finite, at most [#MOST_VALUE] from 0.
/// Immutable; the arrays are its own.
public final class Curve {

  /// More points than a spectrometer gives.
  public static final int MOST = 1_000_000;

  /// So that sums of squares stay finite.
  public static final double MOST_VALUE = 1e30;

  private final CurveUnit xUnit;
  private final CurveUnit yUnit;
  private final double[] x;
  private final double[] y;

  private Curve(CurveUnit xUnit, CurveUnit yUnit, double[] x, double[] y) {
    this.xUnit = xUnit;
    this.yUnit = yUnit;
    this.x = x;
    this.y = y;
  }

  /// Points that ascend or descend; descending ones are turned round.
  ///
  /// @param x same length as `y`, strictly ascending or strictly descending; copied
  /// @throws IllegalArgumentException if not, or if a number is outside its range
  public static Curve of(CurveUnit xUnit, CurveUnit yUnit, double[] x, double[] y) {
    if (x.length != y.length || x.length < 2 || x.length > MOST) {
      throw new IllegalArgumentException(
          "expected 2 to %d points with a value each, found %d and %d"
              .formatted(MOST, x.length, y.length));
    }
    boolean down = x[1] < x[0];
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int from = down ? x.length - 1 - i : i;
      keptX[i] = x[from];
      keptY[i] = y[from];
      if (!isValue(keptX[i]) || !isValue(keptY[i]) || (i > 0 && !(keptX[i] > keptX[i - 1]))) {
        throw new IllegalArgumentException(
            "expected finite points in one direction, found %s, %s at point %d"
                .formatted(keptX[i], keptY[i], from));
      }
    }
    return new Curve(xUnit, yUnit, keptX, keptY);
  }

  /// Whether a number can be a position or a value.
  public static boolean isValue(double value) {
    return Math.abs(value) <= MOST_VALUE;
  }

  public CurveUnit xUnit() {
    return xUnit;
  }

  public CurveUnit yUnit() {
    return yUnit;
  }

  /// How many points; at least 2.
  public int size() {
    return x.length;
  }

  /// Position of a point, ascending with the index.
  public double x(int index) {
    return x[index];
  }

  /// Value at a point.
  public double y(int index) {
    return y[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve curve
        && curve.xUnit == xUnit
        && curve.yUnit == yUnit
        && Arrays.equals(curve.x, x)
        && Arrays.equals(curve.y, y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return size() + " points from " + x[0] + " to " + x[x.length - 1] + " " + xUnit;
  }
}
