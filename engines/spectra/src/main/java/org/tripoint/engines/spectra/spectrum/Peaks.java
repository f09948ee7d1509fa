package org.tripoint.engines.spectra.spectrum;

import java.util.Arrays;

/// Peaks of one mass spectrum: at least one, by ascending m/z.
///
/// Positions are m/z, above 0 and at most [#MOST_MZ]. Intensities are in the unit of the instrument
/// or library, above 0 and at most [#MOST_INTENSITY]. Two peaks may have the same m/z: they are
/// kept as read. Immutable; the arrays are its own.
public final class Peaks {

  /// More than any instrument records in one spectrum, profile or not.
  public static final int MOST = 1_000_000;

  /// Thomson; far above any instrument.
  public static final double MOST_MZ = 100_000;

  /// So that sums of squares stay finite.
  public static final double MOST_INTENSITY = 1e30;

  private final double[] mz;
  private final double[] intensity;

  private Peaks(double[] mz, double[] intensity) {
    this.mz = mz;
    this.intensity = intensity;
  }

  /// Peaks in any order; those of intensity 0 are left out, the rest is sorted by m/z.
  ///
  /// @param mz same length as `intensity`; copied
  /// @throws IllegalArgumentException if the lengths differ, a number is outside its range or not a
  ///   number, nothing is left, or there are more than [#MOST]
  public static Peaks of(double[] mz, double[] intensity) {
    if (mz.length != intensity.length) {
      throw new IllegalArgumentException(
          "expected as many m/z as intensities, found " + mz.length + " and " + intensity.length);
    }
    if (mz.length > MOST) {
      throw new IllegalArgumentException("expected at most " + MOST + " peaks, found " + mz.length);
    }
    double[] keptMz = new double[mz.length];
    double[] kept = new double[mz.length];
    int size = 0;
    for (int i = 0; i < mz.length; i++) {
      if (!isPosition(mz[i]) || !isIntensity(intensity[i])) {
        throw new IllegalArgumentException(
            "expected m/z in (0, %s] and intensity in [0, %s], found %s and %s"
                .formatted(MOST_MZ, MOST_INTENSITY, mz[i], intensity[i]));
      }
      if (intensity[i] > 0) {
        keptMz[size] = mz[i];
        kept[size++] = intensity[i];
      }
    }
    if (size == 0) {
      throw new IllegalArgumentException("expected at least one peak above 0, found none");
    }
    return sorted(Arrays.copyOf(keptMz, size), Arrays.copyOf(kept, size));
  }

  /// Whether a number can be the m/z of a peak.
  public static boolean isPosition(double mz) {
    return mz > 0 && mz <= MOST_MZ;
  }

  /// Whether a number can be an intensity; 0 can, and is then left out.
  public static boolean isIntensity(double intensity) {
    return intensity >= 0 && intensity <= MOST_INTENSITY;
  }

  private static Peaks sorted(double[] mz, double[] intensity) {
    for (int i = 1; i < mz.length; i++) {
      if (mz[i] < mz[i - 1]) {
        return inOrder(mz, intensity);
      }
    }
    return new Peaks(mz, intensity);
  }

  /// Stable: peaks of the same m/z stay in the order in which they were read.
  private static Peaks inOrder(double[] mz, double[] intensity) {
    Integer[] order = new Integer[mz.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(mz[a], mz[b]));
    double[] sortedMz = new double[mz.length];
    double[] sorted = new double[mz.length];
    for (int i = 0; i < order.length; i++) {
      sortedMz[i] = mz[order[i]];
      sorted[i] = intensity[order[i]];
    }
    return new Peaks(sortedMz, sorted);
  }

  /// How many; at least 1.
  public int size() {
    return mz.length;
  }

  /// The m/z of a peak.
  ///
  /// @param index from 0, by ascending m/z
  public double mz(int index) {
    return mz[index];
  }

  /// The intensity of a peak, above 0.
  ///
  /// @param index from 0, by ascending m/z
  public double intensity(int index) {
    return intensity[index];
  }

  /// All m/z, ascending; the caller's own array.
  public double[] copyMz() {
    return mz.clone();
  }

  /// All intensities in the order of m/z; the caller's own array.
  public double[] copyIntensities() {
    return intensity.clone();
  }

  /// Index of the highest peak; the first of equals.
  public int basePeak() {
    int best = 0;
    for (int i = 1; i < intensity.length; i++) {
      if (intensity[i] > intensity[best]) {
        best = i;
      }
    }
    return best;
  }

  /// The same peaks with the highest one scaled to `top`.
  ///
  /// @param top above 0 and at most [#MOST_INTENSITY]
  public Peaks scaledTo(double top) {
    if (!(top > 0) || !isIntensity(top)) {
      throw new IllegalArgumentException("expected a height above 0, found " + top);
    }
    double base = intensity[basePeak()];
    double[] scaled = new double[intensity.length];
    for (int i = 0; i < scaled.length; i++) {
      // Divided first: neither factor can leave the range.
      scaled[i] = Math.max(Double.MIN_VALUE, intensity[i] / base * top);
    }
    return new Peaks(mz, scaled);
  }

  /// The highest peaks only.
  ///
  /// @param most at least 1; of equals at the edge the one of lower m/z stays
  public Peaks strongest(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("expected at least 1 peak, found " + most);
    }
    if (mz.length <= most) {
      return this;
    }
    Integer[] order = new Integer[mz.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(intensity[b], intensity[a]));
    int[] kept = Arrays.stream(order, 0, most).mapToInt(Integer::intValue).sorted().toArray();
    return new Peaks(
        Arrays.stream(kept).mapToDouble(i -> mz[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> intensity[i]).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Peaks peaks
        && Arrays.equals(peaks.mz, mz)
        && Arrays.equals(peaks.intensity, intensity);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mz) + Arrays.hashCode(intensity);
  }

  @Override
  public String toString() {
    return size() + " peaks from m/z " + mz[0] + " to " + mz[mz.length - 1];
  }
}
