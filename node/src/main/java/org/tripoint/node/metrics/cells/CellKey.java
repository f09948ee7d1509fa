package org.tripoint.node.metrics.cells;

import java.time.YearMonth;

/// Where a sum stands: cube, one value number for each dimension (0 for any) and month.
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

  static int monthNumber(YearMonth month) {
    return month.getYear() * 12 + month.getMonthValue() - 1;
  }

  static YearMonth month(int number) {
    return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
  }
}
