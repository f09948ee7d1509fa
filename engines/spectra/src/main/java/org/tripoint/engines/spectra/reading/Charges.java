package org.tripoint.engines.spectra.reading;

import org.jspecify.annotations.Nullable;

/// Charges as files write them: `2`, `+2`, `2+`, `-1`, `1-`.
final class Charges {

  private Charges() {}

  /// Null for 0, for several, and for anything else.
  static @Nullable Integer parse(String text) {
    String value = text.strip();
    int length = value.length();
    if (length == 0 || length > 5) {
      return null;
    }
    char first = value.charAt(0);
    char last = value.charAt(length - 1);
    boolean before = first == '+' || first == '-';
    boolean after = last == '+' || last == '-';
    int from = before ? 1 : 0;
    int to = after ? length - 1 : length;
    if ((before && after) || to <= from) {
      return null;
    }
    int size = 0;
    for (int i = from; i < to; i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      size = size * 10 + digit;
    }
    boolean negative = first == '-' || last == '-';
    return size == 0 || size > 1_000 ? null : Integer.valueOf(negative ? -size : size);
  }
}
