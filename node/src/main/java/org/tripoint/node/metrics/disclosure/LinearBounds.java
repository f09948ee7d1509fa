package org.tripoint.node.metrics.disclosure;

import java.util.Arrays;
import java.util.List;

/// The least and the greatest value of a sum of unknowns under linear conditions.
///
/// Two-phase simplex method on a dense tableau with Bland's rule, which cannot cycle (R. G. Bland,
/// Mathematics of Operations Research 2, 1977). The unknowns are at least 0. In a table of two
/// dimensions with its totals the conditions form a network, so that the bounds are whole numbers
/// and exact for whole counts (D. Gusfield, SIAM J. Comput. 17, 1988); with overlapping windows
/// they are outer bounds, rounded inwards to whole numbers.
final class LinearBounds {

  private static final double EPSILON = 1e-9;
  private static final double WHOLE = 1e-6;

  /// A sum that is known exactly, or known to be at least `value`.
  record Condition(List<Integer> unknowns, double value, boolean exact) {
    Condition {
      unknowns = List.copyOf(unknowns);
    }
  }

  /// @param least at least 0
  /// @param greatest `Long.MAX_VALUE` when nothing bounds it
  record Range(long least, long greatest) {}

  private final Tableau tableau;

  /// Finds a first solution, from which every bound is then sought.
  ///
  /// @param count number of unknowns
  /// @param conditions consistent with one another
  LinearBounds(int count, Condition[] conditions) {
    tableau = new Tableau(count, conditions);
    tableau.findStart();
  }

  /// @param target unknowns whose sum is bounded
  Range of(int[] target) {
    double greatest = tableau.maximise(target, 1);
    double least = -tableau.maximise(target, -1);
    return new Range(
        (long) Math.ceil(least - WHOLE),
        Double.isInfinite(greatest) ? Long.MAX_VALUE : (long) Math.floor(greatest + WHOLE));
  }

  /// Rows `a·x = b` with a basis; the last columns are one artificial unknown a row, out of play
  /// once a solution without them is found.
  private static final class Tableau {
    private final int rows;
    private final int artificialFrom;
    private final double[][] a;
    private final double[] b;
    private final int[] basis;
    private int width;

    Tableau(int count, Condition[] conditions) {
      rows = conditions.length;
      int slacks = (int) Arrays.stream(conditions).filter(c -> !c.exact()).count();
      artificialFrom = count + slacks;
      width = artificialFrom + rows;
      a = new double[rows][width];
      b = new double[rows];
      basis = new int[rows];
      int slack = count;
      for (int i = 0; i < rows; i++) {
        for (int unknown : conditions[i].unknowns()) {
          a[i][unknown] += 1;
        }
        if (!conditions[i].exact()) {
          a[i][slack++] = -1;
        }
        b[i] = conditions[i].value();
        a[i][artificialFrom + i] = 1;
        basis[i] = artificialFrom + i;
      }
    }

    void findStart() {
      double[] objective = new double[width];
      Arrays.fill(objective, artificialFrom, width, -1);
      if (maximise(objective) < -WHOLE) {
        throw new IllegalStateException("expected conditions that can hold together");
      }
      for (int row = 0; row < rows; row++) {
        if (basis[row] >= artificialFrom) {
          leaveArtificial(row);
        }
      }
      width = artificialFrom;
    }

    private void leaveArtificial(int row) {
      for (int column = 0; column < artificialFrom; column++) {
        if (Math.abs(a[row][column]) > EPSILON) {
          pivot(row, column);
          return;
        }
      }
    }

    /// Greatest value of `sign` times the sum of the target, from the solution found last.
    double maximise(int[] target, int sign) {
      double[] objective = new double[artificialFrom + rows];
      for (int unknown : target) {
        objective[unknown] += sign;
      }
      return maximise(objective);
    }

    private double maximise(double[] objective) {
      double[] reduced = reducedCosts(objective);
      while (true) {
        int entering = entering(reduced);
        if (entering < 0) {
          return value(objective);
        }
        int leaving = leaving(entering);
        if (leaving < 0) {
          return Double.POSITIVE_INFINITY;
        }
        pivot(leaving, entering);
        subtract(reduced, reduced[entering], a[leaving]);
      }
    }

    /// What a unit more of each column adds to the objective.
    private double[] reducedCosts(double[] objective) {
      double[] reduced = Arrays.copyOf(objective, width);
      for (int row = 0; row < rows; row++) {
        double cost = objective[basis[row]];
        if (cost != 0) {
          subtract(reduced, cost, a[row]);
        }
      }
      return reduced;
    }

    private void subtract(double[] from, double factor, double[] row) {
      for (int column = 0; column < width; column++) {
        from[column] -= factor * row[column];
      }
    }

    /// The first column whose reduced cost improves the objective; -1 at the optimum.
    private int entering(double[] reduced) {
      for (int column = 0; column < width; column++) {
        if (reduced[column] > EPSILON) {
          return column;
        }
      }
      return -1;
    }

    private int leaving(int entering) {
      int leaving = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int row = 0; row < rows; row++) {
        if (a[row][entering] > EPSILON) {
          double ratio = b[row] / a[row][entering];
          boolean smaller = ratio < least - EPSILON;
          boolean equal = !smaller && ratio < least + EPSILON;
          if (smaller || (equal && leaving >= 0 && basis[row] < basis[leaving])) {
            least = Math.min(least, ratio);
            leaving = row;
          }
        }
      }
      return leaving;
    }

    private double value(double[] objective) {
      double value = 0;
      for (int row = 0; row < rows; row++) {
        value += objective[basis[row]] * b[row];
      }
      return value;
    }

    private void pivot(int row, int column) {
      double by = a[row][column];
      for (int j = 0; j < width; j++) {
        a[row][j] /= by;
      }
      b[row] /= by;
      for (int i = 0; i < rows; i++) {
        double factor = a[i][column];
        if (i != row && Math.abs(factor) > EPSILON) {
          subtract(a[i], factor, a[row]);
          b[i] -= factor * b[row];
          if (Math.abs(b[i]) < EPSILON) {
            b[i] = 0;
          }
        }
      }
      basis[row] = column;
    }
  }
}
