package org.tripoint.node.web.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Outlines of some countries, projected and simplified for one width; made once and kept.
///
/// Idea: each arc is simplified once (Douglas and Peucker 1973, half a unit), so that neighbours
/// still fit; islands smaller than a unit go, but an area never loses its largest ring.
final class MapSheet {
  private static final double TOLERANCE = 0.5;

  /// An island smaller than this many pixels is not drawn, unless it is all there is.
  private static final double LEAST_EXTENT = 1.5;

  private static final Map<String, MapSheet> KNOWN = new ConcurrentHashMap<>();

  private final Frame main;
  private final List<Inset> insets;
  private final double height;
  private final Map<String, String> paths = new LinkedHashMap<>();

  static MapSheet of(Set<String> countries, int width) {
    String key = new TreeSet<>(countries) + "/" + width;
    return KNOWN.computeIfAbsent(key, _ -> new MapSheet(countries, width));
  }

  private MapSheet(Set<String> countries, int width) {
    List<Outlines.Country> shown =
        Outlines.countries().stream().filter(one -> countries.contains(one.code())).toList();
    if (shown.isEmpty()) {
      throw new IllegalArgumentException("expected some of US, MX, CA, found " + countries);
    }
    List<double[]> ground = shown.stream().flatMap(one -> one.arcs().stream()).toList();
    List<Remote> remote = countries.equals(Set.of("US")) ? List.of(Remote.values()) : List.of();
    this.main = Frame.around(outside(remote, ground), 0, width);
    this.height = main.height();
    this.insets = remote.stream().map(one -> Inset.of(one, ground, width, height)).toList();
    for (Outlines.Country country : shown) {
      List<double[]> arcs = country.arcs().stream().map(this::fit).toList();
      country.areas().forEach((code, rings) -> paths.put(code, path(rings, arcs)));
    }
  }

  /// SVG path of each area by ISO 3166-2 code.
  Map<String, String> paths() {
    return java.util.Collections.unmodifiableMap(paths);
  }

  double height() {
    return height;
  }

  /// Where what lies far off stands in a frame of its own: left, top, width and height.
  List<double[]> frames() {
    return insets.stream().map(Inset::border).toList();
  }

  /// Where a point on the ground lies on the sheet.
  double[] at(double longitude, double latitude) {
    for (Inset inset : insets) {
      if (inset.remote().holds(longitude, latitude)) {
        return inset.frame().at(longitude, latitude);
      }
    }
    return main.at(longitude, latitude);
  }

  private static List<double[]> outside(List<Remote> remote, List<double[]> arcs) {
    return arcs.stream()
        .filter(arc -> remote.stream().noneMatch(one -> one.holds(arc[0], arc[1])))
        .toList();
  }

  private double[] fit(double[] arc) {
    double[] fitted = new double[arc.length];
    for (int i = 0; i < arc.length; i += 2) {
      double[] at = at(arc[i], arc[i + 1]);
      fitted[i] = at[0];
      fitted[i + 1] = at[1];
    }
    return ThinLine.of(fitted, TOLERANCE);
  }

  private static String path(List<int[]> rings, List<double[]> arcs) {
    List<double[]> lines = rings.stream().map(ring -> join(ring, arcs)).toList();
    double largest = lines.stream().mapToDouble(MapSheet::extent).max().orElseThrow();
    StringBuilder d = new StringBuilder();
    for (double[] line : lines) {
      if (extent(line) >= Math.min(largest, LEAST_EXTENT)) {
        write(d, line);
      }
    }
    return d.toString();
  }

  private static double[] join(int[] ring, List<double[]> arcs) {
    List<Double> points = new ArrayList<>();
    for (int index : ring) {
      double[] arc = arcs.get(index < 0 ? ~index : index);
      int count = arc.length / 2;
      for (int i = points.isEmpty() ? 0 : 1; i < count; i++) {
        int at = index < 0 ? count - 1 - i : i;
        points.add(arc[2 * at]);
        points.add(arc[2 * at + 1]);
      }
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double extent(double[] line) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]);
      box[1] = Math.min(box[1], line[i + 1]);
      box[2] = Math.max(box[2], line[i]);
      box[3] = Math.max(box[3], line[i + 1]);
    }
    return Math.max(box[2] - box[0], box[3] - box[1]);
  }

  /// Tenths of a unit, relative to the point before: half the bytes of absolute places.
  private static void write(StringBuilder d, double[] line) {
    long x = Math.round(line[0] * 10);
    long y = Math.round(line[1] * 10);
    d.append('M').append(tenths(x)).append(' ').append(tenths(y)).append('l');
    boolean first = true;
    for (int i = 2; i < line.length; i += 2) {
      long nextX = Math.round(line[i] * 10);
      long nextY = Math.round(line[i + 1] * 10);
      if (nextX == x && nextY == y) {
        continue;
      }
      d.append(first || nextX - x < 0 ? "" : " ").append(tenths(nextX - x));
      d.append(nextY - y < 0 ? "" : " ").append(tenths(nextY - y));
      x = nextX;
      y = nextY;
      first = false;
    }
    d.append(first ? "0 0z" : "z");
  }

  private static String tenths(long value) {
    long whole = Math.abs(value) / 10;
    long tenth = Math.abs(value) % 10;
    String digits =
        tenth == 0 ? String.valueOf(whole) : whole == 0 ? "." + tenth : whole + "." + tenth;
    return value < 0 ? "-" + digits : digits;
  }
}
