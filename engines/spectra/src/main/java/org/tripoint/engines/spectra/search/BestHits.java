package org.tripoint.engines.spectra.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The best of many hits, a bounded number of them.
final class BestHits {

  private static final Comparator<Hit> WORST_FIRST =
      Comparator.<Hit>comparingDouble(Hit::score)
          .thenComparing(Comparator.comparingInt(Hit::entry).reversed());

  private final int most;
  private final PriorityQueue<Hit> kept = new PriorityQueue<>(WORST_FIRST);

  BestHits(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("expected at least 1 hit, found " + most);
    }
    this.most = most;
  }

  /// A score that is not above it will not be kept, provided entries come in ascending order.
  float least() {
    Hit worst = kept.size() < most ? null : kept.peek();
    return worst == null ? 0f : worst.score();
  }

  void add(int entry, float score) {
    if (score <= least()) {
      return;
    }
    if (kept.size() == most) {
      kept.poll();
    }
    kept.add(new Hit(entry, score));
  }

  List<Hit> inOrder() {
    List<Hit> all = new ArrayList<>(kept);
    all.sort(Collections.reverseOrder(WORST_FIRST));
    return all;
  }
}
