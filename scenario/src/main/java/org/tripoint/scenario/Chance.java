package org.tripoint.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws from named streams: each name has a stream of its own, whatever else is drawn.
///
/// The stream of a name is L64X128MixRandom seeded with SHA-256(seed, name). All functions use
/// [StrictMath], so that a seed gives the same numbers on every machine.
final class Chance {

  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  private Chance(RandomGenerator random) {
    this.random = random;
  }

  /// The stream of this name under this seed.
  static Chance of(long seed, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      return new Chance(FACTORY.create(digest.digest(name.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// True with this probability.
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// Uniform from `low` to `high`, both included.
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /// Uniform in `[low, high)`.
  double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  /// Standard normal.
  double gaussian() {
    return random.nextGaussian();
  }

  /// Log-normal with this mean (not median) and this standard deviation of the logarithm.
  double logNormal(double mean, double sigma) {
    return mean * StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
  }

  /// Poisson; by the product of uniforms below 30, by the rounded normal from there.
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean >= 30) {
      return (int)
          Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * random.nextGaussian()));
    }
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /// One of the options, by weight.
  <T> T pick(List<T> options, ToDoubleFunction<? super T> weight) {
    double total = 0;
    for (T option : options) {
      total += weight.applyAsDouble(option);
    }
    double at = random.nextDouble() * total;
    for (T option : options) {
      at -= weight.applyAsDouble(option);
      if (at < 0) {
        return option;
      }
    }
    return options.getLast();
  }

  /// One of the options, all alike.
  @SafeVarargs
  final <T> T any(T... options) {
    return options[random.nextInt(options.length)];
  }
}
