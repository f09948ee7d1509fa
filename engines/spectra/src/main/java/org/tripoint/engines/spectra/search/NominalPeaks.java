package org.tripoint.engines.spectra.search;

import java.util.Arrays;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Peaks of a spectrum of electron ionisation at whole m/z, in the form in which they are compared.
///
/// Intensities that round to the same m/z are added. A peak weighs `m/z^massPower *
/// intensity^intensityPower`; the weights have a Euclidean length of 1, so that the cosine of two
/// spectra is a plain sum. Immutable; may be empty.
///
/// Source of the weights: Stein and Scott 1994 (doi 10.1016/1044-0305(94)87009-8), with powers as
/// [Weighting] says.
public final class NominalPeaks {

  /// Beyond it nothing takes part.
  static final int MOST_MZ = 2_000;

  final int[] mz;
  final float[] weight;
  final double[] part;

  private NominalPeaks(int[] mz, float[] weight, double[] part) {
    this.mz = mz;
    this.weight = weight;
    this.part = part;
  }

  /// How much a peak weighs.
  ///
  /// @param mass power of m/z
  /// @param intensity power of the intensity
  /// @param noise peaks under this part of the highest do not count
  public record Weighting(double mass, double intensity, double noise) {

    /// About m/z times the root of the intensity: finds the compound best.
    public static final Weighting BY_MASS = new Weighting(1.1, 0.45, 0.001);

    /// The heavy end counts more and small peaks too: tells near relatives apart.
    public static final Weighting BY_END = new Weighting(1.5, 0.3, 0.001);

    /// Without m/z, which finds kindred best: they share fragments, not the heavy end.
    public static final Weighting BY_FRAGMENT = new Weighting(0, 0.35, 0.001);
  }

  public static NominalPeaks of(Peaks peaks, Weighting weighting) {
    double[] sums = new double[MOST_MZ + 1];
    double highest = 0;
    for (int i = 0; i < peaks.size() && peaks.mz(i) < MOST_MZ + 0.5; i++) {
      int bin = (int) Math.floor(peaks.mz(i) + 0.5);
      sums[bin] += peaks.intensity(i);
      highest = Math.max(highest, sums[bin]);
    }
    double least = highest * weighting.noise();
    int[] mz = new int[MOST_MZ];
    int size = 0;
    double total = 0;
    double square = 0;
    for (int bin = 1; bin <= MOST_MZ; bin++) {
      if (sums[bin] > 0 && sums[bin] >= least) {
        mz[size++] = bin;
        total += sums[bin];
        double weight = weight(bin, sums[bin] / highest, weighting);
        square += weight * weight;
      }
    }
    float[] weight = new float[size];
    double[] part = new double[size];
    for (int i = 0; i < size; i++) {
      double height = sums[mz[i]];
      part[i] = height / total;
      weight[i] = (float) (weight(mz[i], height / highest, weighting) / Math.sqrt(square));
    }
    return new NominalPeaks(Arrays.copyOf(mz, size), weight, part);
  }

  private static double weight(int mz, double height, Weighting weighting) {
    return Math.pow(mz, weighting.mass()) * Math.pow(height, weighting.intensity());
  }

  /// How many; 0 or more.
  public int size() {
    return mz.length;
  }

  /// Position of a peak, by ascending position.
  public int mz(int index) {
    return mz[index];
  }

  /// Part of all intensity that a peak has; 0 where there is none.
  public double partAt(int position) {
    int at = Arrays.binarySearch(mz, position);
    return at < 0 ? 0 : part[at];
  }

  /// Part of all intensity that a peak has.
  public double part(int index) {
    return part[index];
  }

  /// The highest m/z whose peak is at least a part of the highest peak; 0 when empty.
  public int topMz(double ofHighest) {
    double highest = Arrays.stream(part).max().orElse(0);
    for (int i = mz.length - 1; i >= 0; i--) {
      if (part[i] >= ofHighest * highest) {
        return mz[i];
      }
    }
    return 0;
  }

  /// The lowest m/z whose peak is at least a part of the highest peak; 0 when empty.
  public int lowestMz(double ofHighest) {
    double highest = Arrays.stream(part).max().orElse(0);
    for (int i = 0; i < mz.length; i++) {
      if (part[i] >= ofHighest * highest) {
        return mz[i];
      }
    }
    return 0;
  }

  /// The mean of how far intensities are apart, as logarithms of their ratio, over the positions
  /// from `position` on where either spectrum has at least `large` of its highest peak; 0 when
  /// there are none.
  ///
  /// @param least part of the highest peak that counts as nothing, above 0
  /// @param most that one position can say
  public double logRatioFrom(
      NominalPeaks other, int position, double large, double least, double most) {
    double own = Arrays.stream(part).max().orElse(1);
    double their = Arrays.stream(other.part).max().orElse(1);
    double sum = 0;
    int count = 0;
    int left = from(position);
    int right = other.from(position);
    while (left < mz.length || right < other.mz.length) {
      int at = Math.min(at(left), other.at(right));
      double a = at(left) == at ? part[left++] / own : 0;
      double b = other.at(right) == at ? other.part[right++] / their : 0;
      if (a >= large || b >= large) {
        double ratio = Math.log(Math.max(a, least)) - Math.log(Math.max(b, least));
        sum += Math.min(most, Math.abs(ratio));
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private int at(int index) {
    return index < mz.length ? mz[index] : Integer.MAX_VALUE;
  }

  /// The part of this spectrum's squared weights at positions that the other has too.
  public double explainedBy(NominalPeaks other) {
    double sum = 0;
    for (int i = 0; i < mz.length; i++) {
      if (Arrays.binarySearch(other.mz, mz[i]) >= 0) {
        sum += (double) weight[i] * weight[i];
      }
    }
    return sum;
  }

  /// How many positions both have.
  public int matched(NominalPeaks other) {
    int count = 0;
    for (int position : mz) {
      if (Arrays.binarySearch(other.mz, position) >= 0) {
        count++;
      }
    }
    return count;
  }

  /// The cosine of what both have from a position on; 1 when neither has anything there, 0 when one
  /// has.
  public double cosineFrom(NominalPeaks other, int position) {
    double product = 0;
    double left = 0;
    double right = 0;
    for (int i = from(position); i < mz.length; i++) {
      int at = Arrays.binarySearch(other.mz, mz[i]);
      product += at < 0 ? 0 : (double) weight[i] * other.weight[at];
      left += (double) weight[i] * weight[i];
    }
    for (int i = other.from(position); i < other.mz.length; i++) {
      right += (double) other.weight[i] * other.weight[i];
    }
    if (left == 0 || right == 0) {
      return left == right ? 1 : 0;
    }
    return product / Math.sqrt(left * right);
  }

  private int from(int position) {
    int at = Arrays.binarySearch(mz, position);
    return at < 0 ? -at - 1 : at;
  }

  /// The cosine of two spectra with these weights, from 0 to 1 but for rounding.
  public float cosine(NominalPeaks other) {
    float sum = 0;
    int theirs = 0;
    for (int own = 0; own < mz.length; own++) {
      while (theirs < other.mz.length && other.mz[theirs] < mz[own]) {
        theirs++;
      }
      if (theirs < other.mz.length && other.mz[theirs] == mz[own]) {
        sum += weight[own] * other.weight[theirs];
      }
    }
    return sum;
  }
}
