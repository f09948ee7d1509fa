package org.tripoint.node.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.RecordVersion;

/// What has changed in the figures of every metric since this node stood as it did at an instant:
/// the first thing a returning reader wants to know.
public interface ListChanges {

  /// Metrics and countries in which something changed, in the order of the metrics' ids.
  List<Change> listChanges(Instant since, Locale locale);

  /// What changed in one metric and country.
  ///
  /// @param metric its id, such as `M01`
  /// @param title in the language asked for
  /// @param country ISO code
  /// @param chosen values of the dimensions that are kept apart; mostly empty
  /// @param unitKey message key of the unit
  /// @param decimals to show, at most
  /// @param months months that one value covers: 1, 3 or 12
  /// @param added number of periods that have a value now and had none
  /// @param newest the newest of these; null when there is none
  /// @param changed number of periods that had a value and have another, or none
  /// @param restated the newest of these, at most five
  /// @param link the metric's page as it stood then, with everything that was restated since
  record Change(
      String metric,
      String title,
      String country,
      List<String> chosen,
      String unitKey,
      int decimals,
      int months,
      int added,
      @Nullable Value newest,
      int changed,
      List<Restated> restated,
      String link) {
    public Change {
      chosen = List.copyOf(chosen);
      restated = List.copyOf(restated);
    }
  }

  /// A value with how it stands.
  ///
  /// @param value null where the state has none
  /// @param stateKey message key of the state
  record Value(YearMonth month, @Nullable BigDecimal value, String stateKey) {}

  /// A value that is another than it was.
  ///
  /// @param release the file that changed it last; empty for what came without one
  record Restated(Value before, Value after, Optional<RecordVersion> release) {}
}
