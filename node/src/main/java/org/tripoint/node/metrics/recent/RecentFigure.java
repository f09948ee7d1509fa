package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.YearMonth;

/// A figure that may still change.
///
/// @param month last month of its period
/// @param reported so far
public record RecentFigure(YearMonth month, BigDecimal reported, Estimate estimate) {}
