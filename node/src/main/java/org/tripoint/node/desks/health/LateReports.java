package org.tripoint.node.desks.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.metrics.StillComing;
import org.tripoint.node.web.charts.PointState;

/// Which reported figures are incomplete, as metrics M09 and M10 take it: those whose usual lag was
/// not over when their source was last heard of, and those of a year that is not closed where the
/// source says that a part is still under investigation.
///
/// @param bySource the sources of the cells it was made for
record LateReports(Map<String, StillComing> bySource) {

  /// Days after a period until offices have reported it.
  private static final int USUAL_LAG_DAYS = 120;

  /// Months after a calendar year until deaths still under investigation are settled.
  private static final int YEAR_CLOSES_AFTER_MONTHS = 10;

  static LateReports of(NewestReleases releases, List<HealthCell> cells) {
    Map<String, StillComing> bySource = new HashMap<>();
    cells.forEach(cell ->
        bySource.computeIfAbsent(
            cell.source(), source -> new StillComing(releases.newest(List.of(source)))));
    return new LateReports(Map.copyOf(bySource));
  }

  /// How a chart draws the cell's reported value, or why there is none.
  PointState stateOf(HealthCell cell) {
    Said said = HealthCharts.require(cell.said());
    return said.state() == Figure.State.REPORTED && isLate(cell, said)
        ? PointState.INCOMPLETE
        : HealthWords.pointState(said.state());
  }

  private boolean isLate(HealthCell cell, Said said) {
    Where where = HealthCharts.require(cell.where());
    StillComing coming = bySource.get(cell.source());
    return coming != null
        && (coming.isWithin(where.last(), USUAL_LAG_DAYS)
            || (said.completeness().pending() != null
                && coming.isYearOpen(where.last(), YEAR_CLOSES_AFTER_MONTHS)));
  }
}
