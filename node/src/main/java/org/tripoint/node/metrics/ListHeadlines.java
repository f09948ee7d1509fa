package org.tripoint.node.metrics;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The headline figures: for each metric and country the newest twelve months, for the overview and
/// the list of metrics.
public interface ListHeadlines {

  /// In the order of the metrics' ids and of their sources; a metric whose definition no longer
  /// fits this node is left out.
  List<Headline> listHeadlines(Locale locale);

  /// A metric of a country as the overview shows it.
  ///
  /// @param metric its id, such as `M01`
  /// @param version version of its definition
  /// @param title in the language asked for
  /// @param country ISO code
  /// @param unitKey message key of the unit
  /// @param decimals to show, at most
  /// @param value exact; null where the state has none
  /// @param stateKey message key of the state
  /// @param month last of the twelve months; null when the source says nothing at all
  /// @param expected what the value will become; null where it is settled or nothing can be said
  /// @param notYetExpected true where it may still change and nothing can be said yet
  /// @param verdictKey message key of the summer-to-summer judgement
  /// @param tooEarly the newest anchor month where its year leaves the answer open; else null
  /// @param judged the anchor month that was judged; null when none was
  /// @param changePercent from one anchor to the next; null when not judged
  /// @param rolling twelve-month values of the last three years, oldest first
  /// @param caveat the first caveat, in the language asked for
  /// @param scenarioOnly true while no real source exists
  /// @param chosen values of the dimensions that are kept apart, such as `DISABLED`; mostly empty
  /// @param link the metric's page
  /// @param from the partner whose records alone it counts; "" for this node's own
  record Headline(
      String metric,
      int version,
      String title,
      String country,
      String unitKey,
      int decimals,
      @Nullable BigDecimal value,
      String stateKey,
      @Nullable YearMonth month,
      @Nullable Expected expected,
      boolean notYetExpected,
      String verdictKey,
      @Nullable YearMonth tooEarly,
      @Nullable YearMonth judged,
      @Nullable BigDecimal changePercent,
      List<RollingPoint> rolling,
      String caveat,
      boolean scenarioOnly,
      List<String> chosen,
      String link,
      String from) {
    public Headline {
      rolling = List.copyOf(rolling);
      chosen = List.copyOf(chosen);
    }
  }

  /// What a value that may still change will become.
  ///
  /// @param median as likely to be exceeded as not
  /// @param fiftyLow lower end of the middle half
  /// @param ninetyLow lower end of the middle nine tenths
  /// @param completeness share expected to be reported by now
  record Expected(
      BigDecimal median,
      BigDecimal fiftyLow,
      BigDecimal fiftyHigh,
      BigDecimal ninetyLow,
      BigDecimal ninetyHigh,
      BigDecimal completeness) {}

  /// The twelve months up to a month.
  ///
  /// @param value null where there is none
  /// @param incomplete true while reports are still coming in
  record RollingPoint(YearMonth month, @Nullable BigDecimal value, boolean incomplete) {}
}
