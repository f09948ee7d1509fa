package org.tripoint.node.overview;

import java.math.BigDecimal;
import java.util.List;
import org.tripoint.node.metrics.CiteHeadline;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.Drawing;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Sparkline;
import org.tripoint.node.web.charts.Tone;

/// How a headline is drawn.
public final class HeadlineView {
  private HeadlineView() {}

  /// The twelve-month values of the last three years.
  public static Drawing sparkline(Headline headline, Page page) {
    List<Point> points =
        headline.rolling().stream()
            .map(one ->
                Point.of(
                    one.month().atDay(1),
                    one.value(),
                    one.value() == null
                        ? PointState.MISSING
                        : one.incomplete() ? PointState.INCOMPLETE : PointState.REPORTED))
            .toList();
    String label =
        page.t(
            "overview.sparkline",
            headline.title(),
            page.month(headline.rolling().getFirst().month()),
            page.month(headline.rolling().getLast().month()));
    return new Sparkline(label, Tone.ofThing(headline.country()), points).draw();
  }

  /// The tag of a headline with a value.
  public static String state(Headline headline) {
    return !headline.rolling().isEmpty() && headline.rolling().getLast().incomplete()
        ? "incomplete"
        : "reported";
  }

  /// All it takes to quote the figure as it stands today; empty where there is none.
  public static String citation(Headline headline, String where, Page page) {
    return CiteHeadline.of(
        headline, where, month -> page.t("overview.twelve-months", page.month(month)), page);
  }

  /// The change from one summer to the next with its sign.
  public static String change(Headline headline, Page page) {
    BigDecimal percent = headline.changePercent();
    if (percent == null) {
      return "";
    }
    String text = page.percent(percent.movePointLeft(2), 1);
    return percent.signum() > 0 ? "+" + text : text.replace("-", "−");
  }
}
