package org.tripoint.node.web;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.charts.AreaMap;
import org.tripoint.node.web.charts.BarChart;
import org.tripoint.node.web.charts.LineChart;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;
import org.tripoint.node.web.charts.Series;
import org.tripoint.node.web.charts.SmallMultiples;
import org.tripoint.node.web.charts.Sparkline;
import org.tripoint.node.web.charts.Tone;

/// Every component on one page, with invented figures: what a new page is put together from.
@Controller
class StyleGuide {
  private static final YearMonth FIRST = YearMonth.of(2022, 1);

  @GetMapping("/styleguide")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String show(Page page, Model model) {
    LineChart lines = lines(page);
    model.addAttribute("charts", List.of(lines, bars(page), multiples(page), map(page)));
    model.addAttribute(
        "sparkline", new Sparkline(page.t("web.guide.measure"), Tone.BLUE, points(900, 30)).draw());
    return "web/styleguide";
  }

  private static LineChart lines(Page page) {
    return LineChart.monthly(
            page.t("web.guide.measure"),
            "kg",
            List.of(
                new Series(page.t("place.US"), Tone.ofThing("US"), points(900, 30)),
                new Series(page.t("place.MX"), Tone.ofThing("MX"), points(500, 30)),
                new Series(page.t("place.CA"), Tone.ofThing("CA"), points(200, 30))))
        .withDescription(page.t("web.guide.sentence"));
  }

  private static BarChart bars(Page page) {
    List<BarChart.Bar> bars = new ArrayList<>();
    int value = 900;
    for (String code : List.of("US-AZ", "MX-SIN", "CA-BC")) {
      bars.add(
          BarChart.Bar.of(
              page.t("place." + code),
              Tone.ofThing(code.substring(0, 2)),
              BigDecimal.valueOf(value)));
      value /= 3;
    }
    bars.add(new BarChart.Bar(page.t("place.CA-YT"), Tone.BLACK, null, PointState.SUPPRESSED, ""));
    return new BarChart(page.t("web.guide.measure"), "", "kg", page.t("web.chart.area"), bars, 0);
  }

  private static SmallMultiples multiples(Page page) {
    List<LineChart> charts = new ArrayList<>();
    int start = 900;
    for (String code : List.of("US", "MX", "CA")) {
      Series series = new Series(page.t("place." + code), Tone.ofThing(code), points(start, 24));
      charts.add(LineChart.monthly(page.t("place." + code), "kg", List.of(series)));
      start /= 2;
    }
    return new SmallMultiples(page.t("web.guide.measure"), "", charts);
  }

  private static AreaMap map(Page page) {
    List<AreaMap.Area> areas = new ArrayList<>();
    int value = 4;
    for (String code :
        List.of("US-AZ", "US-TX", "US-CA", "MX-SIN", "MX-SON", "MX-BCN", "CA-BC", "CA-ON")) {
      areas.add(AreaMap.Area.of(code, BigDecimal.valueOf(value)));
      value *= 2;
    }
    areas.add(new AreaMap.Area("CA-YT", null, PointState.SUPPRESSED, ""));
    return new AreaMap(
        page.t("web.guide.measure"),
        "",
        "kg",
        Set.of("US", "MX", "CA"),
        areas,
        List.of(new AreaMap.Spot(31.33, -110.94, Tone.VERMILLION, "Nogales", "")),
        0);
  }

  /// A wave with a gap, two predicted months and an incomplete last one.
  private static List<Point> points(int start, int months) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      BigDecimal value = BigDecimal.valueOf(Math.round(start * (1 + 0.3 * Math.sin(i / 3.0))));
      PointState state =
          i == months - 1
              ? PointState.INCOMPLETE
              : i >= months - 3 ? PointState.PREDICTED : PointState.REPORTED;
      points.add(
          i == months / 2
              ? Point.gap(FIRST.plusMonths(i), PointState.SUPPRESSED)
              : Point.of(FIRST.plusMonths(i).atDay(1), value, state));
    }
    return points;
  }
}
