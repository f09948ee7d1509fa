package org.tripoint.engines.spectra.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Searches one index; keeps its workplace between questions. For one thread at a time.
public final class TandemSearcher {

  private final TandemIndex index;
  private final int fragmentSteps;
  private final int precursorSteps;

  /// Scores of one segment.
  private final float[] scores;

  /// Hybrid search: the round in which a peak of the library was used, or a spectrum matched.
  private int[] usedPeak = {};

  private int[] usedSpectrum = {};
  private int round;

  TandemSearcher(TandemIndex index) {
    this.index = index;
    fragmentSteps = CleanPeaks.steps(index.tolerance().fragmentDa());
    precursorSteps = CleanPeaks.steps(index.tolerance().precursorDa());
    scores = new float[index.segments().stream().mapToInt(TandemSegment::size).max().orElse(0)];
  }

  /// The most like, best first; of equals the lower entry first. Nothing with a score of 0.
  ///
  /// @param most at least 1
  /// @param asked whether an entry of the library may be an answer
  public List<Hit> search(CleanPeaks query, SearchMode mode, int most, IntPredicate asked) {
    var best = new BestHits(most);
    for (TandemSegment segment : index.segments()) {
      score(query, mode, segment);
      for (int s = 0; s < segment.size(); s++) {
        if (scores[s] > best.least() && asked.test(segment.first + s)) {
          best.add(segment.first + s, scores[s]);
        }
      }
    }
    return best.inOrder();
  }

  /// The most like of the whole library.
  public List<Hit> search(CleanPeaks query, SearchMode mode, int most) {
    return search(query, mode, most, entry -> true);
  }

  /// The score of every spectrum of the library, by entry.
  public float[] scoreAll(CleanPeaks query, SearchMode mode) {
    float[] all = new float[index.size()];
    for (TandemSegment segment : index.segments()) {
      score(query, mode, segment);
      System.arraycopy(scores, 0, all, segment.first, segment.size());
    }
    return all;
  }

  private void score(CleanPeaks query, SearchMode mode, TandemSegment segment) {
    Arrays.fill(scores, 0, segment.size(), 0f);
    switch (mode) {
      case IDENTITY -> {
        if (query.precursor > 0) {
          segment.addSamePrecursor(query, precursorSteps, fragmentSteps, scores);
        }
      }
      case OPEN -> addShared(query, query.mz, segment.byMz);
      case NEUTRAL_LOSS -> addShared(query, losses(query), segment.byLoss);
      case HYBRID -> addHybrid(query, segment);
    }
  }

  /// Distances from the precursor; nothing matches where it is not known.
  private static int[] losses(CleanPeaks query) {
    int[] losses = new int[query.precursor > 0 ? query.mz.length : 0];
    for (int q = 0; q < losses.length; q++) {
      losses[q] = query.precursor - query.mz[q];
    }
    return losses;
  }

  private void addShared(CleanPeaks query, int[] positions, TandemSegment.Column column) {
    int[] at = column.at;
    int[] spectrum = column.spectrum;
    float[] weight = column.weight;
    float[] term = column.term;
    for (int q = 0; q < positions.length; q++) {
      float own = query.weight[q];
      float ownTerm = query.term[q];
      int last = positions[q] + fragmentSteps;
      for (int i = column.from(positions[q] - fragmentSteps); i < at.length && at[i] <= last; i++) {
        scores[spectrum[i]] += CleanPeaks.shared(own, ownTerm, weight[i], term[i]);
      }
    }
  }

  /// First all peaks of equal m/z; then, of those peaks of the query that have no such partner in a
  /// spectrum and those of the spectrum that are nobody's partner, the ones of equal loss.
  private void addHybrid(CleanPeaks query, TandemSegment segment) {
    if (usedPeak.length < segment.peaks()) {
      usedPeak = new int[segment.peaks()];
    }
    if (usedSpectrum.length < segment.size()) {
      usedSpectrum = new int[segment.size()];
    }
    int shared = nextRound();
    addMarking(query, segment.byMz, shared);
    int[] losses = losses(query);
    for (int q = 0; q < losses.length; q++) {
      int own = nextRound();
      markSpectra(segment.byMz, query.mz[q], own);
      addUnmarked(query, q, losses[q], segment.byLoss, shared, own);
    }
  }

  private int nextRound() {
    if (round == Integer.MAX_VALUE) {
      round = 0;
      Arrays.fill(usedPeak, 0);
      Arrays.fill(usedSpectrum, 0);
    }
    return ++round;
  }

  private void addMarking(CleanPeaks query, TandemSegment.Column column, int mark) {
    for (int q = 0; q < query.mz.length; q++) {
      int last = query.mz[q] + fragmentSteps;
      for (int i = column.from(query.mz[q] - fragmentSteps);
          i < column.at.length && column.at[i] <= last;
          i++) {
        usedPeak[column.peak[i]] = mark;
        scores[column.spectrum[i]] +=
            CleanPeaks.shared(query.weight[q], query.term[q], column.weight[i], column.term[i]);
      }
    }
  }

  private void markSpectra(TandemSegment.Column column, int position, int mark) {
    int last = position + fragmentSteps;
    for (int i = column.from(position - fragmentSteps);
        i < column.at.length && column.at[i] <= last;
        i++) {
      usedSpectrum[column.spectrum[i]] = mark;
    }
  }

  private void addUnmarked(
      CleanPeaks query, int q, int loss, TandemSegment.Column column, int shared, int own) {
    int last = loss + fragmentSteps;
    for (int i = column.from(loss - fragmentSteps);
        i < column.at.length && column.at[i] <= last;
        i++) {
      if (usedPeak[column.peak[i]] != shared && usedSpectrum[column.spectrum[i]] != own) {
        scores[column.spectrum[i]] +=
            CleanPeaks.shared(query.weight[q], query.term[q], column.weight[i], column.term[i]);
      }
    }
  }
}
