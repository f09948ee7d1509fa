package org.tripoint.node.ledger.canonical;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How values of one type stand in canonical JSON.
abstract class Shape {

  abstract void write(JsonWriter out, Object value);

  abstract Object read(JsonReader in);

  /// True when the two say the same, decimals to twelve significant digits.
  boolean same(Object left, Object right) {
    return left.equals(right);
  }

  final boolean sameOrAbsent(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Objects.equals(left, right);
    }
    return same(left, right);
  }
}
