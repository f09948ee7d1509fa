package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// What one version said about one cell, as the desk's tables keep it.
///
/// @param where the cell, or null for a version that holds no content
/// @param said what it said, or null for a version that holds no content
record HealthCell(
    long sequence,
    UUID record,
    String source,
    Instant published,
    Held held,
    boolean emptied,
    @Nullable Where where,
    @Nullable Said said) {

  /// What a version does to its record.
  enum Held {
    HELD,
    WITHDRAWN,
    NO_LONGER_PUBLISHED
  }

  /// @param series what is counted of whom, where
  record Where(SeriesKey series, LocalDate first, LocalDate last) {}

  /// @param value the reported value, in state REPORTED only
  /// @param predicted the predicted value, if there is one
  /// @param word what stands in place of a value
  /// @param completeness null when its source does not say
  record Said(
      State state,
      @Nullable BigDecimal value,
      @Nullable BigDecimal predicted,
      String word,
      Complete completeness,
      String footnote,
      String footnoteSymbol) {}

  /// @param percent null when its source does not say
  /// @param pending null when its source does not say
  record Complete(@Nullable BigDecimal percent, boolean atLeast, @Nullable BigDecimal pending) {}

  /// What a line of a chart is: everything but time.
  record SeriesKey(
      Area area,
      String indicator,
      String indicatorText,
      Measure measure,
      PeriodKind period,
      String strata) {}

  /// A jurisdiction as the tables keep it.
  ///
  /// @param key scheme and code in one word
  record Area(String country, String key, String code, String scheme) {}
}
