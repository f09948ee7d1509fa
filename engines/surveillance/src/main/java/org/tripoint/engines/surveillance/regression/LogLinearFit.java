package org.tripoint.engines.surveillance.regression;

import org.jspecify.annotations.Nullable;

/// Quasi-Poisson regression of counts on any few columns, by reweighted least squares and QR.
///
/// `log mu_i = offset_i + sum_j b_j x_ij`. Each step solves a weighted least-squares problem by
/// Householder reflections; columns that the earlier ones explain to ten digits are left out.
public final class LogLinearFit {

  /// Relative change of the deviance. It falls by the square of what is left of the way, so that
  /// after such a step coefficients are right to seven digits and more.
  private static final double ENOUGH = 1e-7;

  private static final int MOST_STEPS = 50;
  private static final double DEPENDENT = 1e-10;

  private final double[][] columns;
  private final double[] counts;
  private final double[] logs;
  private final double[] weights;
  private final double[] offsets;
  private final double[] mu;
  private final double[] eta;
  private final double[][] reduced;
  private final double[] rightSide;
  private final double[] coefficients;
  private final boolean[] used;
  private final double[] gains;
  private final double[][] triangle;

  private LogLinearFit(double[][] columns, double[] counts, double[] weights, double[] offsets) {
    this.columns = columns;
    this.counts = counts;
    this.logs = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      logs[i] = counts[i] > 0 ? Math.log(counts[i]) : 0;
    }
    this.weights = weights;
    this.offsets = offsets;
    this.mu = new double[counts.length];
    this.eta = new double[counts.length];
    this.reduced = new double[columns.length][counts.length];
    this.rightSide = new double[counts.length];
    this.coefficients = new double[columns.length];
    this.used = new boolean[columns.length];
    this.gains = new double[columns.length];
    this.triangle = new double[columns.length][columns.length];
  }

  /// Fits the model; null when it does not settle. The arrays are kept, not copied.
  ///
  /// @param columns each as long as counts
  /// @param weights prior weights, 0 or more
  /// @param offsets logs of what the mean is a multiple of
  /// @param start another fit's coefficients to begin with, or null
  public static @Nullable LogLinearFit find(
      double[][] columns,
      double[] counts,
      double[] weights,
      double[] offsets,
      double @Nullable [] start) {
    if (counts.length < columns.length) {
      return null;
    }
    var fit = new LogLinearFit(columns, counts, weights, offsets);
    return fit.settles(start) ? fit : null;
  }

  private boolean settles(double @Nullable [] start) {
    if (start == null) {
      for (int i = 0; i < counts.length; i++) {
        mu[i] = counts[i] + 0.1;
        eta[i] = Math.log(mu[i]);
      }
    } else {
      System.arraycopy(start, 0, coefficients, 0, coefficients.length);
      predictRows();
    }
    double old = deviance();
    for (int step = 0; step < MOST_STEPS; step++) {
      solve();
      predictRows();
      double now = deviance();
      if (!Double.isFinite(now)) {
        return false;
      }
      if (Math.abs(now - old) / (Math.abs(now) + 0.1) < ENOUGH) {
        return true;
      }
      old = now;
    }
    return false;
  }

  private void predictRows() {
    System.arraycopy(offsets, 0, eta, 0, eta.length);
    for (int j = 0; j < columns.length; j++) {
      double b = coefficients[j];
      if (b != 0) {
        double[] column = columns[j];
        for (int i = 0; i < eta.length; i++) {
          eta[i] += b * column[i];
        }
      }
    }
    for (int i = 0; i < eta.length; i++) {
      mu[i] = Math.exp(eta[i]);
    }
  }

  private void solve() {
    for (int i = 0; i < counts.length; i++) {
      double root = Math.sqrt(weights[i] * mu[i]);
      for (int j = 0; j < columns.length; j++) {
        reduced[j][i] = columns[j][i] * root;
      }
      rightSide[i] = (eta[i] - offsets[i] + (counts[i] - mu[i]) / mu[i]) * root;
    }
    int row = 0;
    for (int j = 0; j < columns.length; j++) {
      used[j] = reflect(j, row);
      row += used[j] ? 1 : 0;
    }
    row = 0;
    for (int j = 0; j < columns.length; j++) {
      gains[j] = used[j] ? rightSide[row] * rightSide[row] : 0;
      row += used[j] ? 1 : 0;
    }
    substitute(row);
  }

  /// Zeroes a column below a row, and does the same to the later columns and the right side.
  private boolean reflect(int j, int row) {
    double[] column = reduced[j];
    double length = norm(column, row);
    double whole = Math.sqrt(length * length + squares(column, 0, row));
    if (!(length > whole * DEPENDENT) || length == 0) {
      return false;
    }
    double head = column[row] > 0 ? -length : length;
    double first = column[row] - head;
    column[row] = first;
    double scale = -1 / (head * first);
    for (int k = j + 1; k < columns.length; k++) {
      apply(column, row, scale, reduced[k]);
    }
    apply(column, row, scale, rightSide);
    for (int i = 0; i < row; i++) {
      triangle[i][j] = column[i];
    }
    triangle[row][j] = head;
    return true;
  }

  private static void apply(double[] reflector, int row, double scale, double[] target) {
    double by = scale * product(reflector, target, row, target.length);
    for (int i = row; i < target.length; i++) {
      target[i] -= by * reflector[i];
    }
  }

  private static double norm(double[] column, int from) {
    return Math.sqrt(squares(column, from, column.length));
  }

  private static double squares(double[] column, int from, int to) {
    return product(column, column, from, to);
  }

  /// Sum of products in four strands, so that no addition waits for the one before it.
  private static double product(double[] left, double[] right, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      first += left[i] * right[i];
      second += left[i + 1] * right[i + 1];
      third += left[i + 2] * right[i + 2];
      fourth += left[i + 3] * right[i + 3];
    }
    for (; i < to; i++) {
      first += left[i] * right[i];
    }
    return first + second + (third + fourth);
  }

  private void substitute(int rank) {
    int row = rank;
    for (int j = columns.length - 1; j >= 0; j--) {
      if (!used[j]) {
        coefficients[j] = 0;
        continue;
      }
      row--;
      double sum = rightSide[row];
      for (int k = j + 1; k < columns.length; k++) {
        sum -= used[k] ? triangle[row][k] * coefficients[k] : 0;
      }
      coefficients[j] = sum / triangle[row][j];
    }
  }

  /// The variance of a linear predictor, for a dispersion of 1.
  ///
  /// @param x one value for each column
  public double predictionVariance(double[] x) {
    double[] solved = new double[columns.length];
    double sum = 0;
    int row = 0;
    for (int j = 0; j < columns.length; j++) {
      if (used[j]) {
        double value = x[j];
        int before = 0;
        for (int k = 0; k < j; k++) {
          if (used[k]) {
            value -= triangle[before][j] * solved[before];
            before++;
          }
        }
        solved[row] = value / triangle[row][j];
        sum += solved[row] * solved[row];
        row++;
      }
    }
    return sum;
  }

  /// Twice the log likelihood that the model gives away.
  public double deviance() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      sum += weights[i] * (y * (logs[i] - eta[i]) - (y - mu[i]));
    }
    return 2 * sum;
  }

  /// How many columns were used.
  public int parameters() {
    int found = 0;
    for (boolean column : used) {
      found += column ? 1 : 0;
    }
    return found;
  }

  /// Pearson's dispersion, not held above anything; not a number without degrees of freedom.
  public double dispersion() {
    double sum = 0;
    int rows = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = counts[i] - mu[i];
      sum += weights[i] * off * off / mu[i];
      rows += weights[i] > 0 ? 1 : 0;
    }
    return sum / (rows - parameters());
  }

  /// The coefficients, 0 for a column that was left out.
  public double[] coefficients() {
    return coefficients.clone();
  }

  /// The coefficient of a column.
  public double coefficient(int column) {
    return coefficients[column];
  }

  /// About how much the deviance would grow without this column, when those after it are left out
  /// already.
  public double gain(int column) {
    return gains[column];
  }

  /// About how much the deviance would fall with one more column.
  ///
  /// @param column as long as the counts
  public double gainOf(double[] column) {
    double[] rest = new double[column.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = column[i] * Math.sqrt(weights[i] * mu[i]);
    }
    double whole = squares(rest, 0, rest.length);
    int row = 0;
    for (int j = 0; j < columns.length; j++) {
      if (used[j]) {
        apply(reduced[j], row, -1 / (triangle[row][j] * reduced[j][row]), rest);
        row++;
      }
    }
    double left = squares(rest, row, rest.length);
    double along = product(rest, rightSide, row, rest.length);
    return left > whole * DEPENDENT ? along * along / left : 0;
  }

  /// The fitted mean of a row.
  public double fitted(int row) {
    return mu[row];
  }

  /// The prior weight of a row.
  public double weight(int row) {
    return weights[row];
  }

  /// How much a row's fitted value follows its own count.
  public double leverage(int row) {
    double[] x = new double[columns.length];
    for (int j = 0; j < x.length; j++) {
      x[j] = columns[j][row];
    }
    return weights[row] * mu[row] * predictionVariance(x);
  }

  /// Anscombe's residual of a row, standardised.
  ///
  /// @param phi dispersion to standardise by
  /// @param leverage of the row
  public double anscombe(int row, double phi, double leverage) {
    double root = Math.cbrt(counts[row]);
    double sixth = Math.sqrt(Math.cbrt(mu[row]));
    return 1.5 * (root * root / sixth - Math.sqrt(mu[row])) / Math.sqrt(phi * (1 - leverage));
  }
}
