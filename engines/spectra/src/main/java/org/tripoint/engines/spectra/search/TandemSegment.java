package org.tripoint.engines.spectra.search;

import java.util.Arrays;
import java.util.List;

/// An index of neighbouring entries of a library that never changes.
///
/// Idea (Li and Fiehn 2023, doi 10.1038/s41592-023-02012-9): entropy similarity is a sum over
/// shared peaks, so all peaks of the library, sorted by m/z, are enough; a query touches only what
/// it matches and adds to the score of the spectrum that the peak belongs to. A second order, by
/// the distance from the precursor, serves losses. Plain arrays, 44 bytes a peak.
final class TandemSegment {

  /// Entry of the library that is this segment's first.
  final int first;

  final int[] precursor;

  /// Entries by ascending precursor; those without one come first.
  private final int[] byPrecursor;

  /// Peaks as the spectra have them: spectrum `s` has `start[s]` to `start[s + 1]`.
  private final int[] start;

  private final int[] ownMz;
  private final float[] ownWeight;
  private final float[] ownTerm;

  final Column byMz;
  final Column byLoss;

  /// Peaks in one order: position, spectrum and number of the peak, sorted by position.
  static final class Column {

    final int[] at;
    final int[] spectrum;
    final int[] peak;
    final float[] weight;
    final float[] term;

    private Column(int size) {
      at = new int[size];
      spectrum = new int[size];
      peak = new int[size];
      weight = new float[size];
      term = new float[size];
    }

    /// Index of the first peak at or above a position.
    int from(int position) {
      int low = 0;
      int high = at.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (at[middle] < position) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  TandemSegment(int first, List<CleanPeaks> spectra) {
    this.first = first;
    int size = spectra.size();
    precursor = new int[size];
    start = new int[size + 1];
    for (int s = 0; s < size; s++) {
      precursor[s] = spectra.get(s).precursor;
      start[s + 1] = Math.addExact(start[s], spectra.get(s).size());
    }
    ownMz = new int[start[size]];
    ownWeight = new float[start[size]];
    ownTerm = new float[start[size]];
    for (int s = 0; s < size; s++) {
      CleanPeaks peaks = spectra.get(s);
      System.arraycopy(peaks.mz, 0, ownMz, start[s], peaks.size());
      System.arraycopy(peaks.weight, 0, ownWeight, start[s], peaks.size());
      System.arraycopy(peaks.term, 0, ownTerm, start[s], peaks.size());
    }
    byPrecursor = orderOf(precursor);
    byMz = column(false);
    byLoss = column(true);
  }

  /// Two neighbours as one.
  TandemSegment(TandemSegment left, TandemSegment right) {
    first = left.first;
    precursor = joined(left.precursor, right.precursor);
    ownMz = joined(left.ownMz, right.ownMz);
    ownWeight = joined(left.ownWeight, right.ownWeight);
    ownTerm = joined(left.ownTerm, right.ownTerm);
    start = Arrays.copyOf(left.start, precursor.length + 1);
    for (int s = 0; s <= right.size(); s++) {
      start[left.size() + s] = Math.addExact(left.peaks(), right.start[s]);
    }
    byPrecursor = orderOf(precursor);
    byMz = column(false);
    byLoss = column(true);
  }

  private static int[] joined(int[] left, int[] right) {
    int[] all = Arrays.copyOf(left, Math.addExact(left.length, right.length));
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  private static float[] joined(float[] left, float[] right) {
    float[] all = Arrays.copyOf(left, Math.addExact(left.length, right.length));
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  /// Indices by ascending value; of equals the lower first. Values are at least 0.
  private static int[] orderOf(int[] values) {
    long[] packed = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      packed[i] = (long) values[i] << 32 | i;
    }
    Arrays.sort(packed);
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) packed[i];
    }
    return order;
  }

  /// All peaks by position, or by distance from the precursor where there is one.
  private Column column(boolean loss) {
    long[] packed = new long[ownMz.length];
    int[] owner = new int[ownMz.length];
    int size = 0;
    for (int s = 0; s < precursor.length; s++) {
      for (int p = start[s]; p < start[s + 1]; p++) {
        owner[p] = s;
        if (!loss || precursor[s] > 0) {
          long position = loss ? precursor[s] - ownMz[p] : ownMz[p];
          packed[size++] = position << 32 | p;
        }
      }
    }
    Arrays.sort(packed, 0, size);
    var column = new Column(size);
    for (int i = 0; i < size; i++) {
      int p = (int) packed[i];
      column.at[i] = (int) (packed[i] >> 32);
      column.peak[i] = p;
      column.spectrum[i] = owner[p];
      column.weight[i] = ownWeight[p];
      column.term[i] = ownTerm[p];
    }
    return column;
  }

  int size() {
    return precursor.length;
  }

  int peaks() {
    return ownMz.length;
  }

  /// Adds to `scores` the likeness of those whose precursor is within the tolerance.
  void addSamePrecursor(CleanPeaks query, int precursorSteps, int fragmentSteps, float[] scores) {
    int at = 0;
    int high = byPrecursor.length;
    while (at < high) {
      int middle = (at + high) >>> 1;
      if (precursor[byPrecursor[middle]] < query.precursor - precursorSteps) {
        at = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; at < byPrecursor.length; at++) {
      int s = byPrecursor[at];
      if (precursor[s] > query.precursor + precursorSteps) {
        return;
      }
      if (precursor[s] > 0) {
        scores[s] = likeness(query, s, fragmentSteps);
      }
    }
  }

  /// The likeness of one spectrum by peaks of equal m/z.
  float likeness(CleanPeaks query, int spectrum, int fragmentSteps) {
    float sum = 0;
    int own = start[spectrum];
    int end = start[spectrum + 1];
    for (int q = 0; q < query.mz.length; q++) {
      while (own < end && ownMz[own] < query.mz[q] - fragmentSteps) {
        own++;
      }
      for (int p = own; p < end && ownMz[p] <= query.mz[q] + fragmentSteps; p++) {
        sum += CleanPeaks.shared(query.weight[q], query.term[q], ownWeight[p], ownTerm[p]);
      }
    }
    return sum;
  }

  /// How many peaks of the query one spectrum has at the same m/z.
  int matched(CleanPeaks query, int spectrum, int fragmentSteps) {
    int count = 0;
    int own = start[spectrum];
    int end = start[spectrum + 1];
    for (int mz : query.mz) {
      while (own < end && ownMz[own] < mz - fragmentSteps) {
        own++;
      }
      if (own < end && ownMz[own] <= mz + fragmentSteps) {
        count++;
      }
    }
    return count;
  }

  int peaksOf(int spectrum) {
    return start[spectrum + 1] - start[spectrum];
  }

  long bytes() {
    return 4L * (2 * size() + start.length)
        + 12L * ownMz.length
        + 20L * (byMz.at.length + byLoss.at.length);
  }
}
