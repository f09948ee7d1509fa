package org.tripoint.node.metrics.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.charts.Chart;

/// Everything a metric's page shows, in the words of its reader.
///
/// @param id metric id
/// @param title what people call it
/// @param subtitle id, version and unit
/// @param scenarioOnly true while no real source exists
/// @param answer the newest twelve months
/// @param restated a past day's value beside today's, or empty when today was asked for
/// @param verdict the judgement in a sentence
/// @param judged what the judgement rests on
/// @param published the values as published, or null when there are none
/// @param rolling twelve-month values of all that are counted alike, or null when there are none
/// @param apart countries that are not in that chart, each with what differs
/// @param recent how firm the recent figures are
/// @param unit many of it, as above a column
/// @param parts the parts that the sum is made of; empty when it has none
/// @param totals by the calendar's periods
/// @param months the published values, newest first
/// @param choices selects of the filter
/// @param about the definition
/// @param exports address that exports what is shown
/// @param triangle address of the reporting triangle of what is shown
/// @param charted who says what the charts show, by which definition, as of when
/// @param notes what must be said about this answer: emptied records, cells behind, months not
///   covered
public record MetricView(
    String id,
    String title,
    String subtitle,
    boolean scenarioOnly,
    Headline answer,
    List<Restated> restated,
    String verdict,
    Judged judged,
    @Nullable Chart published,
    @Nullable Chart rolling,
    List<Apart> apart,
    RecentView recent,
    String unit,
    List<Row> parts,
    List<Row> totals,
    List<Row> months,
    List<Choice> choices,
    About about,
    String exports,
    String triangle,
    String charted,
    List<String> notes) {

  /// The figure at the head of the page.
  ///
  /// @param state code of the tag, or empty
  public record Headline(
      String label,
      String value,
      String unit,
      String period,
      String state,
      String definition,
      String asOf,
      String caveat,
      String citation) {}

  public record Restated(String period, String then, String today, String difference) {}

  /// The summer-to-summer judgement in words.
  ///
  /// @param settings anchor and tolerance in a sentence
  /// @param anchors the last anchors
  /// @param neighbours the same by neighbouring anchors
  public record Judged(
      String settings, String sensitivity, List<Row> anchors, List<Row> neighbours) {}

  /// A country that is not in the chart, and why.
  ///
  /// @param here the country whose chart it is
  /// @param differences at least one
  public record Apart(String country, String here, List<Difference> differences, String link) {}

  /// One question that two sources answer differently.
  ///
  /// @param question in the page's language
  public record Difference(String question, String here, String there) {}

  /// A line of the table.
  ///
  /// @param state code of the tag, or empty
  /// @param note beside the value, or empty
  /// @param link the records behind it, or empty
  public record Row(
      String name, String value, String state, String stateWord, String note, String link) {}

  public record Choice(
      String name, String label, List<Option> options, String selected, String hint) {}

  /// How the figure was made.
  ///
  /// @param facts label and text
  public record About(
      String description, List<String> caveats, List<Fact> facts, List<Version> versions) {}

  public record Fact(String label, String text) {}

  public record Version(int version, String link, String state) {}
}
