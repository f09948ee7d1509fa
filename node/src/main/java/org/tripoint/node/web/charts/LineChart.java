package org.tripoint.node.web.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Wording;

/// Values over time, one line a series.
///
/// @param title the finding or the measure
/// @param description what it shows, in a sentence or two; may be empty
/// @param unit of the value axis, in the page's language
/// @param step how long each period is
/// @param series at most eight; more belong in [SmallMultiples]
/// @param base whether the value axis starts at zero
/// @param decimals that figures are written with, at most
public record LineChart(
    String title,
    String description,
    String unit,
    Step step,
    List<Series> series,
    Base base,
    int decimals)
    implements Chart {

  /// Where the value axis starts.
  public enum Base {
    /// At zero: for everything that is counted or weighed.
    ZERO,
    /// Near the least value: for rates and indices only.
    LEAST_VALUE
  }

  public LineChart {
    series = List.copyOf(series);
    if (series.size() > 8) {
      throw new IllegalArgumentException(
          "expected at most 8 series in one chart, found " + series.size());
    }
  }

  /// Monthly values counted from zero, written without decimals.
  public static LineChart monthly(String title, String unit, List<Series> series) {
    return new LineChart(title, "", unit, Step.MONTH, series, Base.ZERO, 0);
  }

  public LineChart withDescription(String text) {
    return new LineChart(title, text, unit, step, series, base, decimals);
  }

  public LineChart withDecimals(int most) {
    return new LineChart(title, description, unit, step, series, base, most);
  }

  @Override
  public Drawing draw(Wording wording, Drawing.Width width) {
    return new LinePlot(this, wording, width.units(), 0).draw();
  }

  /// Drawn at a width and with a value axis that holds at least `most`, so that neighbours compare.
  Drawing draw(Wording wording, int units, double most) {
    return new LinePlot(this, wording, units, most).draw();
  }

  @Override
  public ChartTable table(Wording wording) {
    TreeSet<LocalDate> periods = new TreeSet<>();
    series.forEach(one -> one.points().forEach(point -> periods.add(point.at())));
    List<String> heads = new ArrayList<>(List.of(wording.t("web.chart.period")));
    series.forEach(one -> heads.add(one.name() + " (" + unit + ")"));
    List<List<String>> rows = new ArrayList<>();
    for (LocalDate at : periods) {
      List<String> row = new ArrayList<>(List.of(step.label(at, wording)));
      series.forEach(one -> row.add(cell(pointAt(one, at), wording)));
      rows.add(row);
    }
    return new ChartTable(heads, rows);
  }

  @Override
  public List<ChartFigure> figures(Wording wording) {
    return figures(series);
  }

  List<ChartFigure> figures(List<Series> lines) {
    return lines.stream()
        .flatMap(one -> one.points().stream().map(p -> ChartFigure.of(one.name(), p, unit)))
        .toList();
  }

  String cell(@Nullable Point point, Wording wording) {
    if (point == null) {
      return "–";
    }
    if (point.value() == null) {
      return wording.t(
          point.state() == PointState.REPORTED ? "web.state.missing" : point.state().key());
    }
    String number = wording.number(point.value(), decimals);
    return point.state() == PointState.REPORTED
        ? number
        : number + " (" + wording.t(point.state().key()).toLowerCase(wording.locale()) + ")";
  }

  private static @Nullable Point pointAt(Series series, LocalDate at) {
    for (Point point : series.points()) {
      if (point.at().equals(at)) {
        return point;
      }
    }
    return null;
  }
}
