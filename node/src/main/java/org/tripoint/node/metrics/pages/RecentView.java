package org.tripoint.node.metrics.pages;

import java.util.List;

/// How firm a metric's recent figures are, in the words of its reader.
///
/// @param published values as the source publishes them, newest first
/// @param twelveMonths twelve months ending with each month, newest first; empty where these are
///   what the source publishes
/// @param earlier the day whose figures stand beside today's
/// @param shownEarlier figures of that day, newest first
public record RecentView(
    List<Line> published, List<Line> twelveMonths, String earlier, List<Then> shownEarlier) {

  /// A figure that may still change.
  ///
  /// @param expected as likely to be exceeded as not; empty where nothing can be said
  /// @param completeness in per cent; empty where nothing can be said
  /// @param basis how it is expected, or why nothing can be said yet
  public record Line(
      String period,
      String reported,
      String expected,
      String fifty,
      String ninety,
      String completeness,
      String basis) {}

  /// A figure as it was shown, as it was expected, and as it stands.
  public record Then(
      String period, String then, String expected, String ninety, String today, String change) {}

  public boolean isEmpty() {
    return published.isEmpty() && twelveMonths.isEmpty() && shownEarlier.isEmpty();
  }
}
