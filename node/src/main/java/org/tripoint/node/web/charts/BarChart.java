package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Wording;

/// Amounts side by side, from zero, one bar a thing, in the order given.
///
/// @param unit of the amounts, in the page's language
/// @param of what the bars are, such as "Agency": the head of the table's first column
/// @param bars at most 60
/// @param decimals that figures are written with, at most
public record BarChart(
    String title, String description, String unit, String of, List<Bar> bars, int decimals)
    implements Chart {

  /// A bar with its label.
  ///
  /// @param name in the page's language
  /// @param value null for what is suppressed or not published
  /// @param link page of the thing, or empty
  public record Bar(
      String name, Tone tone, @Nullable BigDecimal value, PointState state, String link) {

    public static Bar of(String name, Tone tone, BigDecimal value) {
      return new Bar(name, tone, value, PointState.REPORTED, "");
    }
  }

  public BarChart {
    bars = List.copyOf(bars);
    if (bars.size() > 60) {
      throw new IllegalArgumentException("expected at most 60 bars, found " + bars.size());
    }
  }

  @Override
  public Drawing draw(Wording wording, Drawing.Width width) {
    int units = width.units();
    boolean stacked = units < 500;
    double rowHeight = stacked ? 40 : 26;
    double labels = stacked ? 0 : labelWidth(units);
    Svg svg = Svg.open(units, 22 + bars.size() * rowHeight + 4, title, description);
    String hatch = "b" + Integer.toHexString((title + units).hashCode());
    svg.hatch(hatch).text("", labels, 12, "start", unit);
    Scale scale = Scale.over(least(), most(), true, 5);
    double valueWidth =
        12 + bars.stream().mapToDouble(bar -> Svg.widthOf(cell(bar, wording))).max().orElse(40);
    double room = units - labels - valueWidth;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = 22 + i * rowHeight;
      String tip = bar.name() + ": " + cell(bar, wording) + " " + unit;
      double barY = stacked ? y + 18 : y + 3;
      double height = stacked ? 14 : 18;
      if (!bar.link().isEmpty()) {
        svg.beginLink(bar.link());
      }
      svg.text(
          "strong",
          stacked ? 0 : labels - 8,
          stacked ? y + 13 : y + 16,
          stacked ? "start" : "end",
          stacked ? bar.name() : Svg.cut(bar.name(), labels - 8));
      if (!bar.link().isEmpty()) {
        svg.endLink();
      }
      double length = 0;
      if (bar.value() != null) {
        length = Math.max(1, room * Math.max(0, scale.share(bar.value().doubleValue())));
        svg.rectangle("bar f-" + bar.tone().word(), labels, barY, length, height, "", tip);
        if (bar.state() != PointState.REPORTED) {
          svg.rectangle("bar", labels, barY, length, height, "url(#" + hatch + ")", tip);
        }
      }
      svg.text("", labels + length + 6, barY + height - 4, "start", cell(bar, wording));
    }
    svg.line("axis", labels, 20, labels, 22 + bars.size() * rowHeight);
    return svg.close();
  }

  @Override
  public ChartTable table(Wording wording) {
    List<List<String>> rows = new ArrayList<>();
    bars.forEach(bar -> rows.add(List.of(bar.name(), cell(bar, wording))));
    return new ChartTable(List.of(of, unit), rows);
  }

  @Override
  public List<ChartFigure> figures(Wording wording) {
    return bars.stream()
        .map(bar -> new ChartFigure(bar.name(), "", bar.value(), bar.state(), unit))
        .toList();
  }

  private String cell(Bar bar, Wording wording) {
    if (bar.value() == null) {
      return wording.t(
          bar.state() == PointState.REPORTED ? "web.state.missing" : bar.state().key());
    }
    String number = wording.number(bar.value(), decimals);
    return bar.state() == PointState.REPORTED
        ? number
        : number + " (" + wording.t(bar.state().key()).toLowerCase(wording.locale()) + ")";
  }

  private double labelWidth(int units) {
    double widest = bars.stream().mapToDouble(bar -> Svg.widthOf(bar.name())).max().orElse(0);
    return Math.min(units * 0.36, widest + 12);
  }

  private double least() {
    return bars.stream().mapToDouble(BarChart::amount).min().orElse(0);
  }

  private double most() {
    return bars.stream().mapToDouble(BarChart::amount).max().orElse(1);
  }

  private static double amount(Bar bar) {
    return bar.value() == null ? 0 : bar.value().doubleValue();
  }
}
