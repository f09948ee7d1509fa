package org.tripoint.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Times of one sort of question.
final class Latencies {

  private final List<Long> nanos = new ArrayList<>();

  void add(long duration) {
    nanos.add(duration);
  }

  int count() {
    return nanos.size();
  }

  /// Milliseconds below which this part of the answers came.
  double at(double part) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int index = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1)) / 1e6;
  }
}
