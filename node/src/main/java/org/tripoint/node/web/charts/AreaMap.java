package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Wording;

/// Values of first-level areas of the United States, Mexico and Canada as five shades, with points
/// if there are any.
///
/// @param unit of the values, in the page's language; a rate and a count are two maps
/// @param countries which to draw: some of `US`, `MX`, `CA`
/// @param areas one for each area with something to say; areas that are absent are drawn as not
///   published
/// @param points at most 2,000
/// @param decimals that figures are written with, at most
public record AreaMap(
    String title,
    String description,
    String unit,
    Set<String> countries,
    List<Area> areas,
    List<Spot> points,
    int decimals)
    implements Chart {

  /// An area and what is said of it.
  ///
  /// @param code ISO 3166-2, such as `MX-SIN`
  /// @param value null for what is suppressed or not published
  /// @param link page of the area, or empty
  /// @param reason why there is no value, in the page's language; empty says it by the state
  public record Area(
      String code, @Nullable BigDecimal value, PointState state, String link, String reason) {
    public Area(String code, @Nullable BigDecimal value, PointState state, String link) {
      this(code, value, state, link, "");
    }

    public static Area of(String code, BigDecimal value) {
      return new Area(code, value, PointState.REPORTED, "");
    }
  }

  /// A point on the map.
  ///
  /// @param label said on hover and read aloud
  /// @param link page of what lies there, or empty
  public record Spot(double latitude, double longitude, Tone tone, String label, String link) {}

  /// A wider map says no more and takes the whole screen's height.
  private static final int WIDEST = 720;

  public AreaMap {
    countries = Set.copyOf(countries);
    areas = List.copyOf(areas);
    points = List.copyOf(points);
    if (points.size() > 2_000) {
      throw new IllegalArgumentException("expected at most 2,000 points, found " + points.size());
    }
  }

  @Override
  public Drawing draw(Wording wording, Drawing.Width width) {
    int units = Math.min(width.units(), WIDEST);
    MapSheet sheet = MapSheet.of(countries, units);
    Shades shades = Shades.of(areas);
    double legend = 100;
    Svg svg = Svg.open(units, sheet.height() + legend, title, description);
    String hatch = "m" + Integer.toHexString((title + units).hashCode());
    svg.hatch(hatch);
    Map<String, Area> byCode = new HashMap<>();
    areas.forEach(area -> byCode.put(area.code(), area));
    sheet
        .paths()
        .forEach((code, path) -> area(svg, code, path, byCode.get(code), shades, hatch, wording));
    sheet.frames().forEach(of -> svg.rectangle("inset", of[0], of[1], of[2], of[3]));
    for (Spot spot : points) {
      double[] at = sheet.at(spot.longitude(), spot.latitude());
      link(
          svg,
          spot.link(),
          () -> svg.circle("point f-" + spot.tone().word(), at[0], at[1], 3.5, spot.label()));
    }
    new MapLegend(svg, wording, shades, hatch, decimals).draw(units, sheet.height() + 16, unit);
    return svg.close();
  }

  private void area(
      Svg svg,
      String code,
      String path,
      @Nullable Area area,
      Shades shades,
      String hatch,
      Wording wording) {
    String tip = nameOf(code, wording) + ": " + cell(area, wording);
    String address = area == null ? "" : area.link();
    link(
        svg,
        address,
        () -> {
          BigDecimal value = area == null ? null : area.value();
          if (value == null) {
            svg.path("area f-nothing", path, "", tip);
            svg.path("border", path, "url(#" + hatch + ")", tip);
          } else {
            svg.path("area m-" + shades.shadeOf(value), path, "", tip + " " + unit);
          }
        });
  }

  private static void link(Svg svg, String address, Runnable inside) {
    if (!address.isEmpty()) {
      svg.beginLink(address);
    }
    inside.run();
    if (!address.isEmpty()) {
      svg.endLink();
    }
  }

  @Override
  public ChartTable table(Wording wording) {
    List<List<String>> rows = new ArrayList<>();
    areas.stream()
        .sorted(Comparator.comparing(Area::code))
        .forEach(area ->
            rows.add(List.of(nameOf(area.code(), wording), area.code(), cell(area, wording))));
    return new ChartTable(
        List.of(wording.t("web.chart.area"), wording.t("web.chart.code"), unit), rows);
  }

  @Override
  public List<ChartFigure> figures(Wording wording) {
    return areas.stream()
        .sorted(Comparator.comparing(Area::code))
        .map(area ->
            new ChartFigure(
                nameOf(area.code(), wording), area.code(), area.value(), area.state(), unit))
        .toList();
  }

  private String cell(@Nullable Area area, Wording wording) {
    if (area == null || area.value() == null) {
      if (area != null && !area.reason().isEmpty()) {
        return area.reason();
      }
      boolean suppressed = area != null && area.state() == PointState.SUPPRESSED;
      return wording.t(suppressed ? "web.state.suppressed" : "web.state.missing");
    }
    String number = wording.number(area.value(), decimals);
    return area.state() == PointState.REPORTED
        ? number
        : number + " (" + wording.t(area.state().key()).toLowerCase(wording.locale()) + ")";
  }

  /// The areas that a country's map has, by ISO 3166-2 code.
  public static Set<String> codesOf(String country) {
    return Outlines.countries().stream()
        .filter(one -> one.code().equals(country))
        .flatMap(one -> one.areas().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String nameOf(String code, Wording wording) {
    return wording.t("place." + code);
  }
}
