package org.tripoint.node.signals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a signal is about, as far as its detector knows: what a notice drafted from it begins with.
///
/// @param topic what sort of notice it would make, or null
/// @param substances their keys; may be empty
/// @param periods the counts it stands out of, oldest first; may be empty
public record About(@Nullable Topic topic, List<String> substances, List<PeriodCount> periods) {

  /// Of a signal that says nothing of the kind.
  public static final About NOTHING = new About(null, List.of(), List.of());

  public About {
    substances = List.copyOf(substances);
    periods = List.copyOf(periods);
  }

  /// What sort of thing was found.
  public enum Topic {
    NEW_SUBSTANCE,
    NEW_COMBINATION,
    SURGE
  }

  /// A count of one period.
  ///
  /// @param from first day
  /// @param to last day
  /// @param expectation what earlier periods let expect, or null
  /// @param alarmBound above which a count alarms, or null
  public record PeriodCount(
      LocalDate from,
      LocalDate to,
      int reports,
      @Nullable BigDecimal expectation,
      @Nullable BigDecimal alarmBound) {}

  boolean isNothing() {
    return topic == null && substances.isEmpty() && periods.isEmpty();
  }
}
