package org.tripoint.node.detectors.pages;

import java.util.List;

/// How many series are not judged for one reason, with the first of them.
///
/// @param more how many more there are than are listed; "" for none
public record NotJudgedRow(String why, String count, List<OneSeries> series, String more) {

  /// A series with the address of its page.
  public record OneSeries(String series, String link) {}
}
