package org.tripoint.node.detectors.pages;

import java.util.List;

/// What a setting would have signalled, in the page's language.
///
/// @param months the latest first
/// @param signals the latest first
/// @param more true when there are more signals than are listed
public record BackRunView(String sum, List<Month> months, List<Row> signals, boolean more) {

  /// One month.
  ///
  /// @param expected false alarms to expect by chance, or a dash
  public record Month(String month, String signals, String expected) {}

  /// One signal.
  ///
  /// @param day on which it would have been raised
  /// @param link to the series; "" where the setting is not kept
  public record Row(String day, String period, String series, String found, String link) {}
}
