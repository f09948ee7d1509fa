package org.tripoint.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

  @ParameterizedTest
  @CsvSource({
    "us-fiscal,     2018-10-15, FY2019,    2018-10-01, 2019-09-30",
    "us-fiscal,     2019-09-30, FY2019,    2018-10-01, 2019-09-30",
    "ca-fiscal,     2024-03-31, 2023-24,   2023-04-01, 2024-03-31",
    "ca-fiscal,     1999-04-01, 1999-00,   1999-04-01, 2000-03-31",
    "calendar-year, 2024-02-29, 2024,      2024-01-01, 2024-12-31",
    "monthly,       2024-02-29, 2024-02,   2024-02-01, 2024-02-29",
    "mx-sexenio,    2012-12-01, 2012–2018, 2012-12-01, 2018-11-30",
    "mx-sexenio,    2018-12-01, 2018–2024, 2018-12-01, 2024-09-30",
    "mx-sexenio,    2024-09-30, 2018–2024, 2018-12-01, 2024-09-30",
    "mx-sexenio,    2024-10-01, 2024–2030, 2024-10-01, 2030-09-30",
    "mx-sexenio,    2031-01-01, 2030–2036, 2030-10-01, 2036-09-30",
    "rolling-12-06, 2022-06-30, 12 months ending 2022-06, 2021-07-01, 2022-06-30",
    "rolling-12-06, 2022-07-01, 12 months ending 2023-06, 2022-07-01, 2023-06-30",
  })
  void namesThePeriodThatHoldsADay(
      String calendar, LocalDate day, String label, LocalDate first, LocalDate last) {
    Period period = Calendar.parse(calendar).periodOf(day);

    assertThat(period).isEqualTo(new Period(Calendar.parse(calendar), label, first, last));
  }

  @Test
  void readsFiscal2019OctoberAsOctober2018() {
    assertThat(Calendar.US_FISCAL.monthOf(2019, Month.OCTOBER)).isEqualTo(YearMonth.of(2018, 10));
    assertThat(Calendar.US_FISCAL.monthOf(2019, Month.SEPTEMBER)).isEqualTo(YearMonth.of(2019, 9));
    assertThat(Calendar.CANADA_FISCAL.monthOf(2023, Month.MARCH)).isEqualTo(YearMonth.of(2024, 3));
  }

  @Test
  void everyMonthOfAFiscalYearLiesInItsPeriod() {
    for (int year = 2000; year < 2040; year++) {
      for (Month month : Month.values()) {
        YearMonth real = Calendar.US_FISCAL.monthOf(year, month);
        assertThat(Calendar.periodOf(Calendar.US_FISCAL, real).label()).isEqualTo("FY" + year);
      }
    }
  }

  @Test
  void everyDayLiesInsideItsPeriodAndNeighboursDoNotOverlap() {
    List<Calendar> calendars =
        List.of(
            Calendar.US_FISCAL,
            Calendar.CANADA_FISCAL,
            Calendar.CALENDAR_YEAR,
            Calendar.MONTHLY,
            Calendar.SEXENIO,
            Calendar.rolling12(Month.FEBRUARY));
    for (Calendar calendar : calendars) {
      LocalDate day = LocalDate.of(1990, 1, 1);
      while (day.getYear() < 2045) {
        Period period = calendar.periodOf(day);
        assertThat(period.contains(day)).as("%s %s", calendar.id(), day).isTrue();
        Period next = calendar.periodOf(period.last().plusDays(1));
        assertThat(next.first()).isEqualTo(period.last().plusDays(1));
        day = day.plusDays(13);
      }
    }
  }

  @Test
  void twelveMonthsEndingJune2022BeginInJuly2021() {
    Period period = Calendar.Rolling12.ending(YearMonth.of(2022, 6));

    assertThat(period.first()).isEqualTo("2021-07-01");
    assertThat(period.last()).isEqualTo("2022-06-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fiscal", "rolling-12-13", "rolling-12-00", "rolling-12-6"})
  void refusesACalendarItDoesNotKnow(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calendar.parse(id))
        .withMessageContaining("expected a calendar");
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Period(Calendar.MONTHLY, "x", day, day.minusDays(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Period(Calendar.MONTHLY, " ", day, day));
  }

  /// Ids and labels stand in records: a machine that writes its own digits must not change them.
  @Test
  void writesIdsAndLabelsInTheSameDigitsOnEveryMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Calendar.parse("rolling-12-06").id()).isEqualTo("rolling-12-06");
      assertThat(Calendar.parse("ca-fiscal").periodOf(LocalDate.of(2024, 5, 1)).label())
          .isEqualTo("2024-25");
    } finally {
      Locale.setDefault(before);
    }
  }
}
