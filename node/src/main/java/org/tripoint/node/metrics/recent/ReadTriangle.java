package org.tripoint.node.metrics.recent;

import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.MetricSeries;
import org.tripoint.node.metrics.figures.PublicationGrid;
import org.tripoint.node.metrics.figures.ReadVintages;

/// Gives the reporting triangle of any figure, as of any day: one question to the ledger on the
/// published clock, whatever order the releases were loaded in.
@Component
public class ReadTriangle {

  /// Five years of months of publication: a year to settle and four to learn from.
  static final int MONTHS = 60;

  private final ReadVintages vintages;

  ReadTriangle(ReadVintages vintages) {
    this.vintages = vintages;
  }

  /// The values as the source publishes them, as they stood at the end of each month of publication
  /// before the day that the answer was asked for, and on that day.
  public FigureTriangle of(Answer answer) {
    return FigureTriangle.of(
        vintages.vintages(
            answer.definition(),
            answer.source(),
            answer.chosen(),
            answer.basis().moment(),
            PublicationGrid.MONTH,
            MONTHS),
        MetricSeries::published,
        Settling.of(answer.source()));
  }
}
