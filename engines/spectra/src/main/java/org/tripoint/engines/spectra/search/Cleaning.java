package org.tripoint.engines.spectra.search;

import java.util.Arrays;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// What is taken off a fragment spectrum before it is compared.
///
/// In this order: peaks above `precursor - precursorMarginDa`; peaks closer together than `mergeDa`
/// become one, beginning with the highest, at the mean of their m/z weighted by intensity; peaks
/// under `noise` of the highest that is left; all but the `most` highest.
///
/// Source: the steps of Li et al. 2021 (doi 10.1038/s41592-021-01331-z) in the order of their
/// program.
///
/// @param noise part of the highest peak, from 0 to 1
/// @param precursorMarginDa at least 0, or negative to keep the precursor's peaks
/// @param mergeDa more than twice the tolerance of a search, so that no peak has two partners
/// @param most peaks that stay, at least 1
public record Cleaning(double noise, double precursorMarginDa, double mergeDa, int most) {

  /// For a search with a tolerance of 0.02 Da.
  public static final Cleaning OF_TANDEM = new Cleaning(0.01, 1.6, 0.05, 200);

  /// Positions beyond it do not take part in a search; Da.
  static final double MOST_MZ = 20_000;

  public Cleaning {
    if (!(noise >= 0 && noise < 1) || !(mergeDa >= 0) || most < 1) {
      throw new IllegalArgumentException(
          "expected noise in [0, 1), a distance from 0 and a peak to keep, found %s, %s, %d"
              .formatted(noise, mergeDa, most));
    }
  }

  /// Peaks ready to be compared by entropy; may be empty.
  ///
  /// @param precursorMz 0 when it is not known; then nothing is taken off the top
  public CleanPeaks clean(Peaks peaks, double precursorMz) {
    double top =
        precursorMz > 0 && precursorMarginDa >= 0
            ? Math.min(MOST_MZ, precursorMz - precursorMarginDa)
            : MOST_MZ;
    double[] mz = new double[peaks.size()];
    double[] intensity = new double[peaks.size()];
    int size = 0;
    for (int i = 0; i < peaks.size() && peaks.mz(i) <= top; i++) {
      mz[size] = peaks.mz(i);
      intensity[size++] = peaks.intensity(i);
    }
    size = merge(mz, intensity, size);
    size = withoutNoise(mz, intensity, size);
    return CleanPeaks.of(Arrays.copyOf(mz, size), Arrays.copyOf(intensity, size), precursorMz);
  }

  /// Merges in place until no two peaks are closer than the distance; merging moves a peak, which
  /// can bring it near another.
  private int merge(double[] mz, double[] intensity, int size) {
    int left = size;
    while (hasNeighbours(mz, left)) {
      left = mergeOnce(mz, intensity, left);
    }
    return left;
  }

  private boolean hasNeighbours(double[] mz, int size) {
    for (int i = 1; i < size; i++) {
      if (mz[i] - mz[i - 1] < mergeDa) {
        return true;
      }
    }
    return false;
  }

  private int mergeOnce(double[] mz, double[] intensity, int size) {
    double[] mergedMz = new double[size];
    double[] merged = new double[size];
    for (int at : byHeight(intensity, size)) {
      if (intensity[at] > 0) {
        gather(mz, intensity, size, at, mergedMz, merged);
      }
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (merged[i] > 0) {
        mz[kept] = mergedMz[i];
        intensity[kept++] = merged[i];
      }
    }
    return kept;
  }

  /// Moves what is near one peak, itself included, into one merged peak; the order stays.
  private void gather(
      double[] mz, double[] intensity, int size, int at, double[] mergedMz, double[] merged) {
    double sum = 0;
    double moment = 0;
    int from = at;
    while (from > 0 && mz[at] - mz[from - 1] < mergeDa) {
      from--;
    }
    for (int i = from; i < size && mz[i] - mz[at] < mergeDa; i++) {
      sum += intensity[i];
      moment += intensity[i] * mz[i];
      intensity[i] = 0;
    }
    mergedMz[at] = moment / sum;
    merged[at] = sum;
  }

  private static int[] byHeight(double[] intensity, int size) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(intensity[b], intensity[a]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private int withoutNoise(double[] mz, double[] intensity, int size) {
    double highest = 0;
    for (int i = 0; i < size; i++) {
      highest = Math.max(highest, intensity[i]);
    }
    double least = highest * noise;
    if (size > most) {
      double[] sorted = Arrays.copyOf(intensity, size);
      Arrays.sort(sorted);
      least = Math.max(least, sorted[size - most]);
    }
    int kept = 0;
    for (int i = 0; i < size && kept < most; i++) {
      if (intensity[i] >= least) {
        mz[kept] = mz[i];
        intensity[kept++] = intensity[i];
      }
    }
    return kept;
  }
}
