package org.tripoint.testsupport;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// The seeds that property tests run with: a fixed list and one fresh, drawn anew for each JVM.
///
/// A failure names its seed. To try that one alone, run the test with `-Dtripoint.seed=N`; then add
/// it to the test's own list, so that it stays tried.
public final class Seeds {

  private static final long[] FIXED = {1, 2, 3, 42, 2_026, 6_700_417, 0x5DEECE66DL, Long.MIN_VALUE};
  private static final long FRESH = new SecureRandom().nextLong();

  private Seeds() {}

  /// One run of a property with one seed.
  @FunctionalInterface
  public interface Property {
    /// Throws when the property does not hold.
    void check(RandomGenerator random, long seed) throws Exception;
  }

  /// The seeds to run with: the one of `-Dtripoint.seed`, or else the fixed ones, the fresh one and
  /// those given.
  ///
  /// @param more seeds that once failed
  public static List<Long> list(long... more) {
    @Nullable Long only = Long.getLong("tripoint.seed");
    return only != null
        ? List.of(only)
        : LongStream.concat(
                LongStream.of(FIXED), LongStream.concat(LongStream.of(FRESH), LongStream.of(more)))
            .boxed()
            .toList();
  }

  /// A generator of its own for a seed: the same numbers on every machine.
  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Checks a property with every seed of [#list(long...)].
  ///
  /// @throws AssertionError naming the seed, with the property's own failure as its cause
  public static void forEach(Property property, long... more) {
    for (long seed : list(more)) {
      try {
        property.check(random(seed), seed);
      } catch (TestAbortedException skipped) {
        throw skipped;
      } catch (Exception | AssertionError failure) {
        throw new AssertionError(
            "with seed %d (run it alone with -Dtripoint.seed=%d): %s"
                .formatted(seed, seed, failure.getMessage()),
            failure);
      }
    }
  }
}
