package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.surveillance.nowcast.Nowcast;
import org.tripoint.engines.surveillance.nowcast.RevisionNowcast;
import org.tripoint.engines.surveillance.nowcast.RevisionNowcast.Revision;
import org.tripoint.node.metrics.recent.Estimate.Method;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.Estimate.Reason;
import org.tripoint.node.metrics.recent.FigureTriangle.Column;

/// How figures that have settled by now were shown before, for the engine's nowcast of totals. What
/// is settled is not asked for here, so that no age is final to the engine.
final class RevisionsSeen {

  private final FigureTriangle triangle;
  private final List<Revision> revisions = new ArrayList<>();
  private final RevisionNowcast nowcast;

  RevisionsSeen(FigureTriangle triangle) {
    this.triangle = triangle;
    Column last = triangle.last();
    for (Column column : triangle.columns()) {
      column
          .values()
          .forEach((period, shown) -> {
            BigDecimal settled = last.isSettled(period) ? last.values().get(period) : null;
            boolean wasRecent = !column.isSettled(period) && column.age(period) >= 0;
            if (wasRecent && settled != null && settled.signum() > 0 && shown.signum() > 0) {
              revisions.add(
                  new Revision(column.age(period), shown.doubleValue(), settled.doubleValue()));
            }
          });
    }
    this.nowcast = RevisionNowcast.of(revisions, Integer.MAX_VALUE);
  }

  Estimate estimate(YearMonth period, BigDecimal reported) {
    int age = triangle.last().age(period);
    int have = (int) revisions.stream().filter(r -> r.age() == age).count();
    if (have < RevisionNowcast.LEAST) {
      return new NotYet(Reason.TOO_FEW_REVISIONS, have, RevisionNowcast.LEAST);
    }
    if (reported.signum() <= 0) {
      return new NotYet(Reason.NOTHING_REPORTED, have, RevisionNowcast.LEAST);
    }
    Nowcast expected = nowcast.of(0, age, reported.doubleValue());
    return Estimate.of(Method.REVISIONS, expected);
  }
}
