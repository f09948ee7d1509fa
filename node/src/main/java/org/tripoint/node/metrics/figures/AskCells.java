package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;

/// Sums by month under a filter, as of the day that whoever asks has in mind.
@FunctionalInterface
interface AskCells {

  NavigableMap<YearMonth, Map<String, BigDecimal>> series(Filter filter);

  static AskCells at(ReadCells cells, Moment moment) {
    return filter ->
        switch (moment) {
          case Moment.Today today -> cells.series(filter);
          case Moment.Past(var asOf) -> cells.seriesAsOf(filter, asOf);
        };
  }
}
