package org.tripoint.node.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A set of sequences, kept as ranges: versions that a release repeated without change.
final class Confirmed {
  static final Confirmed NONE = new Confirmed(new long[0]);

  /// First and last of each range in turn, ascending.
  private final long[] bounds;

  private Confirmed(long[] bounds) {
    this.bounds = bounds;
  }

  static Confirmed of(Collection<Long> sequences) {
    long[] sorted = sequences.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    long[] bounds = new long[sorted.length * 2];
    int n = 0;
    for (long sequence : sorted) {
      if (n > 0 && bounds[n - 1] == sequence - 1) {
        bounds[n - 1] = sequence;
      } else {
        bounds[n++] = sequence;
        bounds[n++] = sequence;
      }
    }
    return new Confirmed(Arrays.copyOf(bounds, n));
  }

  /// Reads [#text], such as `5-8,12`.
  static Confirmed parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] ranges = text.split(",", -1);
    long[] bounds = new long[ranges.length * 2];
    for (int i = 0; i < ranges.length; i++) {
      int dash = ranges[i].indexOf('-');
      bounds[2 * i] = Long.parseLong(dash < 0 ? ranges[i] : ranges[i].substring(0, dash));
      bounds[2 * i + 1] = Long.parseLong(ranges[i].substring(dash + 1));
    }
    return new Confirmed(bounds);
  }

  /// Reads PostgreSQL's `{[5,9),[12,13)}`.
  static Confirmed parseMultirange(String text) {
    if (text.equals("{}")) {
      return NONE;
    }
    List<Long> bounds = new ArrayList<>();
    for (String number : text.replaceAll("[^0-9,]", "").split(",", -1)) {
      bounds.add(Long.parseLong(number) - (bounds.size() & 1));
    }
    return new Confirmed(bounds.stream().mapToLong(Long::longValue).toArray());
  }

  boolean contains(long sequence) {
    int at = Arrays.binarySearch(bounds, sequence);
    return at >= 0 || (-at - 1 & 1) == 1;
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(i == 0 ? "" : ",").append(bounds[i]);
      if (bounds[i + 1] > bounds[i]) {
        text.append('-').append(bounds[i + 1]);
      }
    }
    return text.toString();
  }

  String multirange() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(i == 0 ? "[" : ",[").append(bounds[i]).append(',').append(bounds[i + 1] + 1);
      text.append(')');
    }
    return text.append('}').toString();
  }
}
