package org.tripoint.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;

class IsoWeekTest {

  @Test
  void beginsOnMondays() {
    assertThatThrownBy(() -> new IsoWeek(LocalDate.of(2023, 10, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a Monday");
    assertThat(IsoWeek.of(LocalDate.of(2023, 11, 5)).monday())
        .isEqualTo(LocalDate.of(2023, 10, 30));
  }

  @Test
  void belongsToTheMonthOfItsThursday() {
    assertThat(IsoWeek.of(LocalDate.of(2023, 10, 31)).month()).isEqualTo(YearMonth.of(2023, 11));
    assertThat(IsoWeek.of(LocalDate.of(2019, 11, 1)).month()).isEqualTo(YearMonth.of(2019, 10));
    assertThat(IsoWeek.of(LocalDate.of(2021, 1, 3)).month()).isEqualTo(YearMonth.of(2020, 12));
  }

  @Test
  void liesInTheIsoYearOfItsMonthAndInNoTwoMonths() {
    YearMonth before = YearMonth.of(1999, 12);
    for (LocalDate monday = LocalDate.of(2000, 1, 3);
        monday.getYear() < 2040;
        monday = monday.plusWeeks(1)) {
      IsoWeek week = new IsoWeek(monday);
      assertThat(week.month().getYear()).isEqualTo(monday.get(IsoFields.WEEK_BASED_YEAR));
      assertThat(week.month()).isAfterOrEqualTo(before);
      long inside =
          monday
              .datesUntil(week.last().plusDays(1))
              .filter(day -> YearMonth.from(day).equals(week.month()))
              .count();
      assertThat(inside).isGreaterThanOrEqualTo(4);
      before = week.month();
    }
  }
}
