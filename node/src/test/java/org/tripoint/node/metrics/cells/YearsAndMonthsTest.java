package org.tripoint.node.metrics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every range is covered once.
class YearsAndMonthsTest {

  private static final YearMonth START = YearMonth.of(2023, 1);

  @Test
  void addsUpToExactlyTheMonthsOfTheRange() {
    for (int from = 0; from < 24; from++) {
      for (int to = from; to < 60; to++) {
        YearMonth first = START.plusMonths(from);
        YearMonth last = START.plusMonths(to);
        YearsAndMonths parts = YearsAndMonths.of(first, last);
        int start = CellKey.monthNumber(START);
        int[] counted = new int[72];
        IntStream.rangeClosed(parts.firstYear(), parts.lastYear())
            .flatMap(year -> IntStream.range(year * 12, year * 12 + 12))
            .forEach(month -> counted[month - start]++);
        parts.more().forEach(month -> counted[month - start]++);
        parts.less().forEach(month -> counted[month - start]--);
        for (int month = 0; month < counted.length; month++) {
          assertThat(counted[month])
              .as("%s to %s, %s", first, last, START.plusMonths(month))
              .isEqualTo(month >= from && month <= to ? 1 : 0);
        }
        assertThat(parts.more().size() + parts.less().size()).isLessThanOrEqualTo(12);
      }
    }
  }

  @Test
  void readsAYearLessItsMissingMonthsWhereThatIsFewer() {
    YearsAndMonths parts = YearsAndMonths.of(YearMonth.of(2023, 2), YearMonth.of(2025, 3));
    assertThat(parts.firstYear()).isEqualTo(2023);
    assertThat(parts.lastYear()).isEqualTo(2024);
    assertThat(parts.less()).isEqualTo(List.of(2023 * 12));
    assertThat(parts.more()).isEqualTo(List.of(2025 * 12, 2025 * 12 + 1, 2025 * 12 + 2));
  }

  @Test
  void readsNoYearForAFewMonths() {
    YearsAndMonths parts = YearsAndMonths.of(YearMonth.of(2023, 9), YearMonth.of(2024, 2));
    assertThat(parts.firstYear()).isGreaterThan(parts.lastYear());
    assertThat(parts.more()).hasSize(6);
    assertThat(parts.less()).isEmpty();
  }
}
