package org.tripoint.node.desks.laboratory.trends;

import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;

/// A number of samples as it may be shown.
///
/// @param least what may be shown of it, at least 0
/// @param whole false where small counts in it are held back
record ShownCount(long least, boolean whole) {

  static final ShownCount NONE = new ShownCount(0, true);

  static ShownCount of(long samples) {
    return new ShownCount(samples, true);
  }

  static ShownCount of(DisclosedCell cell) {
    return switch (cell) {
      case DisclosedCell.Shown(long value) -> of(value);
      case DisclosedCell.Zero() -> NONE;
      case DisclosedCell.Suppressed(var reason) -> new ShownCount(0, false);
    };
  }

  ShownCount plus(ShownCount other) {
    return new ShownCount(least + other.least, whole && other.whole);
  }

  boolean isZero() {
    return whole && least == 0;
  }
}
