package org.tripoint.node.metrics.pages;

import java.util.List;
import org.tripoint.node.web.Option;

/// A reporting triangle in the words of its reader.
///
/// @param title what people call the metric
/// @param subtitle country, what is kept apart and the unit
/// @param id metric id
/// @param back the metric's page with the same question
/// @param address of this page with the same question, for its files
/// @param kept what the filter keeps: version, whose records, what is kept apart
/// @param countries that may be chosen
/// @param country that is shown
/// @param at the day it is asked for; empty for today
/// @param days the days at whose end the columns were shown, oldest first
/// @param lines the periods, newest first
/// @param cut what is left out of the page, in words; empty when it is all there
/// @param made by which definition and as of when
public record TriangleView(
    String title,
    String subtitle,
    String id,
    String back,
    String address,
    List<Option> kept,
    List<Option> countries,
    String country,
    String at,
    List<String> days,
    List<Line> lines,
    String cut,
    String made) {

  /// One period as it was shown on each of the days.
  public record Line(String period, List<Cell> cells) {}

  /// What was shown of a period on one day.
  ///
  /// @param value in words; "–" where nothing was shown
  /// @param isNew true where it is another than the column before, or the first
  /// @param isSettled true where it was not expected to change any more
  public record Cell(String value, boolean isNew, boolean isSettled) {}
}
