package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Tlp;

class NarrowingTest {

  private static final Set<String> KNOWN = Set.of("RCMP", "CBSA", "FGR");

  /// Whatever is taken away from whatever marking: who could not have it still cannot, who can has
  /// no more parts, sees no more of the source, and every caveat is at least as strict.
  @ParameterizedTest
  @SeedSource
  void neverWidens(long seed) {
    RandomGenerator random = Seeds.random(seed);
    int kept = 0;
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      SharingCase before = SharingCase.draw(random);
      Marking marking = before.candidate().marking();
      Marking left = draw(random).of(marking, KNOWN);
      assertAsStrict(marking, left);
      SharingDecision then = before.decide();
      SharingDecision now = before.with(left).decide();
      if (then instanceof Allowed had) {
        if (now instanceof Allowed has) {
          kept++;
          assertThat(had.variant().parts()).containsAll(has.variant().parts());
          assertThat(has.variant().naming()).isGreaterThanOrEqualTo(had.variant().naming());
        } else {
          taken++;
        }
      } else {
        assertThat(now).as("%s after %s", left, marking).isNotInstanceOf(Allowed.class);
      }
    }
    assertThat(kept).isPositive();
    assertThat(taken).isPositive();
  }

  /// What was taken away once is not there to be taken away again, whatever was taken in between
  /// and whoever is known: so a version under what is left is told from one that goes beyond it.
  @ParameterizedTest
  @SeedSource
  void whatIsLeftIsLeftAlone(long seed) {
    RandomGenerator random = Seeds.random(seed);
    for (int i = 0; i < 20_000; i++) {
      Marking marking = SharingCase.draw(random).candidate().marking();
      Narrowing first = draw(random);
      Narrowing second = draw(random);
      Marking left = second.of(first.of(marking, KNOWN), KNOWN);
      assertThat(second.of(first.of(left, Set.of()), Set.of()))
          .as("%s, then %s, from %s", first, second, marking)
          .isEqualTo(left);
      assertThat(Narrowing.ALL.of(left, KNOWN).releasableToCountries()).isEmpty();
    }
  }

  private static void assertAsStrict(Marking marking, Marking left) {
    assertThat(left.tlp()).isLessThanOrEqualTo(marking.tlp());
    assertThat(marking.releasableToCountries()).containsAll(left.releasableToCountries());
    assertThat(left.courtUse()).isGreaterThanOrEqualTo(marking.courtUse());
    assertThat(left.derivativeUse()).isGreaterThanOrEqualTo(marking.derivativeUse());
    assertThat(left.originatorControl() || !marking.originatorControl()).isTrue();
    assertThat(left.protectedSource() || !marking.protectedSource()).isTrue();
    assertThat(left.verifyBeforeAction() || !marking.verifyBeforeAction()).isTrue();
    LocalDate expires = marking.expires();
    if (expires != null) {
      assertThat(left.expires()).isNotNull().isBeforeOrEqualTo(expires);
    }
  }

  @Test
  void lastAgencyTakenAwayLeavesNobodyAndNotEverybody() {
    Marking forOne = narrowed(Marking.published(), Set.of(), Set.of("CBSA", "FGR"));
    assertThat(forOne.releasableToAgencies()).containsExactly("RCMP");
    Marking forNone = narrowed(forOne, Set.of(), Set.of("RCMP"));
    assertThat(forNone.releasableToAgencies()).isEmpty();
    assertThat(forNone.releasableToCountries()).isEmpty();
  }

  @Test
  void countryTakenAwayLeavesTheOthers() {
    Marking left = narrowed(Marking.published(), Set.of(Country.CANADA), Set.of());
    assertThat(left).isEqualTo(Marking.published().withoutCountry(Country.CANADA));
  }

  @Test
  void reviewStandsNotAfterTheLastDay() {
    LocalDate end = LocalDate.parse("2026-04-01");
    Marking marked = reviewedOn(LocalDate.parse("2026-09-01"));
    Marking left =
        new Narrowing(Set.of(), Set.of(), null, false, null, null, null, end, false, false)
            .of(marked, KNOWN);
    assertThat(left.expires()).isEqualTo(end);
    assertThat(left.reviewOn()).isEqualTo(end);
  }

  private static Marking reviewedOn(LocalDate day) {
    Marking open = Marking.published();
    return new Marking(
        open.tlp(),
        open.releasableToCountries(),
        open.releasableToAgencies(),
        false,
        Permission.ALLOWED,
        Permission.ALLOWED,
        open.purpose(),
        null,
        day,
        false,
        open.sourceGrade(),
        open.informationGrade(),
        false);
  }

  private static Marking narrowed(Marking marking, Set<Country> countries, Set<String> agencies) {
    return new Narrowing(countries, agencies, null, false, null, null, null, null, false, false)
        .of(marking, KNOWN);
  }

  /// Takes what another random marking says: wider or narrower, as it falls.
  private static Narrowing draw(RandomGenerator random) {
    Marking other = SharingCase.draw(random).candidate().marking();
    Tlp tlp = random.nextInt(3) == 0 ? other.tlp() : null;
    return new Narrowing(
        random.nextInt(3) == 0 ? other.releasableToCountries() : Set.of(),
        random.nextInt(3) == 0 ? other.releasableToAgencies() : Set.of(),
        tlp,
        other.originatorControl(),
        random.nextBoolean() ? other.courtUse() : null,
        random.nextBoolean() ? other.derivativeUse() : null,
        random.nextInt(3) == 0 ? other.purpose() : null,
        random.nextInt(3) == 0 ? other.expires() : null,
        other.protectedSource(),
        other.verifyBeforeAction());
  }
}
