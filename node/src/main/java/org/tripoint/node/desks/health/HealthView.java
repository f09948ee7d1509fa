package org.tripoint.node.desks.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.charts.Drawing;

/// What the desk's templates show: finished words only.
public final class HealthView {

  private HealthView() {}

  /// A country's newest figure.
  ///
  /// @param state the page's tag
  /// @param link the observation behind it, or ""
  public record Headline(
      String label,
      String value,
      String unit,
      String period,
      String state,
      String definition,
      String link,
      String asOf,
      String caveat,
      String citation,
      @Nullable Drawing spark) {}

  /// One question about the definitions and each country's answer.
  public record Definition(String question, String us, String ca, String mx) {}

  /// One cell as a row of the table.
  ///
  /// @param tag the page's tag for the state
  public record Row(
      String period,
      String indicator,
      String tag,
      String state,
      String value,
      String predicted,
      String complete,
      String pending,
      String footnote,
      String link) {}

  /// One cell in two releases.
  public record Restated(
      String place,
      String period,
      String change,
      String before,
      String after,
      String difference,
      String link) {}

  /// One version of an observation.
  public record Version(
      String published,
      String file,
      String tag,
      String state,
      String value,
      String predicted,
      String complete,
      String pending,
      String footnote,
      boolean current) {}

  /// A name and what is said of it.
  public record Fact(String name, String value) {}

  /// One row of a table of counts: its label and its cells, the total last.
  public record CountRow(String label, List<Count> counts) {
    public CountRow {
      counts = List.copyOf(counts);
    }
  }

  /// A number of a row, or why it has none.
  ///
  /// @param text a number, or the word for why there is none
  /// @param reason said on hover and read aloud; "" for a number
  public record Count(String text, String reason) {}
}
