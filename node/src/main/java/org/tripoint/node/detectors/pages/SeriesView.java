package org.tripoint.node.detectors.pages;

import java.util.List;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.vocabulary.RecordId;

/// A series as its page shows it.
///
/// @param alarms standing alarms, the latest first
/// @param latest what is said of the last period
/// @param records behind the alarms, or behind the last period
/// @param leftOut what is said of records that may not be used, for each partner
public record SeriesView(
    String title,
    String subtitle,
    LineChart chart,
    List<AlarmRow> alarms,
    String latest,
    List<RecordId> records,
    List<String> leftOut,
    boolean sightings) {

  /// A period that stands out, with everything that it rests on.
  ///
  /// @param facts labels and values in turn
  public record AlarmRow(String period, List<Fact> facts) {}

  /// A label with its value.
  public record Fact(String label, String value) {}
}
