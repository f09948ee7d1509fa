package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Fits a logistic model by Newton's method with a small ridge; standardises inside, answers in the
/// traits' own units.
final class Logistic {

  private Logistic() {}

  /// Weights of traits and a constant.
  ///
  /// @return weights by trait and the constant under `bias`
  static Map<String, Double> fit(List<Map<String, Double>> rows, List<Boolean> right) {
    List<String> names = new ArrayList<>(new TreeSet<>(rows.getFirst().keySet()));
    int d = names.size();
    double[] mean = new double[d];
    double[] spread = new double[d];
    for (int j = 0; j < d; j++) {
      String name = names.get(j);
      mean[j] = rows.stream().mapToDouble(row -> row.get(name)).average().orElseThrow();
      double m = mean[j];
      spread[j] =
          Math.sqrt(
              1e-9
                  + rows.stream()
                      .mapToDouble(row -> (row.get(name) - m) * (row.get(name) - m))
                      .average()
                      .orElseThrow());
    }
    double[] w = new double[d + 1];
    for (int round = 0; round < 30; round++) {
      double[][] system = new double[d + 1][d + 2];
      for (int i = 0; i < rows.size(); i++) {
        double[] z = new double[d + 1];
        z[d] = 1;
        for (int j = 0; j < d; j++) {
          z[j] = (rows.get(i).get(names.get(j)) - mean[j]) / spread[j];
        }
        double sum = 0;
        for (int j = 0; j <= d; j++) {
          sum += w[j] * z[j];
        }
        double p = 1 / (1 + Math.exp(-sum));
        double slope = Math.max(1e-6, p * (1 - p));
        double miss = (right.get(i) ? 1 : 0) - p;
        for (int a = 0; a <= d; a++) {
          for (int b = 0; b <= d; b++) {
            system[a][b] += slope * z[a] * z[b];
          }
          system[a][d + 1] += miss * z[a];
        }
      }
      for (int a = 0; a < d; a++) {
        system[a][a] += 1;
        system[a][d + 1] -= w[a];
      }
      double[] step = solve(system);
      for (int a = 0; a <= d; a++) {
        w[a] += step[a];
      }
    }
    Map<String, Double> weights = new TreeMap<>();
    double bias = w[d];
    for (int j = 0; j < d; j++) {
      weights.put("trait." + names.get(j), w[j] / spread[j]);
      bias -= w[j] * mean[j] / spread[j];
    }
    weights.put("bias", bias);
    return weights;
  }

  /// Gauss and Jordan with the largest pivot.
  static double[] solve(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) {
          pivot = r;
        }
      }
      double[] row = m[c];
      m[c] = m[pivot];
      m[pivot] = row;
      for (int r = 0; r < n; r++) {
        double factor = r == c ? 0 : m[r][c] / m[c][c];
        for (int k = c; k <= n && factor != 0; k++) {
          m[r][k] -= factor * m[c][k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }
}
