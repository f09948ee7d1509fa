package org.tripoint.node.desks.laboratory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome.MEETS_MIN;
import static org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome.PARTIAL;
import static org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome.PRESUMPTIVE_ONLY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.desks.laboratory.protocol.DecideIdentification.Scheme;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Reason;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Remark;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;
import org.tripoint.vocabulary.SubstanceId;

/// What schemes of techniques establish under SWGDRUG 8.0.
class DecideIdentificationTest {

  private static final IdentificationStandards STANDARDS = new IdentificationStandards();
  private static final Registry REGISTRY = RegistryReader.readOwn();

  @Test
  void establishesNothingFromNothing() {
    assertThat(decide()).isEqualTo(new Answer(PRESUMPTIVE_ONLY, List.of(Reason.NOTHING_COUNTS)));
  }

  @Test
  void aColourTestAloneIsPresumptive() {
    assertThat(decide(one("COLOUR", 1), one("IMMUNOASSAY", 2)).outcome())
        .isEqualTo(PRESUMPTIVE_ONLY);
  }

  @Test
  void oneTechniqueOfCategoryAWantsAnother() {
    assertThat(decide(one("IR", 1), one("IR", 2)))
        .isEqualTo(new Answer(PARTIAL, List.of(Reason.ONE_MORE_PROPERTY)));
  }

  @Test
  void aTechniqueOfEachCategoryBesideAMeetsTheMinimum() {
    for (String other : List.of("RAMAN", "GC", "COLOUR")) {
      assertThat(decide(one("IR", 1), one(other, 2)))
          .isEqualTo(new Answer(MEETS_MIN, List.of(Reason.MET_WITH_A)));
    }
  }

  @Test
  void twoTechniquesOfOnePropertyCountOnce() {
    assertThat(decide(one("MS", 1), one("HRMS", 2)).reasons())
        .containsExactly(Reason.ONE_MORE_PROPERTY);
    assertThat(decide(one("LC", 1), one("HPLC", 2), one("COLOUR", 2)).outcome())
        .isEqualTo(PRESUMPTIVE_ONLY);
  }

  @Test
  void withoutCategoryAThreeAreNeededAndTwoOfThemOfB() {
    assertThat(decide(one("TLC", 1), one("GC", 2)))
        .isEqualTo(new Answer(PARTIAL, List.of(Reason.MORE_WITHOUT_A)));
    assertThat(decide(one("TLC", 1), one("COLOUR", 2), one("FLUORESCENCE", 2)))
        .isEqualTo(new Answer(PRESUMPTIVE_ONLY, List.of(Reason.MORE_WITHOUT_A)));
    assertThat(decide(one("TLC", 1), one("GC", 2), one("COLOUR", 2)))
        .isEqualTo(new Answer(MEETS_MIN, List.of(Reason.MET_WITHOUT_A)));
  }

  @Test
  void aHyphenatedTechniqueCountsTwiceOnlyWithBothOutputs() {
    assertThat(decide(hyphenated("GC-MS", 1), hyphenated("GC-MS", 2)))
        .isEqualTo(
            new Answer(PARTIAL, List.of(Reason.OUTPUTS_NOT_NAMED, Reason.ONE_MORE_PROPERTY)));
    assertThat(decide(hyphenated("GC-MS", 1, "GC", "MS"), hyphenated("GC-MS", 2, "GC", "MS")))
        .isEqualTo(new Answer(MEETS_MIN, List.of(Reason.MET_WITH_A)));
    assertThat(decide(hyphenated("GC-MS", 1, "MS"), hyphenated("GC-MS", 2, "MS")).outcome())
        .isEqualTo(PARTIAL);
    assertThat(decide(hyphenated("GC-MS", 1, "MS", "NMR"), one("IR", 2)).reasons())
        .containsExactly(Reason.UNKNOWN_OUTPUT, Reason.MET_WITH_A);
  }

  @Test
  void oneSamplingIsNotTwo() {
    assertThat(decide(one("IR", 1), one("GC", 1)))
        .isEqualTo(new Answer(PARTIAL, List.of(Reason.MET_WITH_A, Reason.SECOND_SAMPLING)));
    assertThat(decide(scheme("x", IsomersOf.NONE, false, one("IR", 1), one("GC", 1))))
        .isEqualTo(new Answer(MEETS_MIN, List.of(Reason.MET_WITH_A, Reason.ONE_SAMPLING_ALLOWED)));
  }

  @Test
  void whatCannotBeReviewedOrWasComparedWithNothingDoesNotCount() {
    var unseen = technique("IR", 1, TechniqueSense.POSITIVE, false, true, false);
    var alone = technique("IR", 1, TechniqueSense.POSITIVE, true, false, false);
    assertThat(decide(unseen, one("COLOUR", 2)))
        .isEqualTo(
            new Answer(
                PRESUMPTIVE_ONLY,
                List.of(Reason.NOT_REVIEWABLE, Reason.MORE_WITHOUT_A, Reason.SECOND_SAMPLING)));
    assertThat(decide(alone, one("COLOUR", 2)))
        .isEqualTo(
            new Answer(
                PRESUMPTIVE_ONLY,
                List.of(Reason.NO_REFERENCE, Reason.MORE_WITHOUT_A, Reason.SECOND_SAMPLING)));
  }

  @Test
  void aNegativeResultIdentifiesNothingAndSpeaksAgainst() {
    var negativeIr = technique("IR", 1, TechniqueSense.NEGATIVE, true, true, false);
    var negativeStrip = technique("STRIP", 1, TechniqueSense.NEGATIVE, false, false, false);
    var open = technique("NMR", 1, TechniqueSense.INCONCLUSIVE, true, true, false);
    assertThat(decide(negativeIr).outcome()).isEqualTo(PRESUMPTIVE_ONLY);
    assertThat(decide(negativeIr, one("MS", 1), one("GC", 2)))
        .isEqualTo(new Answer(PARTIAL, List.of(Reason.CONTRADICTED, Reason.MET_WITH_A)));
    assertThat(decide(negativeStrip, open, one("MS", 1), one("GC", 2)))
        .isEqualTo(
            new Answer(MEETS_MIN, List.of(Reason.NEGATIVE, Reason.NEGATIVE, Reason.MET_WITH_A)));
  }

  @Test
  void isomersThatNothingToldApartAreNotNamed() {
    SubstanceId para = structure("para-fluorofentanyl");
    IsomersOf isomers = FindIsomers.find(para, REGISTRY);
    assertThat(isomers.family()).isEqualTo("fluorofentanyl");
    AppliedTechnique[] both = {one("MS", 1), one("GC", 2)};
    assertThat(decide(scheme("p", isomers, true, both)))
        .isEqualTo(new Answer(PARTIAL, List.of(Reason.MET_WITH_A, Reason.ISOMERS)));
    var separating = technique("GC", 2, TechniqueSense.POSITIVE, true, true, true);
    assertThat(decide(scheme("p", isomers, true, one("MS", 1), separating)).outcome())
        .isEqualTo(MEETS_MIN);
    assertThat(
            DecideIdentification.decide(
                    STANDARDS.current(),
                    new Scheme("fluorofentanyl", true, IsomersOf.NONE, List.of(both), true))
                .outcome())
        .isEqualTo(MEETS_MIN);
  }

  @Test
  void aStereoisomerIsNamedWhereItWasToldApartOnly() {
    IsomersOf isomers = FindIsomers.find(structure("methamphetamine"), REGISTRY);
    assertThat(isomers.stereoisomers()).isNotEmpty();
    assertThat(decide(scheme("m", isomers, true, one("MS", 1), one("GC", 2))).reasons())
        .contains(Reason.STEREOISOMERS);
    assertThat(FindIsomers.find(structure("medetomidine"), REGISTRY)).isEqualTo(IsomersOf.NONE);
    assertThat(FindIsomers.find(structure("fentanyl"), REGISTRY)).isEqualTo(IsomersOf.NONE);
  }

  @Test
  void plantFormCountsForCannabisAlone() {
    AppliedTechnique[] plant = {one("MACROSCOPIC", 1), one("MICROSCOPIC", 2), one("COLOUR", 2)};
    assertThat(decide(scheme("Marihuana", IsomersOf.NONE, true, plant)).outcome())
        .isEqualTo(MEETS_MIN);
    assertThat(decide(scheme("fentanyl", IsomersOf.NONE, true, plant)).outcome())
        .isEqualTo(PRESUMPTIVE_ONLY);
  }

  @Test
  void saysWhichTechniquesItDoesNotKnow() {
    Verdict verdict =
        DecideIdentification.decide(
            STANDARDS.current(),
            scheme("x", IsomersOf.NONE, true, one("SNIFFING", 1), one("ir", 1), one("Gc", 2)));
    assertThat(verdict.outcome()).isEqualTo(MEETS_MIN);
    assertThat(verdict.remarks())
        .contains(new Remark(Reason.UNKNOWN_TECHNIQUE, List.of("SNIFFING")));
    assertThat(verdict.counted()).containsExactly("IR (A)", "GC (B)");
    assertThat(verdict.standard()).isEqualTo("SWGDRUG 8.0");
  }

  @Test
  void theVersionDecidesTheCategory() {
    IdentificationStandards other =
        IdentificationStandards.read(
            """
            standards:
              - standard: OWN
                version: "1"
                published: "2020-01-01"
                with-a: 2
                without-a: 3
                without-a-of-b: 2
                samplings: 1
                techniques:
                  UV: {category: A, property: light}
                  MP: {category: C, property: melting}
                hyphenated: {}
            """);
    Scheme scheme = scheme("x", IsomersOf.NONE, true, one("UV", 1), one("MP", 1));
    assertThat(DecideIdentification.decide(other.current(), scheme).outcome()).isEqualTo(MEETS_MIN);
    assertThat(DecideIdentification.decide(STANDARDS.current(), scheme).outcome())
        .isEqualTo(PRESUMPTIVE_ONLY);
  }

  /// Whatever the scheme: its order and repeated lines say nothing; one more positive technique
  /// never takes away; an identification rests on an A and another, or on two B and another.
  @Test
  void holdsForAnyScheme() {
    List<String> codes = new ArrayList<>(List.of("GC-MS", "LC-MS"));
    STANDARDS.current().techniques().forEach(technique -> codes.add(technique.code()));
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<AppliedTechnique> some = new ArrayList<>();
      int many = random.nextInt(6);
      for (int i = 0; i < many; i++) {
        some.add(any(codes, random));
      }
      Outcome outcome = outcome(some);
      List<AppliedTechnique> shuffled = new ArrayList<>(some);
      shuffled.addAll(some);
      Collections.shuffle(shuffled, random);
      assertThat(outcome(shuffled)).as("seed %d", seed).isEqualTo(outcome);
      List<AppliedTechnique> more = new ArrayList<>(some);
      more.add(one(codes.get(2 + random.nextInt(codes.size() - 2)), 1 + random.nextInt(2)));
      assertThat(outcome(more)).as("seed %d", seed).isLessThanOrEqualTo(outcome);
      if (outcome == MEETS_MIN) {
        assertThat(some.stream().map(AppliedTechnique::sampling).distinct().count())
            .as("seed %d", seed)
            .isEqualTo(2);
      }
    }
  }

  private static AppliedTechnique any(List<String> codes, Random random) {
    TechniqueSense[] senses = TechniqueSense.values();
    return technique(
        codes.get(random.nextInt(codes.size())),
        1 + random.nextInt(2),
        random.nextInt(4) > 0 ? TechniqueSense.POSITIVE : senses[random.nextInt(senses.length)],
        random.nextInt(5) > 0,
        random.nextInt(5) > 0,
        random.nextBoolean());
  }

  private static Outcome outcome(List<AppliedTechnique> techniques) {
    return DecideIdentification.decide(
            STANDARDS.current(), new Scheme("x", false, IsomersOf.NONE, techniques, true))
        .outcome();
  }

  private static SubstanceId structure(String id) {
    return new SubstanceId.Structure(REGISTRY.findById(id).orElseThrow().inchiKey());
  }

  record Answer(Outcome outcome, List<Reason> reasons) {}

  private static Answer decide(AppliedTechnique... techniques) {
    return decide(scheme("x", IsomersOf.NONE, true, techniques));
  }

  private static Answer decide(Scheme scheme) {
    Verdict verdict = DecideIdentification.decide(STANDARDS.current(), scheme);
    return new Answer(verdict.outcome(), verdict.remarks().stream().map(Remark::reason).toList());
  }

  private static Scheme scheme(
      String name, IsomersOf isomers, boolean second, AppliedTechnique... techniques) {
    return new Scheme(name, false, isomers, List.of(techniques), second);
  }

  private static AppliedTechnique one(String code, int sampling) {
    return technique(code, sampling, TechniqueSense.POSITIVE, true, true, false);
  }

  private static AppliedTechnique hyphenated(String code, int sampling, String... outputs) {
    return new AppliedTechnique(
        code, List.of(outputs), sampling, TechniqueSense.POSITIVE, true, true, "", false);
  }

  private static AppliedTechnique technique(
      String code,
      int sampling,
      TechniqueSense sense,
      boolean reviewable,
      boolean compared,
      boolean separating) {
    return new AppliedTechnique(
        code, List.of(), sampling, sense, reviewable, compared, "", separating);
  }
}
