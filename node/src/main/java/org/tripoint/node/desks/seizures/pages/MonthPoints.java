package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.SeizureCells;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.metrics.StillComing;
import org.tripoint.node.web.charts.Point;
import org.tripoint.node.web.charts.PointState;

/// Points of monthly charts. A month that ended less than the usual lag before the newest release
/// is incomplete, as metrics judge it.
record MonthPoints(StillComing coming) {

  /// Days after a month until sources of seizures have reported it.
  private static final int USUAL_LAG_DAYS = 30;

  static MonthPoints ofSources(NewestReleases releases, Collection<String> sources) {
    return new MonthPoints(new StillComing(releases.newest(sources)));
  }

  /// Of the sources of the agencies that report events under the filter.
  static MonthPoints ofEvents(
      NewestReleases releases, SeizureCells cells, SeizureFilter filter, Set<String> countries) {
    Set<String> sources = new TreeSet<>();
    for (String country : countries) {
      Map<Field, Set<String>> at = new EnumMap<>(Field.class);
      at.put(Field.COUNTRY, Set.of(country));
      Set<String> agency = filter.at().get(Field.AGENCY);
      if (agency != null) {
        at.put(Field.AGENCY, agency);
      }
      cells
          .eventsBy(new SeizureFilter(at, filter.from(), filter.to()), Field.AGENCY)
          .keySet()
          .forEach(one -> sources.add((country + "-" + one).toLowerCase(Locale.ROOT)));
    }
    return ofSources(releases, sources);
  }

  /// @param zeros whether a month of nothing is drawn
  List<Point> of(
      NavigableMap<YearMonth, Map<String, BigDecimal>> months, String measure, boolean zeros) {
    List<Point> points = new ArrayList<>();
    months.forEach((month, amounts) -> {
      BigDecimal amount = amounts.get(measure);
      if (amount != null && (zeros || amount.signum() != 0)) {
        points.add(Point.of(month.atDay(1), amount, stateOf(month)));
      }
    });
    return points;
  }

  private PointState stateOf(YearMonth month) {
    boolean late = coming.isWithin(month.atEndOfMonth(), USUAL_LAG_DAYS);
    return late ? PointState.INCOMPLETE : PointState.REPORTED;
  }
}
