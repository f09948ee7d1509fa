package org.tripoint.node.web.charts;

import java.util.Comparator;
import java.util.List;

/// One line of a chart.
///
/// @param name as written beside the line, in the page's language
/// @param points put in order of time; a period that is absent is a gap
public record Series(String name, Tone tone, List<Point> points) {
  public Series {
    points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
  }
}
