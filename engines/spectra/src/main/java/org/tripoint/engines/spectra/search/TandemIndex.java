package org.tripoint.engines.spectra.search;

import java.util.ArrayList;
import java.util.List;

/// All fragment spectra of a library, ready to be searched.
///
/// Immutable and safe for any number of threads; [#searcher()] gives each its own workplace. A
/// library grows by [#with], which indexes what is new and joins it with neighbours only when they
/// are not much larger, so that each spectrum is indexed again at most log2(n) times and there are
/// at most log2(n) segments. Answers do not depend on the steps in which it grew.
public final class TandemIndex {

  private final Tolerance tolerance;
  private final List<TandemSegment> segments;

  private TandemIndex(Tolerance tolerance, List<TandemSegment> segments) {
    this.tolerance = tolerance;
    this.segments = List.copyOf(segments);
  }

  /// An index of nothing.
  public static TandemIndex empty(Tolerance tolerance) {
    return new TandemIndex(tolerance, List.of());
  }

  /// This library and further spectra behind it.
  ///
  /// Cost: a sort of the new peaks, and now and then of as many old ones.
  public TandemIndex with(List<CleanPeaks> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<TandemSegment> all = new ArrayList<>(segments);
    all.add(new TandemSegment(size(), more));
    while (all.size() > 1 && all.get(all.size() - 2).peaks() <= 2L * all.getLast().peaks()) {
      TandemSegment right = all.removeLast();
      all.add(new TandemSegment(all.removeLast(), right));
    }
    return new TandemIndex(tolerance, all);
  }

  /// Number of spectra.
  public int size() {
    return segments.isEmpty() ? 0 : segments.getLast().first + segments.getLast().size();
  }

  /// Number of peaks after cleaning.
  public long peaks() {
    return segments.stream().mapToLong(TandemSegment::peaks).sum();
  }

  /// Memory of the arrays, in bytes.
  public long bytes() {
    return segments.stream().mapToLong(TandemSegment::bytes).sum();
  }

  public Tolerance tolerance() {
    return tolerance;
  }

  List<TandemSegment> segments() {
    return segments;
  }

  /// How many peaks of the query a spectrum of the library has at the same m/z.
  public int matched(CleanPeaks query, int entry) {
    TandemSegment segment = segmentOf(entry);
    return segment.matched(query, entry - segment.first, CleanPeaks.steps(tolerance.fragmentDa()));
  }

  /// Entropy similarity to one spectrum of the library by peaks of equal m/z.
  public float likeness(CleanPeaks query, int entry) {
    TandemSegment segment = segmentOf(entry);
    return segment.likeness(query, entry - segment.first, CleanPeaks.steps(tolerance.fragmentDa()));
  }

  /// How many peaks a spectrum of the library has after cleaning.
  public int peaksOf(int entry) {
    TandemSegment segment = segmentOf(entry);
    return segment.peaksOf(entry - segment.first);
  }

  /// m/z of the precursor of a spectrum of the library; 0 when not known.
  public double precursorMz(int entry) {
    TandemSegment segment = segmentOf(entry);
    return (double) segment.precursor[entry - segment.first] / CleanPeaks.STEPS;
  }

  private TandemSegment segmentOf(int entry) {
    for (TandemSegment segment : segments) {
      if (entry >= segment.first && entry < segment.first + segment.size()) {
        return segment;
      }
    }
    throw new IndexOutOfBoundsException("expected an entry below " + size() + ", found " + entry);
  }

  /// A workplace for one thread at a time: 4 bytes for each spectrum, with hybrid search 8 more and
  /// 4 for each peak.
  public TandemSearcher searcher() {
    return new TandemSearcher(this);
  }
}
