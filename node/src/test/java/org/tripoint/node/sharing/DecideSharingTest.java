package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.sharing.Received.Leave;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.node.sharing.SharingDecision.Refused;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

class DecideSharingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
  private static final Transfer TO_RCMP =
      new Transfer(
          Country.UNITED_STATES,
          new Recipient(Country.CANADA, Set.of("RCMP")),
          Purpose.LAW_ENFORCEMENT);
  private static final SharingBasis TREATY =
      basis(Set.of(Part.OPEN, Part.NOMINAL), Purpose.LAW_ENFORCEMENT, Onward.NEVER);
  private static final Marking FOR_CANADA =
      marking(Tlp.AMBER, Set.of(Country.CANADA), Set.of(), false, null);

  @Test
  void givesNothingWithoutABasis() {
    assertThat(DecideSharing.decide(own(FOR_CANADA), TO_RCMP, Optional.empty(), DAY))
        .isEqualTo(new Refused(Reason.NO_BASIS));
  }

  @Test
  void givesThePartsThatTheBasisAndThePurposeLetTravel() {
    Set<Part> all = EnumSet.allOf(Part.class);
    assertThat(decide(Candidate.own("seizure", FOR_CANADA, all)))
        .isEqualTo(new Allowed(new Variant(Set.of(Part.OPEN, Part.NOMINAL), Naming.SOURCE_NAMED)));
    SharingBasis health = basis(EnumSet.allOf(Part.class), Purpose.PUBLIC_HEALTH, Onward.NEVER);
    Transfer toHealth =
        new Transfer(
            Country.UNITED_STATES,
            new Recipient(Country.CANADA, Set.of("PHAC")),
            Purpose.PUBLIC_HEALTH);
    assertThat(
            DecideSharing.decide(
                Candidate.own("seizure", Marking.published(), all),
                toHealth,
                Optional.of(health),
                DAY))
        .as("names do not go to public health")
        .isEqualTo(new Allowed(new Variant(Set.of(Part.OPEN, Part.HEALTH), Naming.SOURCE_NAMED)));
  }

  @Test
  void staysAtHomeWhenNobodyMarkedIt() {
    assertThat(decide(own(Marking.originatorOnly(Purpose.LAW_ENFORCEMENT))))
        .isEqualTo(new Refused(Reason.FOR_ITS_ORIGINATOR_ONLY));
  }

  @Test
  void goesOnlyToCountriesAndAgenciesThatAreNamed() {
    assertThat(decide(own(marking(Tlp.CLEAR, Set.of(), Set.of(), false, null))))
        .isEqualTo(new Refused(Reason.COUNTRY_NOT_NAMED));
    assertThat(decide(own(marking(Tlp.GREEN, Set.of(Country.MEXICO), Set.of(), false, null))))
        .isEqualTo(new Refused(Reason.COUNTRY_NOT_NAMED));
    assertThat(decide(own(marking(Tlp.GREEN, Set.of(Country.CANADA), Set.of("CBSA"), false, null))))
        .isEqualTo(new Refused(Reason.AGENCY_NOT_NAMED));
    assertThat(
            decide(own(marking(Tlp.AMBER_STRICT, Set.of(Country.CANADA), Set.of(), false, null))))
        .isEqualTo(new Refused(Reason.NO_AGENCY_NAMED));
    assertThat(
            decide(
                own(
                    marking(
                        Tlp.AMBER_STRICT, Set.of(Country.CANADA), Set.of("RCMP"), false, null))))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void goesOnItsLastDayAndNotAfter() {
    assertThat(decide(own(marking(Tlp.AMBER, Set.of(Country.CANADA), Set.of(), false, DAY))))
        .isInstanceOf(Allowed.class);
    assertThat(
            decide(
                own(marking(Tlp.AMBER, Set.of(Country.CANADA), Set.of(), false, DAY.minusDays(1)))))
        .isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void givesNothingOfWhatHoldsNothing() {
    assertThat(decide(Candidate.own("seizure", FOR_CANADA, Set.of())))
        .isEqualTo(new Refused(Reason.NOTHING_HELD));
    assertThat(decide(Candidate.own("seizure", FOR_CANADA, Set.of(Part.NOMINAL))))
        .isEqualTo(new Refused(Reason.NOTHING_HELD));
  }

  @Test
  void leavesAProtectedSourceOut() {
    Marking marking =
        new Marking(
            Tlp.AMBER,
            Set.of(Country.CANADA),
            Set.of(),
            false,
            Permission.NEVER,
            Permission.ASK,
            Purpose.LAW_ENFORCEMENT,
            null,
            null,
            true,
            SourceGrade.A_RELIABLE,
            InformationGrade.G1_CONFIRMED,
            true);
    assertThat(decide(own(marking)))
        .isEqualTo(new Allowed(new Variant(Set.of(Part.OPEN), Naming.SOURCE_PROTECTED)));
  }

  @Test
  void passesOnWhatCameFromAPartnerOnlyWithItsWord() {
    Marking open =
        marking(Tlp.GREEN, Set.of(Country.CANADA, Country.UNITED_STATES), Set.of(), false, null);
    Marking controlled = marking(Tlp.GREEN, Set.of(Country.CANADA), Set.of(), true, null);
    assertThat(decide(fromMexico(open, Onward.ALLOWED))).isInstanceOf(Allowed.class);
    assertThat(decide(fromMexico(controlled, Onward.ALLOWED)))
        .isEqualTo(new Refused(Reason.ORIGINATOR_MUST_BE_ASKED));
    assertThat(decide(fromMexico(open, Onward.ASK)))
        .isEqualTo(new Refused(Reason.ORIGINATOR_MUST_BE_ASKED));
    assertThat(decide(fromMexico(open, Onward.NEVER)))
        .isEqualTo(new Refused(Reason.NOT_TO_BE_PASSED_ON));
    assertThat(decide(fromMexico(FOR_CANADA, Onward.ALLOWED)))
        .as("amber stays with whom it was given to, unless its originator says otherwise")
        .isEqualTo(new Refused(Reason.ORIGINATOR_MUST_BE_ASKED));
    assertThat(decide(new Candidate("seizure", open, Set.of(Part.OPEN), Country.MEXICO, null)))
        .as("on no known basis")
        .isEqualTo(new Refused(Reason.NOT_TO_BE_PASSED_ON));
    assertThat(decide(new Candidate("seizure", open, Set.of(Part.OPEN), Country.CANADA, null)))
        .isEqualTo(new Refused(Reason.BACK_TO_ITS_ORIGINATOR));
  }

  @Test
  void passesOnWhatItsOriginatorAllowedByName() {
    Marking forUs =
        marking(Tlp.AMBER_STRICT, Set.of(Country.UNITED_STATES), Set.of("HSI"), true, null);
    Set<Part> held = Set.of(Part.OPEN, Part.NOMINAL);
    Leave open = leave("RCMP", Set.of(Part.OPEN), DAY);
    assertThat(decide(asked(forUs, held, Onward.ASK, open)))
        .as("no more than it was allowed")
        .isEqualTo(new Allowed(new Variant(Set.of(Part.OPEN), Naming.SOURCE_NAMED)));
    assertThat(decide(asked(forUs, held, Onward.ASK, leave("RCMP", held, DAY))))
        .isEqualTo(new Allowed(new Variant(held, Naming.SOURCE_NAMED)));
    assertThat(decide(asked(forUs, held, Onward.ASK)))
        .isEqualTo(new Refused(Reason.COUNTRY_NOT_NAMED));
    assertThat(decide(asked(forUs, held, Onward.ASK, leave("CBSA", held, DAY))))
        .as("somebody else may have it")
        .isInstanceOf(Refused.class);
    assertThat(decide(asked(forUs, held, Onward.ASK, leave("RCMP", held, DAY.minusDays(1)))))
        .as("not after its last day")
        .isInstanceOf(Refused.class);
    assertThat(decide(asked(forUs, held, Onward.NEVER, open)))
        .as("against what the basis forbids no word helps")
        .isEqualTo(new Refused(Reason.NOT_TO_BE_PASSED_ON));
    Marking over = marking(Tlp.GREEN, Set.of(), Set.of(), true, DAY.minusDays(1));
    assertThat(decide(asked(over, held, Onward.ASK, open))).isEqualTo(new Refused(Reason.EXPIRED));
  }

  private static Leave leave(String agency, Set<Part> parts, LocalDate until) {
    return new Leave(Country.CANADA, Set.of(agency), Purpose.LAW_ENFORCEMENT, parts, until);
  }

  private static Candidate asked(Marking marking, Set<Part> held, Onward onward, Leave... leaves) {
    return new Candidate(
        "seizure",
        marking,
        held,
        Country.MEXICO,
        new Received(
            List.of(new Received.Way(onward, Purpose.LAW_ENFORCEMENT)),
            Country.MEXICO,
            false,
            List.of(leaves)));
  }

  @Test
  void refusesABasisThatGivesHealthToEnforcement() {
    assertThatThrownBy(
            () -> basis(EnumSet.allOf(Part.class), Purpose.LAW_ENFORCEMENT, Onward.NEVER))
        .hasMessageContaining("health to law enforcement");
  }

  @Test
  void namesAReasonOfItsOwnForEveryRefusalThatCanBeDrawn() {
    Set<Reason> met = new HashSet<>();
    RandomGenerator random = Seeds.random(1);
    for (int i = 0; i < 200_000; i++) {
      if (SharingCase.draw(random).decide() instanceof Refused(var reason)) {
        met.add(reason);
      }
    }
    assertThat(met).isEqualTo(EnumSet.allOf(Reason.class));
  }

  /// 1,008 cases over the fixed seeds and the fresh one.
  @ParameterizedTest
  @SeedSource
  void decidesAsAStrangersEngineDoes(long seed) {
    CedarOracle oracle = new CedarOracle();
    RandomGenerator random = Seeds.random(seed);
    for (int i = 0; i < 112; i++) {
      SharingCase question = SharingCase.draw(random);
      Set<Part> ours =
          switch (question.decide()) {
            case Allowed(var variant) -> variant.parts();
            case Refused refused -> Set.of();
          };
      assertThat(ours).as("%s", question).isEqualTo(oracle.parts(question));
    }
  }

  @ParameterizedTest
  @SeedSource
  void neverGivesMoreUnderANarrowerMarking(long seed) {
    RandomGenerator random = Seeds.random(seed);
    for (int i = 0; i < 20_000; i++) {
      SharingCase question = SharingCase.draw(random);
      Set<Part> wide = partsOf(question.decide());
      for (Marking narrower : narrowed(question.candidate().marking())) {
        assertThat(wide).containsAll(partsOf(question.with(narrower).decide()));
      }
    }
  }

  /// Each marking takes one liberty away.
  private static List<Marking> narrowed(Marking m) {
    Set<Country> fewer = new HashSet<>(m.releasableToCountries());
    fewer.remove(Country.CANADA);
    return List.of(
        copy(m, m.tlp(), fewer, m.originatorControl(), m.expires()),
        copy(m, m.tlp(), m.releasableToCountries(), true, m.expires()),
        copy(
            m, m.tlp(), m.releasableToCountries(), m.originatorControl(), LocalDate.of(2000, 1, 1)),
        copy(m, Tlp.RED, Set.of(), m.originatorControl(), m.expires()));
  }

  private static Marking copy(
      Marking m, Tlp tlp, Set<Country> countries, boolean control, LocalDate expires) {
    return new Marking(
        tlp,
        countries,
        m.releasableToAgencies(),
        control,
        m.courtUse(),
        m.derivativeUse(),
        m.purpose(),
        expires,
        null,
        m.protectedSource(),
        m.sourceGrade(),
        m.informationGrade(),
        m.verifyBeforeAction());
  }

  private static Set<Part> partsOf(SharingDecision decision) {
    return decision instanceof Allowed(var variant) ? variant.parts() : Set.of();
  }

  private static SharingDecision decide(Candidate candidate) {
    return DecideSharing.decide(candidate, TO_RCMP, Optional.of(TREATY), DAY);
  }

  private static Candidate own(Marking marking) {
    return Candidate.own("seizure", marking, Set.of(Part.OPEN));
  }

  private static Candidate fromMexico(Marking marking, Onward onward) {
    Received received =
        new Received(
            List.of(new Received.Way(onward, Purpose.LAW_ENFORCEMENT)),
            Country.MEXICO,
            false,
            List.of());
    return new Candidate("seizure", marking, Set.of(Part.OPEN), Country.MEXICO, received);
  }

  private static SharingBasis basis(Set<Part> parts, Purpose purpose, Onward onward) {
    return new SharingBasis(
        "us-ca",
        "An agreement",
        Country.UNITED_STATES,
        Country.CANADA,
        Set.of("seizure"),
        parts,
        Set.of(purpose),
        onward,
        Assurance.ON_FILE,
        DAY.minusYears(1),
        DAY.plusYears(1),
        365);
  }

  private static Marking marking(
      Tlp tlp, Set<Country> countries, Set<String> agencies, boolean control, LocalDate expires) {
    return new Marking(
        tlp,
        countries,
        agencies,
        control,
        Permission.ASK,
        Permission.ALLOWED,
        Purpose.LAW_ENFORCEMENT,
        expires,
        null,
        false,
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G2_PROBABLY_TRUE,
        false);
  }
}
