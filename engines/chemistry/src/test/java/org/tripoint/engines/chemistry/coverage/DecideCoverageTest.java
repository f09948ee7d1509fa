package org.tripoint.engines.chemistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    assertThatThrownBy(() ->
            rules.read(
                Jurisdiction.US, stream("h\nno-such|I|||||sure|x\n"), stream("{}"), stream("h\n")))
        .hasMessageContaining("listings, line 2: no substance 'no-such'");
    assertThatThrownBy(() ->
            rules.read(
                Jurisdiction.US,
                stream("h\n"),
                stream("classes: [{id: made, entry: x, date-kind: effective}]"),
                stream("h\n")))
        .hasMessageContaining("rule made: expected a value for certainty");
    assertThatThrownBy(() ->
            rules.read(
                Jurisdiction.US, stream("h\n"), stream("classes: []"), stream("h\nSchedule I|\n")))
        .hasMessageContaining("lists, line 2: expected 3 cells, found 2");
  }

  @Test
  void onlyAStatementAsOfADayCanSayNotControlled() {
    RuleSetReader rules = new RuleSetReader(REGISTRY);
    String line = "xylazine|none of the schedules||%s||%s|sure|x";
    for (String wrong :
        List.of(line.formatted("2026-06-05", "effective"), line.formatted("", "as-of"))) {
      assertThatThrownBy(() ->
              rules.read(
                  Jurisdiction.CA, stream("h\n" + wrong + "\n"), stream("{}"), stream("h\n")))
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
  void anEsterOfANamedStereoisomerIsTakenInAndOfItsMirrorImageNot() {
    String levorphanol = REGISTRY.findById("levorphanol").orElseThrow().smiles();
    String dextrorphan = REGISTRY.findById("dextrorphan").orElseThrow().smiles();
    assertThat(decide(Jurisdiction.UN, acetate(levorphanol)).verdict()).isEqualTo(Verdict.IN);
    assertThat(matches(decide(Jurisdiction.UN, acetate(levorphanol))))
        .containsExactly(Ground.Match.ESTER);
    assertThat(matches(decide(Jurisdiction.UN, acetate(dextrorphan)))).isEmpty();
    Structure flat =
        reader
            .readSmiles(OtherSpellings.flat(reader.readSmiles(acetate(levorphanol)).orThrow()))
            .orThrow();
    Coverage unsaid = decide.decide(RULES.get(Jurisdiction.UN), flat, DAY);
    assertThat(unsaid.verdict()).isEqualTo(Verdict.NEEDS_A_CHEMIST);
    assertThat(matches(unsaid)).containsExactly(Ground.Match.STEREO_NOT_STATED);
  }

  /// With the phenol acetylated.
  private static String acetate(String smiles) {
    String ester = smiles.replaceFirst("O(?=[a-z(]|$)|(?<=c\\()O(?=\\))", "OC(C)=O");
    return ester.startsWith("OC(C)=O") ? "CC(=O)O" + ester.substring(7) : ester;
  }

  private Coverage decide(Jurisdiction whose, String smiles) {
    return decide.decide(RULES.get(whose), reader.readSmiles(smiles).orThrow(), DAY);
  }

  private static List<Ground.Match> matches(Coverage coverage) {
    return coverage.grounds().stream()
        .filter(Ground.Listed.class::isInstance)
        .map(one -> ((Ground.Listed) one).match())
        .toList();
  }

  @Test
  void saysWhichDifferenceKeepsANearMissOut() {
    Coverage phenacyl = decide(Jurisdiction.US, "CCC(=O)N(c1ccccc1)C1CCN(CC(=O)c2ccccc2)CC1");
    assertThat(phenacyl.verdict()).isEqualTo(Verdict.OUT);
    assertThat(phenacyl.grounds()).isEmpty();
    ClassReading near =
        phenacyl.nearMisses().stream()
            .filter(one -> one.rule().id().equals("us-fentanyl-related"))
            .map(Ground.ByClass::reading)
            .findFirst()
            .orElseThrow();
    assertThat(near.reason()).isEqualTo("no-clause-allows");
    assertThat(near.differences())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.site()).isEqualTo("phenethyl-chain");
          assertThat(one.group()).isEqualTo(Group.OXO);
          assertThat(one.verdict()).isEqualTo(Verdict.OUT);
          assertThat(one.atoms()).hasSize(1);
        });
    assertThat(decide(Jurisdiction.US, "fentanyl", DAY).nearMisses()).isEmpty();
    assertThat(decide(Jurisdiction.US, "caffeine", DAY).nearMisses()).isEmpty();
  }

  @Test
  void aListIsReadWholeFromTheDayOfTheTextThatWasRead() {
    RuleSet canada = RULES.get(Jurisdiction.CA);
    assertThat(canada.isReadWhole(LocalDate.parse("2026-06-04"))).isFalse();
    assertThat(canada.isReadWhole(LocalDate.parse("2026-06-05"))).isTrue();
    for (Jurisdiction other :
        List.of(Jurisdiction.US, Jurisdiction.MX, Jurisdiction.UN, Jurisdiction.CN)) {
      assertThat(RULES.get(other).lists()).isNotEmpty();
      assertThat(RULES.get(other).isReadWhole(DAY)).as(other.name()).isFalse();
    }
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

  /// Structures of the registry that bear nitrogen and are no mere reagents, and those of the class
  /// cases.
  private static List<String> structures() {
    return Stream.concat(
            REGISTRY.substances().stream()
                .filter(one -> one.formula().contains("N") && one.formula().length() > 8)
                .map(Substance::smiles),
            ClassControlCasesTest.classCases().map(line -> line.split("\\|", -1)[3]))
        .toList();
  }

  /// A day on which some rule begins or ends, or the day before.
  private static LocalDate turn(RuleSet rules, RandomGenerator random) {
    List<LocalDate> turns =
        Stream.concat(
                rules.listings().stream().map(Listing::validity),
                rules.classes().stream().map(ClassRule::validity))
            .flatMap(one -> Stream.of(one.from(), one.until()))
            .flatMap(Optional::stream)
            .toList();
    return turns.get(random.nextInt(turns.size())).minusDays(random.nextInt(2));
  }

  @ParameterizedTest
  @SeedSource
  void saltsIsotopesAndAtomOrderNeverChangeAnAnswer(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<String> bases = structures();
    for (int i = 0; i < 25; i++) {
      String one = bases.get(random.nextInt(bases.size()));
      Structure structure = reader.readSmiles(one).orThrow();
      List<String> others =
          List.of(
              OtherSpellings.shuffled(structure, random),
              OtherSpellings.salted(structure, random),
              OtherSpellings.labelled(structure, random));
      for (Jurisdiction whose : Jurisdiction.values()) {
        RuleSet rules = RULES.get(whose);
        LocalDate day = random.nextBoolean() ? DAY : turn(rules, random);
        List<String> expected = told(decide.decide(rules, structure, day));
        for (String other : others) {
          assertThat(told(decide.decide(rules, reader.readSmiles(other).orThrow(), day)))
              .as(one + " as " + other + " in " + whose + " on " + day)
              .isEqualTo(expected);
        }
      }
    }
  }

  /// A stereochemical mark matters only where an entry names a stereoisomer: there the whole key
  /// counts; elsewhere the flat structure and the mirror image are answered as the structure is.
  @ParameterizedTest
  @SeedSource
  void stereochemistryNeverChangesAnAnswerWhereNoEntryNamesAnIsomer(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Structure> marked =
        structures().stream()
            .map(one -> reader.readSmiles(one).orThrow())
            .filter(one -> one.stereoElements() > 0)
            .toList();
    int compared = 0;
    for (int i = 0; i < 40; i++) {
      Structure structure = marked.get(random.nextInt(marked.size()));
      for (Jurisdiction whose : Jurisdiction.values()) {
        RuleSet rules = RULES.get(whose);
        LocalDate day = random.nextBoolean() ? DAY : turn(rules, random);
        Coverage expected = decide.decide(rules, structure, day);
        if (namesAnIsomer(rules, structure) || namesAnIsomer(expected)) {
          continue;
        }
        for (String other :
            List.of(OtherSpellings.flat(structure), OtherSpellings.mirrored(structure))) {
          assertThat(told(decide.decide(rules, reader.readSmiles(other).orThrow(), day)))
              .as(structure.smiles() + " as " + other + " in " + whose + " on " + day)
              .isEqualTo(told(expected));
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static boolean namesAnIsomer(RuleSet rules, Structure structure) {
    return rules.listingsOf(structure.skeleton()).stream()
        .anyMatch(one -> one.has(Listing.Covers.STEREOISOMER));
  }

  private static boolean namesAnIsomer(Coverage coverage) {
    return coverage.grounds().stream()
        .anyMatch(one ->
            one instanceof Ground.Listed(Listing listing, var _)
                && listing.has(Listing.Covers.STEREOISOMER));
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
