package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Fits weights by which the right one of several comes first: the conditional logistic model, by
/// Newton's method with a small ridge; standardises inside, answers in the traits' own units.
final class RankModel {

  private static final int ROUNDS = 12;

  private RankModel() {}

  /// One choice: traits of what there is to choose from, and which are right.
  record Choice(List<Map<String, Double>> traits, List<Boolean> right) {}

  /// @param choices of which each has at least one right and one wrong
  static Map<String, Double> fit(List<Choice> choices) {
    List<String> names =
        new ArrayList<>(new TreeSet<>(choices.getFirst().traits().getFirst().keySet()));
    int d = names.size();
    List<double[][]> rows = choices.stream().map(choice -> rows(choice, names)).toList();
    double[] spread = standardise(rows, d);
    double[] w = new double[d];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] system = new double[d][d + 1];
      for (int c = 0; c < rows.size(); c++) {
        add(rows.get(c), choices.get(c).right(), w, system);
      }
      for (int a = 0; a < d; a++) {
        system[a][a] += 1;
        system[a][d] -= w[a];
      }
      double[] step = Logistic.solve(system);
      for (int a = 0; a < d; a++) {
        w[a] += Math.clamp(step[a], -2, 2);
      }
    }
    Map<String, Double> weights = new TreeMap<>();
    for (int j = 0; j < d; j++) {
      weights.put(names.get(j), w[j] / spread[j]);
    }
    return weights;
  }

  private static double[][] rows(Choice choice, List<String> names) {
    double[][] rows = new double[choice.traits().size()][names.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < names.size(); j++) {
        rows[i][j] = choice.traits().get(i).get(names.get(j));
      }
    }
    return rows;
  }

  /// Divides by the standard deviation in place; a constant shift plays no part in a choice.
  private static double[] standardise(List<double[][]> rows, int d) {
    double[] spread = new double[d];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      double squares = 0;
      long n = 0;
      for (double[][] choice : rows) {
        for (double[] row : choice) {
          sum += row[j];
          squares += row[j] * row[j];
          n++;
        }
      }
      spread[j] = Math.sqrt(Math.max(0, squares / n - sum / n * sum / n) + 1e-9);
      for (double[][] choice : rows) {
        for (double[] row : choice) {
          row[j] /= spread[j];
        }
      }
    }
    return spread;
  }

  /// Adds slope and curvature of `log sum of right - log sum of all`; the curvature of the first
  /// term is left out, which keeps the system positive.
  private static void add(double[][] rows, List<Boolean> right, double[] w, double[][] system) {
    int d = w.length;
    double[] e = new double[rows.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < d; j++) {
        e[i] += w[j] * rows[i][j];
      }
      most = Math.max(most, e[i]);
    }
    double all = 0;
    double good = 0;
    for (int i = 0; i < rows.length; i++) {
      e[i] = Math.exp(e[i] - most);
      all += e[i];
      good += right.get(i) ? e[i] : 0;
    }
    double[] mean = new double[d];
    double[] goodMean = new double[d];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < d; j++) {
        mean[j] += e[i] / all * rows[i][j];
        goodMean[j] += right.get(i) ? e[i] / Math.max(good, 1e-300) * rows[i][j] : 0;
      }
    }
    for (int a = 0; a < d; a++) {
      system[a][d] += goodMean[a] - mean[a];
      for (int b = 0; b < d; b++) {
        double product = 0;
        for (int i = 0; i < rows.length; i++) {
          product += e[i] / all * (rows[i][a] - mean[a]) * (rows[i][b] - mean[b]);
        }
        system[a][b] += product;
      }
    }
  }
}
