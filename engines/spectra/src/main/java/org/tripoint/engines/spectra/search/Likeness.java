package org.tripoint.engines.spectra.search;

import java.util.function.DoubleUnaryOperator;

/// How like two spectra are, pair by pair.
///
/// Entropy similarity is one minus the entropy that mixing two spectra adds, over its greatest
/// value (log 4 for two spectra of equal weight). Source: Li et al. 2021, doi
/// 10.1038/s41592-021-01331-z.
public final class Likeness {

  private Likeness() {}

  /// Entropy similarity of two fragment spectra by the plain definition, with doubles.
  ///
  /// @param toleranceDa both ends count
  /// @return from 0 to 1; 0 when either is empty
  public static double entropy(CleanPeaks left, CleanPeaks right, double toleranceDa) {
    int tolerance = CleanPeaks.steps(toleranceDa);
    double sum = 0;
    for (int a = 0; a < left.size(); a++) {
      for (int b = 0; b < right.size(); b++) {
        if (Math.abs(left.mz[a] - right.mz[b]) <= tolerance) {
          sum += shared(left.weight(a), right.weight(b));
        }
      }
    }
    return Math.min(1, sum);
  }

  /// Entropy similarity of two spectra at whole m/z, intensities weighted by their entropy.
  ///
  /// @return from 0 to 1; 0 when either is empty
  public static double entropy(NominalPeaks left, NominalPeaks right) {
    double[] a = halves(left);
    double[] b = halves(right);
    double sum = 0;
    int theirs = 0;
    for (int own = 0; own < a.length; own++) {
      while (theirs < b.length && right.mz[theirs] < left.mz[own]) {
        theirs++;
      }
      if (theirs < b.length && right.mz[theirs] == left.mz[own]) {
        sum += shared(a[own], b[theirs]);
      }
    }
    return Math.min(1, sum);
  }

  private static double shared(double a, double b) {
    DoubleUnaryOperator term = x -> x > 0 ? x * Math.log(x) / Math.log(2) : 0;
    return term.applyAsDouble(a + b) - term.applyAsDouble(a) - term.applyAsDouble(b);
  }

  private static double[] halves(NominalPeaks peaks) {
    double entropy = 0;
    for (double part : peaks.part) {
      entropy -= part * Math.log(part);
    }
    double power = entropy < 3 ? 0.25 + 0.25 * entropy : 1;
    double[] weights = new double[peaks.part.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.pow(peaks.part[i], power);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= 2 * sum;
    }
    return weights;
  }
}
