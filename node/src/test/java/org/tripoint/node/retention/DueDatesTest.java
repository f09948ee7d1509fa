package org.tripoint.node.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.retention.Due.Action;
import org.tripoint.node.retention.RetentionRule.Certainty;
import org.tripoint.node.retention.RetentionRule.RetentionClock;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// When what is due: pure.
class DueDatesTest {

  private static final LocalDate RECEIVED = LocalDate.parse("2024-01-31");
  private static final Span YEAR = new Span(1, Span.Unit.YEARS);
  private static final Span MONTH = new Span(1, Span.Unit.MONTHS);

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 1, MONTHS, 2024-02-29",
    "2023-01-31, 1, MONTHS, 2023-02-28",
    "2024-08-31, 6, MONTHS, 2025-02-28",
    "2024-02-29, 1, YEARS, 2025-02-28",
    "2024-02-29, 4, YEARS, 2028-02-29",
    "2024-02-29, 5, YEARS, 2029-02-28",
    "2024-12-31, 60, MONTHS, 2029-12-31",
    "2024-02-28, 1, DAYS, 2024-02-29",
    "2023-12-31, 366, DAYS, 2024-12-31"
  })
  void monthsAndYearsEndOnTheSameDayOrOnTheLastOfTheMonth(
      LocalDate from, int amount, Span.Unit unit, LocalDate on) {
    assertThat(new Span(amount, unit).after(from)).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource({
    "0, DAYS",
    "-1, MONTHS",
    "101, YEARS",
    "2000, MONTHS",
    "40000, DAYS",
    "2147483647, YEARS"
  })
  void refusesWhatIsNoSpan(int amount, Span.Unit unit) {
    assertThatThrownBy(() -> new Span(amount, unit)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void refusesRulesThatAskForNothingOrForTooMuch() {
    assertThatThrownBy(() -> TestRetention.rule("a", "parcel", Part.OPEN, null, null))
        .hasMessageContaining("a time to review or to purge");
    assertThatThrownBy(() -> TestRetention.rule("a", "", Part.OPEN, YEAR, null))
        .hasMessageContaining("the kind");
    assertThatThrownBy(() -> TestRetention.rule("a", "parcel", Part.OPEN, YEAR, MONTH))
        .hasMessageContaining("a review on or before the purge");
    assertThatThrownBy(() -> TestRetention.rule("Not a name", "parcel", Part.OPEN, YEAR, null))
        .hasMessageContaining("a name");
  }

  @Test
  void noRuleAsksForNothing() {
    assertThat(dates().of(cohort("us-test", null))).isEmpty();
  }

  @Test
  void narrowestRuleForThePartHoldsWhateverIsSooner() {
    DueDates dates =
        dates(
            rule("broad", "", "", RetentionClock.RECEIVED, MONTH),
            rule("of-kind", "parcel", "", RetentionClock.RECEIVED, YEAR),
            rule(
                "of-source", "", "us-test", RetentionClock.RECEIVED, new Span(3, Span.Unit.YEARS)));
    assertThat(dates.of(cohort("us-test", null)))
        .containsExactly(
            new Due(Action.REVIEW, Part.NOMINAL, LocalDate.parse("2027-01-31"), "rule:of-source"));
    assertThat(dates.of(cohort("us-other", null)))
        .containsExactly(
            new Due(Action.REVIEW, Part.NOMINAL, LocalDate.parse("2025-01-31"), "rule:of-kind"));
  }

  @Test
  void ofEquallyNarrowRulesTheOneThatAsksSoonestHolds() {
    DueDates dates =
        dates(
            rule("late", "parcel", "", RetentionClock.RECEIVED, YEAR),
            rule("soon", "parcel", "", RetentionClock.RECEIVED, MONTH));
    assertThat(dates.of(cohort("us-test", null))).extracting(Due::why).containsExactly("rule:soon");
  }

  @Test
  void countsFromTheClockThatTheRuleNames() {
    for (RetentionClock clock : RetentionClock.values()) {
      LocalDate expected =
          switch (clock) {
            case RECEIVED -> LocalDate.parse("2024-02-29");
            case PUBLISHED -> LocalDate.parse("2024-02-15");
            case OWN_DATE -> LocalDate.parse("2023-06-30");
          };
      assertThat(
              dates(rule("r", "parcel", "", clock, MONTH))
                  .of(cohort("us-test", LocalDate.parse("2023-05-30")))
                  .getFirst()
                  .on())
          .isEqualTo(expected);
    }
    assertThat(
            dates(rule("r", "parcel", "", RetentionClock.OWN_DATE, MONTH))
                .of(cohort("us-test", null))
                .getFirst()
                .on())
        .as("its publication where it tells of no day")
        .isEqualTo("2024-02-15");
  }

  @Test
  void ruleForAPartLeavesRecordsWithoutItAlone() {
    Cohort open =
        new Cohort("parcel", "us-test", Set.of(Part.OPEN), RECEIVED, RECEIVED, null, null, null);
    assertThat(dates(rule("r", "parcel", "", RetentionClock.RECEIVED, MONTH)).of(open)).isEmpty();
  }

  @Test
  void markingAsksForAReviewOnItsDayAndOnTheDayAfterItExpires() {
    LocalDate expires = LocalDate.parse("2024-02-29");
    Cohort marked =
        new Cohort("parcel", "us", Set.of(Part.OPEN), RECEIVED, RECEIVED, null, expires, null);
    assertThat(dates().of(marked))
        .containsExactly(
            new Due(Action.REVIEW, Part.OPEN, LocalDate.parse("2024-03-01"), "marking"));
    Cohort both =
        new Cohort(
            "parcel",
            "us",
            Set.of(Part.OPEN),
            RECEIVED,
            RECEIVED,
            null,
            expires,
            expires.minusDays(9));
    assertThat(dates().of(both)).extracting(Due::on).containsExactly(expires.minusDays(9));
  }

  @Test
  void whatAPartnerGaveIsDueUnderTheShortestBasisOrARuleWhicheverIsSooner() {
    PartnerAgreement canada =
        new PartnerAgreement(
            "ca",
            "An authority",
            Country.CANADA,
            List.of(
                basis("long", Country.CANADA, 365),
                basis("short", Country.CANADA, 30),
                basis("out", Country.UNITED_STATES, 1)),
            List.of());
    RetentionRule week =
        new RetentionRule(
            "week",
            "parcel",
            Part.OPEN,
            "",
            Country.CANADA,
            RetentionClock.RECEIVED,
            null,
            new Span(7, Span.Unit.DAYS),
            false,
            "x",
            Certainty.SURE,
            "x",
            "",
            Instant.EPOCH);
    Cohort given = cohort("partner:ca/ca-test", null);
    assertThat(new DueDates(List.of(), List.of(canada), Country.UNITED_STATES).of(given))
        .containsExactly(new Due(Action.PURGE, Part.OPEN, RECEIVED.plusDays(30), "basis:ca/short"));
    DueDates both = new DueDates(List.of(week), List.of(canada), Country.UNITED_STATES);
    assertThat(both.of(given))
        .containsExactly(new Due(Action.PURGE, Part.OPEN, RECEIVED.plusDays(7), "rule:week"));
    assertThat(both.of(cohort("us-test", null))).as("no record of Canada").isEmpty();
  }

  private static DueDates dates(RetentionRule... rules) {
    return new DueDates(List.of(rules), List.of(), Country.UNITED_STATES);
  }

  private static Cohort cohort(String source, @Nullable LocalDate own) {
    return new Cohort(
        "parcel",
        source,
        Set.of(Part.OPEN, Part.NOMINAL),
        RECEIVED,
        LocalDate.parse("2024-01-15"),
        own,
        null,
        null);
  }

  private static RetentionRule rule(
      String name, String kind, String source, RetentionClock clock, Span review) {
    return new RetentionRule(
        name,
        kind,
        Part.NOMINAL,
        source,
        null,
        clock,
        review,
        null,
        false,
        "an act",
        Certainty.LIKELY,
        "a test",
        "",
        Instant.EPOCH);
  }

  private static SharingBasis basis(String id, Country from, int days) {
    return new SharingBasis(
        id,
        "Agreement",
        from,
        from.equals(Country.CANADA) ? Country.UNITED_STATES : Country.CANADA,
        Set.of("parcel"),
        Set.of(Part.OPEN),
        Set.of(Purpose.LAW_ENFORCEMENT),
        SharingBasis.Onward.NEVER,
        SharingBasis.Assurance.NOT_ASKED,
        LocalDate.parse("2020-01-01"),
        null,
        days);
  }
}
