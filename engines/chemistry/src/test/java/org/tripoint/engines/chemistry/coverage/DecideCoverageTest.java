package org.tripoint.engines.chemistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.OtherSpellings;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;

class DecideCoverageTest {

  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final Map<Jurisdiction, RuleSet> RULES =
      Stream.of(Jurisdiction.values())
          .collect(Collectors.toMap(one -> one, new RuleSetReader(REGISTRY)::readOwn));

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();

  @Test
  void refusesARuleFileWithAMistakeAndSaysWhere() {
    RuleSetReader rules = new RuleSetReader(REGISTRY);
    assertThatThrownBy(
            () -> rules.read(Jurisdiction.US, stream("h\nno-such|I|||||sure|x\n"), stream("{}")))
        .hasMessageContaining("listings, line 2: no substance 'no-such'");
    assertThatThrownBy(() ->
            rules.read(
                Jurisdiction.US,
                stream("h\n"),
                stream("classes: [{id: made, entry: x, date-kind: effective}]")))
        .hasMessageContaining("rule made: expected a value for certainty");
  }

  @Test
  void onlyAStatementAsOfADayCanSayNotControlled() {
    RuleSetReader rules = new RuleSetReader(REGISTRY);
    String line = "xylazine|none of the schedules||%s||%s|sure|x";
    for (String wrong :
        List.of(line.formatted("2026-06-05", "effective"), line.formatted("", "as-of"))) {
      assertThatThrownBy(
              () -> rules.read(Jurisdiction.CA, stream("h\n" + wrong + "\n"), stream("{}")))
          .hasMessageContaining("expected a day as of which nothing controls it");
    }
    Structure xylazine = structure("xylazine");
    for (RuleSet one : RULES.values()) {
      Coverage before = decide.decide(one, xylazine, LocalDate.parse("2024-01-01"));
      assertThat(before.grounds()).noneMatch(Ground.NotControlled.class::isInstance);
    }
    Coverage later = decide.decide(RULES.get(Jurisdiction.US), xylazine, DAY);
    assertThat(later.verdict()).isEqualTo(Verdict.OUT);
    assertThat(later.grounds().getFirst()).isInstanceOf(Ground.NotControlled.class);
    assertThat(later.grounds()).anyMatch(Ground.Pending.class::isInstance);
  }

  @Test
  void aVoteWhoseEffectIsKnownWaitsForIt() {
    Structure one = structure("4-piperidone");
    RuleSet un = RULES.get(Jurisdiction.UN);
    Coverage between = decide.decide(un, one, LocalDate.parse("2024-12-02"));
    assertThat(between.verdict()).isEqualTo(Verdict.OUT);
    assertThat(between.grounds()).hasOnlyElementsOfType(Ground.Pending.class);
    assertThat(decide.decide(un, one, LocalDate.parse("2024-12-03")).verdict())
        .isEqualTo(Verdict.IN);
  }

  private Structure structure(String id) {
    return reader.readSmiles(REGISTRY.findById(id).orElseThrow().smiles()).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "US, acetylnorfentanyl, 2020-05-14, OUT",
    "US, acetylnorfentanyl, 2020-05-15, IN",
    "US, para-chlorofentanyl, 2018-02-05, OUT",
    "US, para-chlorofentanyl, 2018-02-06, IN",
    "US, para-chlorofentanyl, 2025-07-16, IN",
    "US, n-desethyl-isotonitazene, 2026-07-28, IN",
    "US, n-desethyl-isotonitazene, 2026-07-29, OUT",
    "US, propionyl-chloride, 2026-07-01, OUT",
    "US, isotonitazene, 2020-08-19, OUT",
    "US, isotonitazene, 2020-08-20, IN",
    "US, isotonitazene, 2024-01-01, IN",
    "CA, spirobrorphine, 2026-06-04, OUT",
    "CA, spirobrorphine, 2026-06-05, IN",
    "CA, spirobrorphine, 2027-06-05, OUT",
    "CA, benzyl-chloride, 2025-02-26, OUT",
    "CA, benzyl-chloride, 2025-02-27, IN",
    "CA, benzyl-chloride, 2026-04-12, IN",
    "CA, xylazine, 2026-07-01, OUT",
    "CA, medetomidine, 2026-07-01, OUT",
    "UN, butonitazene, 2024-03-18, OUT",
    "UN, butonitazene, 2024-03-19, NEEDS_A_CHEMIST",
    "UN, butonitazene, 2025-01-01, IN",
    "UN, 4-piperidone, 2024-12-02, OUT",
    "UN, 4-piperidone, 2024-12-03, IN",
    "MX, carfentanil, 2026-07-01, OUT",
    "MX, propionyl-chloride, 2021-05-13, IN",
    "CN, hexanoylfentanyl, 2019-04-30, OUT",
    "CN, hexanoylfentanyl, 2019-05-01, IN",
    "CN, metonitazene, 2025-07-01, NEEDS_A_CHEMIST",
  })
  void answersForADay(Jurisdiction whose, String id, LocalDate day, Verdict verdict) {
    assertThat(decide(whose, id, day).verdict()).isEqualTo(verdict);
  }

  @Test
  void aListingByNameGoesBeforeTheClass() {
    Coverage coverage = decide(Jurisdiction.US, "carfentanil", DAY);
    assertThat(coverage.grounds().get(0))
        .isInstanceOfSatisfying(
            Ground.Listed.class,
            listed -> assertThat(listed.listing().entry()).isEqualTo("Schedule II"));
    assertThat(coverage.grounds()).anyMatch(Ground.ByClass.class::isInstance);
  }

  @Test
  void asksForStereochemistryOnlyWhereAnEntryNamesAnIsomer() {
    String flat = "COc1ccc2CC3C4CCCCC4(CCN3C)c2c1";
    for (Jurisdiction whose : List.of(Jurisdiction.US, Jurisdiction.CA, Jurisdiction.UN)) {
      assertThat(decide(whose, "dextromethorphan", DAY).verdict()).isEqualTo(Verdict.OUT);
      assertThat(decide(whose, "levomethorphan", DAY).verdict()).isEqualTo(Verdict.IN);
      assertThat(decide.decide(RULES.get(whose), reader.readSmiles(flat).orThrow(), DAY).verdict())
          .as(whose + " without stereochemistry")
          .isEqualTo(Verdict.NEEDS_A_CHEMIST);
    }
    String levo = "C[C@H](Cc1ccccc1)NC";
    assertThat(
            decide
                .decide(RULES.get(Jurisdiction.CA), reader.readSmiles(levo).orThrow(), DAY)
                .verdict())
        .as("methamphetamine is listed with its isomers")
        .isEqualTo(Verdict.IN);
  }

  @Test
  void findsEstersAndEthersOfAListedSubstance() {
    String morphinePropionate =
        "CN1CC[C@]23c4c5ccc(OC(=O)CC)c4O[C@H]2[C@@H](OC(=O)CC)C=C[C@H]3[C@H]1C5";
    String morphineButylEther = "CN1CC[C@]23c4c5ccc(OCCCC)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5";
    assertThat(un(morphinePropionate)).containsExactly(Ground.Match.ESTER);
    assertThat(un(morphineButylEther)).containsExactly(Ground.Match.ETHER);
    assertThat(decide(Jurisdiction.UN, "codeine", DAY).grounds())
        .as("listed itself, so not as an ether of morphine")
        .allMatch(
            one -> one instanceof Ground.Listed listed && listed.match() == Ground.Match.ITSELF);
  }

  @Test
  void aSaltOfWhatIsListedWithoutSaltsNeedsAChemist() {
    RuleSet rules = RULES.get(Jurisdiction.MX);
    Structure mixed = reader.readSmiles("CCC(=O)Cl.OS(=O)(=O)O").orThrow();
    assertThat(decide.decide(rules, mixed, DAY).verdict()).isEqualTo(Verdict.NEEDS_A_CHEMIST);
  }

  @Test
  void twoDrugsInOneStructureNeedAChemist() {
    Structure both =
        reader
            .readSmiles("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cc1cccc(C)c1NC1=NCCCS1")
            .orThrow();
    assertThat(decide.decide(RULES.get(Jurisdiction.US), both, DAY).grounds())
        .containsExactly(new Ground.Mixture());
  }

  @Test
  void explainsEveryDifferenceOnTheStructure() {
    Structure brifentanil =
        reader.readSmiles("CCn1nnn(CCN2CCC(N(C(=O)COC)c3ccccc3F)C(C)C2)c1=O").orThrow();
    ClassRule rule =
        RULES.get(Jurisdiction.US).classes().stream()
            .filter(one -> one.id().equals("us-fentanyl-related"))
            .findFirst()
            .get();
    ClassReading reading = decide.read(rule, brifentanil);
    assertThat(reading.differences())
        .extracting(Difference::site)
        .containsExactlyInAnyOrder("acyl", "aniline-ring", "piperidine", "phenethyl-ring");
    Set<Integer> twice = new TreeSet<>();
    reading
        .differences()
        .forEach(one -> one.atoms().forEach(atom -> assertThat(twice.add(atom)).isTrue()));
    assertThat(reading.atoms()).hasSize(3 + 7 + 1 + 8);
  }

  @ParameterizedTest
  @SeedSource
  void saltsIsotopesAndAtomOrderNeverChangeAnAnswer(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Substance> bases =
        REGISTRY.substances().stream()
            .filter(one -> one.formula().contains("N") && one.formula().length() > 8)
            .toList();
    for (int i = 0; i < 25; i++) {
      Substance one = bases.get(random.nextInt(bases.size()));
      Structure structure = reader.readSmiles(one.smiles()).orThrow();
      List<String> others =
          List.of(
              OtherSpellings.shuffled(structure, random),
              OtherSpellings.salted(structure, random),
              OtherSpellings.labelled(structure, random));
      for (Jurisdiction whose : Jurisdiction.values()) {
        List<String> expected = told(decide.decide(RULES.get(whose), structure, DAY));
        for (String other : others) {
          assertThat(told(decide.decide(RULES.get(whose), reader.readSmiles(other).orThrow(), DAY)))
              .as(one.id() + " as " + other + " in " + whose)
              .isEqualTo(expected);
        }
      }
    }
  }

  private Coverage decide(Jurisdiction whose, String id, LocalDate day) {
    Substance one = REGISTRY.findById(id).orElseThrow();
    return decide.decide(
        RULES.get(whose), reader.readSmilesWithKey(one.smiles(), one.inchiKey()).orThrow(), day);
  }

  private List<Ground.Match> un(String smiles) {
    return decide
        .decide(RULES.get(Jurisdiction.UN), reader.readSmiles(smiles).orThrow(), DAY)
        .grounds()
        .stream()
        .map(one ->
            one instanceof Ground.Listed listed
                    && listed.listing().substance().id().equals("morphine")
                ? listed.match()
                : null)
        .filter(one -> one != null)
        .distinct()
        .toList();
  }

  /// An answer without atom numbers, which depend on the spelling.
  private static List<String> told(Coverage coverage) {
    return Stream.concat(
            Stream.of(coverage.verdict().name()),
            coverage.grounds().stream()
                .map(one ->
                    switch (one) {
                      case Ground.Listed listed -> listed.listing().entry() + listed.match();
                      case Ground.Excepted excepted -> "except" + excepted.match();
                      case Ground.Pending pending -> "pending" + pending.listing().entry();
                      case Ground.NotControlled free -> "free" + free.listing().entry();
                      case Ground.ByClass by -> by.rule().id() + by.reading().clauses();
                      case Ground.Mixture ignored -> "mixture";
                    }))
        .toList();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
