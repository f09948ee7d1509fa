package org.tripoint.engines.surveillance.novelty;

import java.util.Comparator;
import java.util.List;
import org.tripoint.engines.surveillance.probability.CountDistribution;
import org.tripoint.engines.surveillance.probability.Special;

/// Combinations that occur together more than their parts let expect, by gamma-Poisson shrinkage.
///
/// The ratio of observed to expected is taken as drawn from a mixture of two gammas that all
/// combinations share and that is fitted to them; each is then shown by the lower 5 % end of its
/// own ratio, so that one sample of a rare pair does not outrun twenty of a frequent one.
///
/// Source: W. DuMouchel, Amer. Statist. 53 (1999). Departs from it: the mixture is fitted by
/// coordinate search.
public final class Combinations {

  /// The prior that the paper starts from: shapes, rates, and the share of the first.
  private static final double[] START = {0.2, 0.1, 2, 4, 1.0 / 3};

  private final double[] prior;

  private Combinations(double[] prior) {
    this.prior = prior;
  }

  /// Two substances, or more, found together.
  ///
  /// @param name of the combination
  /// @param observed samples with all of its parts
  /// @param expected samples with all of them if they came independently, above 0
  public record Pair(String name, int observed, double expected) {

    public Pair {
      if (observed < 0 || !(expected > 0)) {
        throw new IllegalArgumentException("expected a count and an expectation above 0");
      }
    }
  }

  /// A combination with its shrunken ratio.
  ///
  /// @param mean geometric mean of the ratio
  /// @param low the lower 5 % end
  public record Ranked(Pair pair, double mean, double low) {}

  /// Fits the shared distribution.
  public static Combinations of(List<Pair> pairs) {
    double[] best = START.clone();
    double fit = fit(pairs, best);
    for (double step = 1; step > 0.02; step /= 2) {
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < best.length; i++) {
          for (double way : new double[] {step, -step}) {
            double[] tried = best.clone();
            tried[i] = i == 4 ? shifted(tried[i], way) : tried[i] * Math.exp(way);
            if (tried[i] < 1e-3 || tried[i] > 1e3) {
              continue;
            }
            double value = fit(pairs, tried);
            if (value > fit) {
              fit = value;
              best = tried;
            }
          }
        }
      }
    }
    return new Combinations(best);
  }

  private static double shifted(double share, double way) {
    return 1 / (1 + Math.exp(-(Math.log(share / (1 - share)) + way)));
  }

  private static double fit(List<Pair> pairs, double[] prior) {
    double sum = 0;
    for (Pair pair : pairs) {
      double[] logs = logs(pair, prior);
      double larger = Math.max(logs[0], logs[1]);
      sum += larger + Math.log(Math.exp(logs[0] - larger) + Math.exp(logs[1] - larger));
    }
    return sum;
  }

  private static double[] logs(Pair pair, double[] prior) {
    double[] logs = new double[2];
    for (int i = 0; i < 2; i++) {
      double share = i == 0 ? prior[4] : 1 - prior[4];
      double shape = prior[2 * i];
      double rate = prior[2 * i + 1];
      var count = new CountDistribution(shape / rate * pair.expected(), 1 + pair.expected() / rate);
      logs[i] = Math.log(share) + count.logProbability(pair.observed());
    }
    return logs;
  }

  /// The ratio of a combination.
  public Ranked rank(Pair pair) {
    double[] logs = logs(pair, prior);
    double first = 1 / (1 + Math.exp(logs[1] - logs[0]));
    double low = 0;
    double high = 10 * (pair.observed() + prior[0] + prior[2]) / pair.expected() + 100;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (below(pair, first, middle) < 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double logMean =
        first * logMean(pair, prior[0], prior[1]) + (1 - first) * logMean(pair, prior[2], prior[3]);
    return new Ranked(pair, Math.exp(logMean), low);
  }

  private double below(Pair pair, double first, double ratio) {
    return first
            * Special.incompleteGamma(
                prior[0] + pair.observed(), ratio * (prior[1] + pair.expected()))
        + (1 - first)
            * Special.incompleteGamma(
                prior[2] + pair.observed(), ratio * (prior[3] + pair.expected()));
  }

  private static double logMean(Pair pair, double shape, double rate) {
    return Special.digamma(shape + pair.observed()) - Math.log(rate + pair.expected());
  }

  /// The combinations of some samples or more whose ratio is surely above a value, highest first.
  ///
  /// @param least fewest samples
  /// @param ratio what the lower 5 % end must reach, commonly 2
  public List<Ranked> unexpected(List<Pair> pairs, int least, double ratio) {
    return pairs.stream()
        .filter(pair -> pair.observed() >= least)
        .map(this::rank)
        .filter(ranked -> ranked.low() >= ratio)
        .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.low()))
        .toList();
  }
}
