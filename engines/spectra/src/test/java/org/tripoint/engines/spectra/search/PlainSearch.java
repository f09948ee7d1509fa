package org.tripoint.engines.spectra.search;

import java.util.List;

/// The slow, obvious search: every pair of spectra, every pair of peaks.
final class PlainSearch {

  private final List<CleanPeaks> library;
  private final int fragment;
  private final int precursor;

  PlainSearch(List<CleanPeaks> library, Tolerance tolerance) {
    this.library = library;
    fragment = CleanPeaks.steps(tolerance.fragmentDa());
    precursor = CleanPeaks.steps(tolerance.precursorDa());
  }

  float[] scoreAll(CleanPeaks query, SearchMode mode) {
    float[] scores = new float[library.size()];
    for (int s = 0; s < scores.length; s++) {
      scores[s] = score(query, library.get(s), mode);
    }
    return scores;
  }

  private float score(CleanPeaks query, CleanPeaks other, SearchMode mode) {
    boolean bothKnown = query.precursor > 0 && other.precursor > 0;
    return switch (mode) {
      case OPEN -> direct(query, other);
      case IDENTITY ->
          bothKnown && Math.abs(query.precursor - other.precursor) <= precursor
              ? direct(query, other)
              : 0f;
      case NEUTRAL_LOSS -> bothKnown ? shifted(query, other, false, 0f) : 0f;
      case HYBRID ->
          bothKnown ? shifted(query, other, true, direct(query, other)) : direct(query, other);
    };
  }

  private float direct(CleanPeaks query, CleanPeaks other) {
    float sum = 0;
    for (int q = 0; q < query.size(); q++) {
      for (int p = 0; p < other.size(); p++) {
        if (near(query.mz[q], other.mz[p])) {
          sum += pair(query, q, other, p);
        }
      }
    }
    return sum;
  }

  private float shifted(CleanPeaks query, CleanPeaks other, boolean leftOverOnly, float before) {
    float sum = before;
    for (int q = 0; q < query.size(); q++) {
      for (int p = other.size() - 1; p >= 0; p--) {
        boolean free = !leftOverOnly || (isFree(query.mz[q], other) && isFree(other.mz[p], query));
        if (free && near(query.precursor - query.mz[q], other.precursor - other.mz[p])) {
          sum += pair(query, q, other, p);
        }
      }
    }
    return sum;
  }

  private boolean isFree(int mz, CleanPeaks other) {
    for (int theirs : other.mz) {
      if (near(mz, theirs)) {
        return false;
      }
    }
    return true;
  }

  private boolean near(int left, int right) {
    return Math.abs(left - right) <= fragment;
  }

  private static float pair(CleanPeaks query, int q, CleanPeaks other, int p) {
    return CleanPeaks.shared(query.weight[q], query.term[q], other.weight[p], other.term[p]);
  }
}
