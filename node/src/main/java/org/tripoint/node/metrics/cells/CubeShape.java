package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.Cube.Dimension;

/// A cube as the tables know it: its number, the place of each dimension and measure, and the
/// subsets of dimensions for which sums are kept.
///
/// More than two dimensions of few values stay in a subset together or not at all: sums over one of
/// them are added up when asked for, which costs a dozen rows at most, and sums over all of them
/// are kept (decisions 0030, 0035).
///
/// A dimension whose values are told apart stays in every subset but the empty one: sums over it
/// answer nobody (decision 0039).
final class CubeShape {

  static final int DIMENSION_LIMIT = 6;
  static final int MEASURE_LIMIT = 8;

  /// Up to so many dimensions of few values, sums over each of them are kept too.
  private static final int FEW_BY_THEMSELVES = 2;

  private final short id;
  private final Cube cube;
  private final List<Dimension> dimensions;
  private final List<String> measures;
  private final int[] cellMasks;
  private final int[] historyMasks;
  private final boolean fewTogether;

  /// @throws IllegalStateException if the cube declares too much, or a name twice
  CubeShape(short id, Cube cube) {
    this.id = id;
    this.cube = cube;
    this.dimensions = List.copyOf(cube.dimensions());
    this.measures = List.copyOf(cube.measures());
    require(
        dimensions.size() <= DIMENSION_LIMIT, "at most " + DIMENSION_LIMIT + " dimensions", cube);
    require(
        !measures.isEmpty() && measures.size() <= MEASURE_LIMIT,
        "1 to " + MEASURE_LIMIT + " measures",
        cube);
    HashSet<String> names = new HashSet<>(measures);
    dimensions.forEach(d -> names.add(d.name()));
    require(names.size() == measures.size() + dimensions.size(), "each name once", cube);
    int all = 0;
    int history = 0;
    int few = 0;
    int apart = 0;
    for (int i = 0; i < dimensions.size(); i++) {
      Dimension dimension = dimensions.get(i);
      all |= 1 << i;
      history |= dimension.history() ? 1 << i : 0;
      few |= dimension.few() ? 1 << i : 0;
      apart |= dimension.apart() ? 1 << i : 0;
    }
    int together = few;
    int always = apart;
    int alwaysInHistory = (few | apart) & history;
    this.fewTogether = Integer.bitCount(few) > FEW_BY_THEMSELVES;
    this.cellMasks =
        masksWithin(
            all,
            mask ->
                mask == 0
                    || ((mask & always) == always
                        && (!fewTogether || isTogetherOrNone(mask, together))));
    this.historyMasks = masksWithin(history, mask -> (mask & alwaysInHistory) == alwaysInHistory);
  }

  private static boolean isTogetherOrNone(int mask, int together) {
    return (mask & together) == together || (mask & together) == 0;
  }

  short id() {
    return id;
  }

  Cube cube() {
    return cube;
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  List<String> measures() {
    return measures;
  }

  /// Subsets of the dimensions, as bits, that current sums are kept for.
  int[] cellMasks() {
    return cellMasks.clone();
  }

  /// True when today's sums over one dimension of few values, and not over the others, are not
  /// kept.
  boolean keepsFewTogether() {
    return fewTogether;
  }

  /// Subsets of the history dimensions that past sums are kept for; the widest comes last.
  int[] historyMasks() {
    return historyMasks.clone();
  }

  /// False for a cube that names no dimension with history: only today's sums are kept.
  boolean keepsHistory() {
    return dimensions.isEmpty() || dimensions.stream().anyMatch(Dimension::history);
  }

  /// @throws IllegalArgumentException if the cube has no such dimension
  int positionOf(String dimension) {
    for (int i = 0; i < dimensions.size(); i++) {
      if (dimensions.get(i).name().equals(dimension)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "expected a dimension of "
            + cube.name()
            + " ("
            + String.join(", ", dimensions.stream().map(Dimension::name).toList())
            + "), found '"
            + dimension
            + "'");
  }

  /// Everything the rows depend on, in one line; when it changes the cells must be rebuilt.
  String description() {
    List<String> words = new ArrayList<>();
    for (Dimension d : dimensions) {
      words.add(
          d.name()
              + (d.history() ? "+history" : "")
              + (d.few() ? "+few" : "")
              + (d.apart() ? "+apart" : ""));
    }
    return cube.kind()
        + "; "
        + String.join(", ", words)
        + "; "
        + String.join(", ", measures)
        + (fewTogether
            ? "; by month and by year; few together or none; blocks of 2^"
            : "; by month and by year; blocks of 2^")
        + LedgerBlocks.SMALL_BITS
        + " and, once whole, of 2^"
        + LedgerBlocks.LARGE_BITS;
  }

  private static int[] masksWithin(int all, IntPredicate kept) {
    return IntStream.rangeClosed(0, all).filter(mask -> (mask & ~all) == 0).filter(kept).toArray();
  }

  private static void require(boolean holds, String expected, Cube cube) {
    if (!holds) {
      throw new IllegalStateException(
          "expected "
              + expected
              + " in cube "
              + cube.name()
              + ", found "
              + cube.dimensions()
              + " and "
              + cube.measures());
    }
  }
}
