package org.tripoint.node.metrics.pages;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.MetricSeries.PeriodFigure;
import org.tripoint.node.metrics.pages.MetricView.Row;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.vocabulary.Calendar;

/// Totals of a calendar's periods, newest first: those that may still change with what they are
/// expected to become, the one that is not over as far as it goes.
record PeriodTotals(FigureRows rows, ReadRecent recent) {

  List<Row> of(Answer answer, Calendar calendar) {
    return answer.series().periods(calendar).reversed().stream()
        .map(figure -> row(answer, figure))
        .toList();
  }

  private Row row(Answer answer, PeriodFigure figure) {
    MetricWords words = rows.words();
    FigurePoint point = figure.point();
    String toDate =
        figure.toDate() ? words.page().t("metrics.to-date", words.page().month(point.month())) : "";
    String note =
        Stream.of(toDate, expected(answer, figure))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return rows.of(words.period(figure.period()), point, note, "");
  }

  /// Also of what is not over: those months, once their reports are in.
  private String expected(Answer answer, PeriodFigure figure) {
    FigureState state = figure.point().state();
    YearMonth last = figure.point().month();
    YearMonth first = YearMonth.from(figure.period().first());
    return state.hasValue()
        ? recent
            .total(answer, first, last)
            .map(found ->
                new RecentViews(rows.words(), rows.definition(), 12).inShort(found.estimate()))
            .orElse("")
        : "";
  }
}
