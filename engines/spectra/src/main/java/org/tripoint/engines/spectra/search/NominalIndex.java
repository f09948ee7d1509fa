package org.tripoint.engines.spectra.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// All spectra of electron ionisation of a library, ready to be searched by weighted cosine.
///
/// For each whole m/z the spectra that have a peak there and its weight: a query reads the lists of
/// its own peaks. Immutable and safe for any number of threads. Grows like [TandemIndex].
public final class NominalIndex {

  private final List<Segment> segments;

  private NominalIndex(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /// Neighbouring entries; the list of position `p` is `start[p]` to `start[p + 1]`.
  private static final class Segment {

    private final int first;
    private final List<NominalPeaks> spectra;
    private final int[] start = new int[NominalPeaks.MOST_MZ + 2];
    private final int[] spectrum;
    private final float[] weight;

    Segment(int first, List<NominalPeaks> spectra) {
      this.first = first;
      this.spectra = List.copyOf(spectra);
      for (NominalPeaks peaks : spectra) {
        for (int mz : peaks.mz) {
          start[mz + 1]++;
        }
      }
      for (int p = 1; p < start.length; p++) {
        start[p] += start[p - 1];
      }
      int[] next = start.clone();
      spectrum = new int[start[start.length - 1]];
      weight = new float[spectrum.length];
      for (int s = 0; s < spectra.size(); s++) {
        NominalPeaks peaks = spectra.get(s);
        for (int i = 0; i < peaks.mz.length; i++) {
          int at = next[peaks.mz[i]]++;
          spectrum[at] = s;
          weight[at] = peaks.weight[i];
        }
      }
    }

    Segment joined(Segment right) {
      List<NominalPeaks> all = new ArrayList<>(spectra);
      all.addAll(right.spectra);
      return new Segment(first, all);
    }

    float[] scores(NominalPeaks query) {
      float[] scores = new float[spectra.size()];
      for (int q = 0; q < query.mz.length; q++) {
        float own = query.weight[q];
        for (int i = start[query.mz[q]]; i < start[query.mz[q] + 1]; i++) {
          scores[spectrum[i]] += own * weight[i];
        }
      }
      return scores;
    }
  }

  /// An index of nothing.
  public static NominalIndex empty() {
    return new NominalIndex(List.of());
  }

  /// This library and further spectra behind it; all with the same weighting.
  public NominalIndex with(List<NominalPeaks> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Segment> all = new ArrayList<>(segments);
    all.add(new Segment(size(), more));
    while (all.size() > 1
        && all.get(all.size() - 2).spectrum.length <= 2L * all.getLast().spectrum.length) {
      Segment right = all.removeLast();
      all.add(all.removeLast().joined(right));
    }
    return new NominalIndex(all);
  }

  /// Number of spectra.
  public int size() {
    return segments.isEmpty() ? 0 : segments.getLast().first + segments.getLast().spectra.size();
  }

  /// A spectrum of the library as it is compared.
  public NominalPeaks spectrum(int entry) {
    for (Segment segment : segments) {
      if (entry >= segment.first && entry < segment.first + segment.spectra.size()) {
        return segment.spectra.get(entry - segment.first);
      }
    }
    throw new IndexOutOfBoundsException("expected an entry below " + size() + ", found " + entry);
  }

  /// The most like, best first; of equals the lower entry first. Nothing with a score of 0.
  ///
  /// @param most at least 1
  /// @param asked whether an entry of the library may be an answer
  public List<Hit> search(NominalPeaks query, int most, IntPredicate asked) {
    var best = new BestHits(most);
    for (Segment segment : segments) {
      float[] scores = segment.scores(query);
      for (int s = 0; s < scores.length; s++) {
        if (scores[s] > best.least() && asked.test(segment.first + s)) {
          best.add(segment.first + s, scores[s]);
        }
      }
    }
    return best.inOrder();
  }

  /// The score of every spectrum of the library, by entry.
  public float[] scoreAll(NominalPeaks query) {
    float[] all = new float[size()];
    for (Segment segment : segments) {
      System.arraycopy(segment.scores(query), 0, all, segment.first, segment.spectra.size());
    }
    return all;
  }
}
