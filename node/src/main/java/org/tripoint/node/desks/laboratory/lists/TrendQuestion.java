package org.tripoint.node.desks.laboratory.lists;

import java.time.YearMonth;

/// Of what a trend is asked. Always of one origin: samples of different origins are chosen in
/// different ways.
///
/// @param substance key of a substance
/// @param origin one of [ReadTrends#ORIGINS]
/// @param area first-level subdivision; "" for any
/// @param from first month, inside
/// @param to last month, inside
public record TrendQuestion(
    String substance, String origin, String area, YearMonth from, YearMonth to) {}
