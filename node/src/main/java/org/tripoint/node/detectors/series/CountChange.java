package org.tripoint.node.detectors.series;

import java.time.LocalDate;
import java.util.List;

/// A count changed when something was published.
///
/// @param at the watch's values, in the order of its dimensions
/// @param period first day
/// @param day of the publication
/// @param change what it added or took away
public record CountChange(List<String> at, LocalDate period, LocalDate day, Tally change) {}
