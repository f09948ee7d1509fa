package org.tripoint.node.metrics.pages;

import java.util.List;
import org.tripoint.node.web.Option;

/// What each country states of a metric, side by side, with what the records here give.
///
/// @param countries names of the columns; empty when nobody has stated anything under this version
/// @param lines the periods, newest first
/// @param notes whose is late or missing, and what stands under another version
/// @param mayState true when the reader may state this node's own figures
/// @param version version that would be stated
/// @param apart dimensions and values that would be stated
/// @param to countries that figures may go to; empty when no agreement covers them
/// @param standing names of the countries to whom these figures go on being stated; empty when to
///   none
public record StatedView(
    List<String> countries,
    List<Line> lines,
    List<String> notes,
    boolean mayState,
    String version,
    List<Option> apart,
    List<Option> to,
    List<String> standing) {

  /// One period.
  public record Line(String period, List<Cell> cells) {}

  /// What one country states of it.
  ///
  /// @param value the stated value or the words of its state; "" where nothing is stated
  /// @param state code of a tag, or ""
  /// @param outlook what its node expects it to become, in words; "" where it says nothing
  /// @param stated when, in words
  /// @param recomputed what the records here give, in words
  /// @param expected what the records here lead to expect, in words; "" where it is settled
  /// @param difference between the two, in words; "" where they agree or one is absent
  public record Cell(
      String value,
      String state,
      String outlook,
      String stated,
      String recomputed,
      String expected,
      String difference) {
    static final Cell NONE = new Cell("", "", "", "", "", "", "");
  }
}
