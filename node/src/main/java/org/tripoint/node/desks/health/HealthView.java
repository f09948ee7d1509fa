package org.tripoint.node.desks.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.charts.Chart;
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

  /// The table of observations.
  ///
  /// @param choices every column there is
  /// @param kept what the form that chooses columns keeps of the address
  /// @param newer address of the page before, or ""
  /// @param older address of the next page, or ""
  public record Table(
      List<Head> heads,
      List<Row> rows,
      List<Choice> choices,
      List<Fact> kept,
      String total,
      String newer,
      String older,
      String exports) {
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
      choices = List.copyOf(choices);
      kept = List.copyOf(kept);
    }
  }

  /// A column's head that sorts.
  ///
  /// @param sorted `ascending`, `descending` or `none`
  /// @param link address sorted by it
  public record Head(String label, boolean number, String sorted, String link) {}

  /// A column that can be chosen.
  public record Choice(String id, String label, boolean shown) {}

  /// One cell of the desk as a row of the table.
  ///
  /// @param link page of the observation
  public record Row(String link, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One cell of a row.
  ///
  /// @param tag the page's tag for a state; "" for plain text
  public record Cell(String text, String tag, boolean number) {}

  /// A chart with what stands below it.
  ///
  /// @param file address of the chart as a file
  /// @param citation who says it, as of when
  public record Charted(Chart chart, String file, String caveat, String citation) {}

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
