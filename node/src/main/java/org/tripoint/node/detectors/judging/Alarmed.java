package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.detectors.judging.JudgedTogether.Standing;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.vocabulary.RecordId;

/// An alarm of one series, over some periods, and what is known of it.
///
/// @param at the series
/// @param first first period of its alarms
/// @param strongest the judgement with the highest score among its periods
/// @param places in how many places the same stands out in these periods
/// @param records behind the judged periods, the latest first; not empty
/// @param counts that it stands out of, oldest first
/// @param known day on which a first report was published; null where that is not asked
/// @param deaths that it counts, or that are counted where it is and put down to what it names;
///   null where none are known
record Alarmed(
    List<String> at,
    LocalDate first,
    LocalDate last,
    Judgement strongest,
    int places,
    List<RecordId> records,
    List<PeriodCount> counts,
    @Nullable LocalDate known,
    @Nullable CountedDeaths deaths) {

  Alarmed {
    records = List.copyOf(records);
    counts = List.copyOf(counts);
  }

  /// How many places have a standing alarm of the same thing from one period to another.
  static int placesOf(
      Grouping grouping, List<String> at, Set<Standing> standing, LocalDate from, LocalDate to) {
    List<String> shared = grouping.siblingsOf(at);
    return Math.toIntExact(
        standing.stream()
            .filter(one -> !one.period().isBefore(from) && !one.period().isAfter(to))
            .map(Standing::at)
            .filter(other -> grouping.siblingsOf(other).equals(shared))
            .distinct()
            .count());
  }
}
