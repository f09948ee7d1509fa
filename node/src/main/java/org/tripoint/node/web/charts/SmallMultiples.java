package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.web.Wording;

/// Many small line charts, where one chart would hold too many lines.
///
/// @param charts at most 30, each with a title, the same unit and step
/// @param axes whether heights compare between the charts; the description says so when they do not
public record SmallMultiples(String title, String description, List<LineChart> charts, Axes axes)
    implements Chart {

  /// What the charts' value axes have in common.
  public enum Axes {
    /// One axis for all: heights compare.
    SHARED,
    /// Each its own: the course of the small ones can be read beside large ones.
    OWN
  }

  /// Of one chart with its axes and the room below it.
  private static final double HEIGHT = 28 + 180 + 24 + 20;

  /// On one value axis.
  public SmallMultiples(String title, String description, List<LineChart> charts) {
    this(title, description, charts, Axes.SHARED);
  }

  public SmallMultiples {
    charts = List.copyOf(charts);
    if (charts.isEmpty() || charts.size() > 30) {
      throw new IllegalArgumentException("expected 1 to 30 charts, found " + charts.size());
    }
  }

  @Override
  public Drawing draw(Wording wording, Drawing.Width width) {
    int columns =
        switch (width) {
          case WIDE -> 3;
          case MIDDLE -> 2;
          case NARROW -> 1;
        };
    int gap = 24;
    int each = (width.units() - gap * (columns - 1)) / columns;
    double heading = charts.stream().anyMatch(c -> Svg.widthOf(c.title()) > each) ? 38 : 20;
    double rowHeight = heading + HEIGHT;
    int rows = (charts.size() + columns - 1) / columns;
    Svg svg = Svg.open(width.units(), rows * rowHeight, title, description);
    double most = most();
    for (int i = 0; i < charts.size(); i++) {
      double x = (i % columns) * (double) (each + gap);
      int line = i / columns;
      double y = line * rowHeight;
      List<String> title = Svg.wrap(charts.get(i).title(), each);
      for (int row = 0; row < title.size(); row++) {
        svg.text("strong", x, y + 14 + 18 * row, "start", title.get(row));
      }
      svg.place(charts.get(i).draw(wording, each, most), x, y + heading, each);
    }
    return svg.close();
  }

  private double most() {
    if (axes == Axes.OWN) {
      return 0;
    }
    return charts.stream()
        .flatMap(chart -> chart.series().stream())
        .flatMap(series -> series.points().stream())
        .mapToDouble(point -> amount(point.value()))
        .max()
        .orElse(0);
  }

  private static double amount(@org.jspecify.annotations.Nullable BigDecimal value) {
    return value == null ? 0 : value.doubleValue();
  }

  @Override
  public List<ChartFigure> figures(Wording wording) {
    return charts.getFirst().figures(lines());
  }

  @Override
  public ChartTable table(Wording wording) {
    return new MergedTable(charts.getFirst(), lines()).table(wording);
  }

  /// The series of all charts under names that tell them apart.
  private List<Series> lines() {
    List<Series> all = new ArrayList<>();
    for (LineChart chart : charts) {
      boolean single = chart.series().size() == 1;
      for (Series series : chart.series()) {
        String name = single ? chart.title() : chart.title() + ", " + series.name();
        all.add(new Series(name, series.tone(), series.points()));
      }
    }
    return all;
  }

  /// One table over the series of all charts, eight at a time being no limit for a table.
  private record MergedTable(LineChart like, List<Series> series) {
    ChartTable table(Wording wording) {
      List<String> heads =
          new ArrayList<>(
              List.of(wording.t("web.chart.of"), wording.t("web.chart.period"), like.unit()));
      List<List<String>> rows = new ArrayList<>();
      for (Series one : series) {
        for (Point point : one.points()) {
          rows.add(
              List.of(
                  one.name(), like.step().label(point.at(), wording), like.cell(point, wording)));
        }
      }
      return new ChartTable(heads, rows);
    }
  }
}
