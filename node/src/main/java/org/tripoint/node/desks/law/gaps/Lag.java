package org.tripoint.node.desks.law.gaps;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;

/// When each jurisdiction first controlled a substance.
record Lag(Substance substance, Map<Jurisdiction, First> firsts) {

  Lag {
    firsts = Collections.unmodifiableMap(new EnumMap<>(firsts));
  }

  /// A first control.
  ///
  /// @param day first day; empty where it is older than what is recorded
  /// @param exact false where the day is only one by which it held
  record First(Optional<LocalDate> day, boolean exact, List<Citation> citations) {
    First {
      citations = List.copyOf(citations);
    }

    boolean isDated() {
      return exact && day.isPresent();
    }
  }

  /// The first day among those that are known exactly.
  Optional<LocalDate> origin() {
    return firsts.values().stream()
        .filter(First::isDated)
        .flatMap(one -> one.day().stream())
        .min(LocalDate::compareTo);
  }

  /// Days from the origin to the jurisdiction's own first day; empty where that is not known
  /// exactly, or it has none.
  Optional<Long> days(Jurisdiction whose) {
    return Optional.ofNullable(firsts.get(whose))
        .filter(First::isDated)
        .flatMap(First::day)
        .flatMap(day -> origin().map(first -> ChronoUnit.DAYS.between(first, day)));
  }

  /// The longest of them.
  long longest() {
    return firsts.keySet().stream()
        .flatMap(whose -> days(whose).stream())
        .max(Long::compare)
        .orElse(0L);
  }

  /// Whether there is anything to compare.
  boolean tells() {
    return firsts.values().stream().filter(First::isDated).count() > 1;
  }
}
