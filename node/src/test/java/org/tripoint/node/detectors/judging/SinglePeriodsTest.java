package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;

/// What stands behind sums over twelve months that are published every month.
class SinglePeriodsTest {

  private static final LocalDate START = LocalDate.of(2015, 1, 1);

  /// Months of which each figure sums up some.
  private record Months(int periodsEach) implements Watch {
    @Override
    public String name() {
      return "months";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public Step step() {
      return Step.MONTH;
    }

    @Override
    public List<String> dimensions() {
      return List.of(COUNTRY, "indicator");
    }

    @Override
    public boolean absentIsZero() {
      return false;
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  /// Sums of twelve months out of so many that repeat every year, and forty more in the last month.
  private static NavigableMap<LocalDate, Tally> sums(int months, int... year) {
    NavigableMap<LocalDate, Tally> sums = new TreeMap<>();
    for (int month = 0; month < months; month++) {
      int sum = month == months - 1 ? 40 : 0;
      for (int back = 0; back < 12; back++) {
        sum += year[(month + 12 - back) % year.length];
      }
      sums.put(START.plusMonths(month), new Tally(sum, sum));
    }
    return sums;
  }

  private static NavigableMap<LocalDate, Tally> single(NavigableMap<LocalDate, Tally> sums) {
    return new SinglePeriods(new Months(12)).of(sums);
  }

  @Test
  void figuresOfOnePeriodStayAsTheyAre() {
    NavigableMap<LocalDate, Tally> counts = sums(30, 10);
    assertThat(new SinglePeriods(new Months(1)).of(counts)).isEqualTo(counts);
    assertThat(single(new TreeMap<>())).isEmpty();
  }

  @Test
  void aRiseShowsInFullInItsOwnMonth() {
    NavigableMap<LocalDate, Tally> single = single(sums(60, 10));
    assertThat(single).hasSize(60);
    assertThat(single.remove(START.plusMonths(59)).reports()).isEqualTo(50);
    assertThat(single.values()).allMatch(one -> one.reports() == 10);
  }

  /// The sums of a year do not move with the season, so that none is seen.
  @Test
  void aSeasonIsNotInventedAndARiseIsStillSeen() {
    NavigableMap<LocalDate, Tally> single = single(sums(60, 5, 8, 12, 15, 12, 8));
    assertThat(single.remove(START.plusMonths(59)).reports()).isEqualTo(50);
    assertThat(single.values()).allMatch(one -> one.reports() == 10);
  }

  @Test
  void aSumThatWasNotPublishedHidesItsMonthTheNextAndThoseAYearLater() {
    NavigableMap<LocalDate, Tally> sums = sums(40, 10);
    sums.remove(START.plusMonths(20));
    NavigableMap<LocalDate, Tally> single = single(sums);
    assertThat(single)
        .hasSize(36)
        .doesNotContainKeys(
            START.plusMonths(20), START.plusMonths(21), START.plusMonths(32), START.plusMonths(33));
  }

  @Test
  void aSumThatFallsBelowWhatGoesOutIsNoNegativeCount() {
    NavigableMap<LocalDate, Tally> sums = sums(20, 10);
    sums.put(START.plusMonths(19), new Tally(3, 3));
    assertThat(single(sums)).containsEntry(START.plusMonths(19), new Tally(0, 1));
  }
}
