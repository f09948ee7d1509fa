package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.ReadCounts.Listed;

/// In which period each series of a setting was first reported, since when that is known, and which
/// of the first reports are news although their period is over for long.
///
/// A first report that comes late is news when it comes: if it was published within the window, and
/// its place had been heard of before. What a place reports when it is heard of for the first time
/// is its history; of that only the last periods are news.
final class FirstReports {

  private final Step step;
  private final Map<List<String>, First> firsts = new HashMap<>();
  private final Map<String, Heard> regions = new HashMap<>();

  FirstReports(Step step) {
    this.step = step;
  }

  /// The first report of a series.
  ///
  /// @param period first day
  /// @param known day of its publication
  record First(LocalDate period, LocalDate known) {

    First earlier(First other) {
      int order = period.compareTo(other.period);
      boolean mine = order == 0 ? known.isBefore(other.known) : order < 0;
      return mine ? this : other;
    }
  }

  /// Since when a place is heard of, and up to what period it reported.
  private record Heard(LocalDate since, LocalDate last) {

    Heard with(Heard other) {
      return new Heard(
          since.isBefore(other.since) ? since : other.since,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /// Takes a series of the watch.
  ///
  /// @param group of [Grouping#groupOf]
  /// @param region of [Grouping#regionOfWatched]
  void add(Optional<List<String>> group, String region, Listed one) {
    LocalDate period = one.first();
    LocalDate known = one.known();
    LocalDate heard = one.heard();
    LocalDate last = one.last();
    if (period == null || known == null || heard == null || last == null) {
      return;
    }
    group.ifPresent(its -> firsts.merge(its, new First(period, known), First::earlier));
    regions.merge(region, new Heard(heard, last), Heard::with);
  }

  Optional<First> of(List<String> group) {
    return Optional.ofNullable(firsts.get(group));
  }

  /// The period of a first report before the window that is news; empty for every other.
  Optional<LocalDate> late(List<String> group, String region, @Nullable Frame frame) {
    First first = firsts.get(group);
    Heard heard = regions.get(region);
    return first != null && heard != null && frame != null && isLateNews(first, heard, frame)
        ? Optional.of(first.period())
        : Optional.empty();
  }

  private boolean isLateNews(First first, Heard heard, Frame frame) {
    LocalDate window = frame.windowStart(step);
    return first.period().isBefore(window)
        && !first.known().isBefore(window)
        && (first.known().isAfter(heard.since())
            || !first.period().isBefore(lastPeriods(step, heard.last())));
  }

  /// The first of the last periods of what a place reported when it was heard of first.
  static LocalDate lastPeriods(Step step, LocalDate last) {
    return Periods.after(step, last, 1 - Periods.window(step));
  }

  /// All that decides about a region's news besides its frame, in one text.
  String said(String region) {
    Heard heard = regions.get(region);
    return heard == null ? "" : heard.since() + " " + heard.last();
  }
}
