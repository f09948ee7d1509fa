package org.tripoint.engines.spectra.search;

/// Peaks of one fragment spectrum in the form in which they are compared: few, apart from one
/// another, weighted.
///
/// Positions are whole steps of 10 µDa, so that "within the tolerance" has one meaning everywhere.
/// Weights follow Li et al. 2021: an intensity `i` (of a sum of 1) of a spectrum with entropy S
/// (natural logarithm) under 3 counts as `i^(0.25 + 0.25 S)`; the weights are then scaled to a sum
/// of one half, since a likeness adds those of two spectra. Immutable; may be empty.
public final class CleanPeaks {

  /// Steps in one dalton.
  static final int STEPS = 100_000;

  private static final double LOG_2 = Math.log(2);
  private static final double WEIGHT_BELOW = 3;

  final int[] mz;
  final float[] weight;

  /// `w log2 w` of each weight.
  final float[] term;

  /// In steps; 0 when not known.
  final int precursor;

  private final double entropy;

  private CleanPeaks(int[] mz, float[] weight, float[] term, int precursor, double entropy) {
    this.mz = mz;
    this.weight = weight;
    this.term = term;
    this.precursor = precursor;
    this.entropy = entropy;
  }

  static CleanPeaks of(double[] mz, double[] intensity, double precursorMz) {
    double[] parts = toSum(intensity, 1);
    double entropy = entropy(parts);
    if (entropy < WEIGHT_BELOW) {
      double power = 0.25 + 0.25 * entropy;
      for (int i = 0; i < parts.length; i++) {
        parts[i] = Math.pow(parts[i], power);
      }
    }
    double[] halves = toSum(parts, 0.5);
    int[] steps = new int[mz.length];
    float[] weight = new float[mz.length];
    float[] term = new float[mz.length];
    for (int i = 0; i < mz.length; i++) {
      steps[i] = steps(mz[i]);
      weight[i] = (float) halves[i];
      term[i] = weight[i] > 0 ? (float) (weight[i] * Math.log(weight[i]) / LOG_2) : 0f;
    }
    int precursor = precursorMz > 0 && precursorMz <= Cleaning.MOST_MZ ? steps(precursorMz) : 0;
    return new CleanPeaks(steps, weight, term, precursor, entropy);
  }

  private static double[] toSum(double[] values, double sum) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    double[] parts = new double[values.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = values[i] / total * sum;
    }
    return parts;
  }

  private static double entropy(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      if (part > 0) {
        sum -= part * Math.log(part);
      }
    }
    return sum;
  }

  /// A position or distance in whole steps.
  static int steps(double dalton) {
    return (int) Math.round(dalton * STEPS);
  }

  /// What a pair of matched peaks adds to a likeness: 0 if one is nothing, `2w` if they are equal.
  static float shared(float a, float termA, float b, float termB) {
    double sum = (double) a + b;
    return (float) (sum * Math.log(sum) / LOG_2 - termA - termB);
  }

  /// How many; 0 or more.
  public int size() {
    return mz.length;
  }

  /// Position of a peak in Da, by ascending position.
  public double mz(int index) {
    return (double) mz[index] / STEPS;
  }

  /// Weight of a peak; all weights add up to one half.
  public double weight(int index) {
    return weight[index];
  }

  /// m/z of the chosen ion; 0 when not known.
  public double precursorMz() {
    return (double) precursor / STEPS;
  }

  /// Spectral entropy before weighting, natural logarithm; 0 when empty.
  public double entropy() {
    return entropy;
  }
}
