package org.tripoint.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Runs a `@ParameterizedTest void holds(long seed)` once for each of [Seeds#list(long...)].
///
/// The seed is the test's display name, so that a failure names it.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(SeedSource.Provider.class)
public @interface SeedSource {

  /// Seeds that once failed, tried beside the usual ones.
  long[] more() default {};

  /// Hands the seeds to JUnit.
  final class Provider implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      long[] more =
          context
              .getTestMethod()
              .map(method -> method.getAnnotation(SeedSource.class))
              .map(SeedSource::more)
              .orElse(new long[0]);
      return Seeds.list(more).stream().map(seed -> Arguments.of(Named.of("seed " + seed, seed)));
    }
  }
}
