package org.tripoint.node.ledger.canonical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How values of one type stand in canonical JSON.
abstract class Shape {

  abstract void write(JsonWriter out, Object value);

  abstract Object read(JsonReader in);

  /// True when the two say the same, decimals to twelve significant digits.
  boolean same(Object left, Object right) {
    return left.equals(right);
  }

  /// True when an absent value would say the same: nothing but raw text stands there.
  boolean saysNothing(Object value) {
    return false;
  }

  /// Adds the names of what differs between two values that do not say the same, each under a
  /// prefix.
  void listChanged(String prefix, Object left, Object right, List<String> names) {
    names.add(prefix);
  }

  final boolean sameOrAbsent(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      Object present = left == null ? right : left;
      return present == null || saysNothing(present);
    }
    return same(left, right);
  }
}
