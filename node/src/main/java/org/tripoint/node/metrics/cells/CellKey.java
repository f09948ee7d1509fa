package org.tripoint.node.metrics.cells;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Where a sum stands: cube, one value number for each dimension (0 for any), and month or year.
///
/// A month is a number above 0, a whole year a number below: so one column holds both, and a range
/// of months never meets a year.
record CellKey(short cube, int d1, int d2, int d3, int d4, int d5, int d6, int month) {

  static CellKey of(short cube, int[] ids, int mask, int month) {
    return new CellKey(
        cube,
        at(ids, mask, 0),
        at(ids, mask, 1),
        at(ids, mask, 2),
        at(ids, mask, 3),
        at(ids, mask, 4),
        at(ids, mask, 5),
        month);
  }

  private static int at(int[] ids, int mask, int position) {
    return position < ids.length && (mask & (1 << position)) != 0 ? ids[position] : 0;
  }

  // Written out: every change asks for these some hundred times, and those that a record makes are
  // slow until they have been compiled for long.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CellKey key
        && key.cube == cube
        && key.d1 == d1
        && key.d2 == d2
        && key.d3 == d3
        && key.d4 == d4
        && key.d5 == d5
        && key.d6 == d6
        && key.month == month;
  }

  @Override
  public int hashCode() {
    int hash = cube;
    hash = 31 * hash + d1;
    hash = 31 * hash + d2;
    hash = 31 * hash + d3;
    hash = 31 * hash + d4;
    hash = 31 * hash + d5;
    hash = 31 * hash + d6;
    return 31 * hash + month;
  }

  static int monthNumber(YearMonth month) {
    return month.getYear() * 12 + month.getMonthValue() - 1;
  }

  /// The year that a month is in, as a key's month.
  static int yearNumber(int month) {
    return -Math.floorDiv(month, 12);
  }

  static YearMonth month(int number) {
    return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
  }
}
