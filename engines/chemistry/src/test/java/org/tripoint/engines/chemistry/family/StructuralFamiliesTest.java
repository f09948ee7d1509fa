package org.tripoint.engines.chemistry.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.OtherSpellings;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;

class StructuralFamiliesTest {

  private static final StructuralFamilies FAMILIES = StructuralFamilies.shipped();
  private static final Registry REGISTRY = RegistryReader.readOwn();

  /// Classes of the registry that are families by structure; the others group by use.
  private static final Set<String> CLASSES_BY_STRUCTURE =
      Set.of("fentanyl", "nitazene", "benzodiazepine", "cathinone");

  private static final List<String> PIECES =
      List.of(
          "[Na+].",
          "[13CH2]",
          "[O-]",
          "[N+]",
          "(C)",
          "(=O)",
          "[Fe+2].",
          "*",
          "[H][H].",
          "c1ccccc1");

  /// Substances that the registry does not have, each with its family.
  private static final List<String> BESIDE =
      List.of(
          "OC1=CC=CC=C1N1CCNCC1 piperazine",
          "C1CNCCN1Cc1ccccc1 piperazine",
          "FC(F)(F)c1cccc(c1)N1CCNCC1 piperazine",
          "O=C(c1ccco1)N1CCN(CC1)c1ccccc1 none",
          "CC(=O)c1ccc(cc1)N1CCNCC1 none",
          "CN1C(=O)CC(=O)N(c2ccccc2)c2cc(Cl)ccc12 benzodiazepine",
          "CN(C)CC1OC(=O)C1c1ccccc1 none",
          "CCCCCc1cc(O)c(CC=C(C)CCC=C(C)C)c(O)c1 cannabinoid",
          "CC1(CCC=C(C)C)C=Cc2c(O)cc(C)cc2O1 none",
          "NC(Cc1c[nH]c2ccccc12)C(=O)O none",
          "CC(=O)NCCc1c[nH]c2ccc(OC)cc12 none",
          "CN1C2CCC1CC(C2)OC(=O)C(CO)c1ccccc1 cocaine_tropane",
          "OC(=O)C1CCC2CCC1N2 cocaine_tropane",
          "OC(=O)C1CC2CCC1N2 none",
          "CCN(CC)CC1CCCCC1(O)c1ccccc1 tramadol_like");

  private final StructureReader reader = new StructureReader(StructureLimits.usual());

  private String familyOf(String smiles) {
    return FAMILIES.of(reader.readSmiles(smiles).orThrow()).orElse("none");
  }

  private String familyOf(Substance one) {
    return FAMILIES.of(structureOf(one)).orElse("none");
  }

  private Structure structureOf(Substance one) {
    return reader.readSmilesWithKey(one.smiles(), one.inchiKey()).orThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fentanyl|CC|ethane",
        "fentanyl|CC|ethane|",
        "|CC|ethane|a book",
        "fentanyl||ethane|a book",
        "fentanyl|C(|not closed|a book",
        "fentanyl|CC|ethane|a book|more"
      })
  void refusesALineThatIsNotAsItShouldBeAndNamesIt(String line) {
    assertThatThrownBy(() -> read("# patterns\n\n" + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 3 of the families")
        .hasMessageContaining("found");
  }

  @Test
  void theFirstPatternThatFitsDecides() throws IOException {
    String ether = "ether|[CX4]O[CX4]|an ether|a book\n";
    String carbon = "carbon|C|has carbon|a book\n";
    Structure structure = reader.readSmiles("CCOCC").orThrow();
    assertThat(read(ether + carbon).of(structure)).contains("ether");
    assertThat(read(carbon + ether).of(structure)).contains("carbon");
    assertThat(read(ether + carbon).families()).containsExactly("carbon", "ether");
  }

  @ParameterizedTest
  @CsvSource({
    "fentanyl, fentanyl sufentanil norfentanyl, 4-anpp brorphine loperamide",
    "nitazene, etonitazene clodesnitazene n-desethyl-isotonitazene, 2-benzylbenzimidazole orphine",
    "benzodiazepine, diazepam etizolam alprazolam clonazepam, zolpidem quetiapine methaqualone",
    "opiate, morphine buprenorphine dextromethorphan, pentazocine papaverine noscapine",
    "lysergamide, lsd ergotamine, ibogaine mitragynine psilocin",
    "arylcyclohexylamine, ketamine phencyclidine tenocyclidine, diphenidine u-47700 tramadol",
    "tramadol_like, tramadol o-desmethyltramadol, tapentadol phencyclidine",
    "methadone_like, methadone eddp acetylmethadol dipipanone, loperamide diphenhydramine",
    "pethidine_like, pethidine mppp, carfentanil methylphenidate loperamide",
    "cocaine_tropane, cocaine benzoylecgonine ecgonine-methyl-ester, methylphenidate tilidine",
    "cannabinoid, thc cannabidiol cannabinol, jwh-018",
    "synthetic_cannabinoid, jwh-018 adb-butinaca 5f-mdmb-pica, thc psilocin lsd",
    "cathinone, mephedrone mdpv alpha-pvp, ephedrine amphetamine propiophenone",
    "precursor_stimulant, ephedrine norephedrine, methcathinone methamphetamine chloroephedrine",
    "amphetamine, amphetamine mdma dob fenetylline, phenethylamine 2c-b n-isopropylbenzylamine",
    "tryptamine, dmt psilocybin 5-meo-dipt, lsd ibogaine",
    "xylazine_adulterant, xylazine, clonidine tizanidine",
    "levamisole_adulterant, levamisole, medetomidine"
  })
  void takesMembersAndLeavesWhatIsNear(String family, String members, String near) {
    for (String id : members.split(" ", -1)) {
      assertThat(familyOf(REGISTRY.findById(id).orElseThrow())).as(id).isEqualTo(family);
    }
    for (String id : near.split(" ", -1)) {
      assertThat(familyOf(REGISTRY.findById(id).orElseThrow())).as(id).isNotEqualTo(family);
    }
  }

  @ParameterizedTest
  @FieldSource("BESIDE")
  void tellsWhatIsNotInTheRegistry(String beside) {
    String[] words = beside.split(" ", -1);
    assertThat(familyOf(words[0])).isEqualTo(words[1]);
  }

  @Test
  void agreesWithEveryClassOfTheRegistryThatIsOneByStructure() {
    Map<String, String> otherwise = new TreeMap<>();
    for (Substance one : REGISTRY.substances()) {
      String family = familyOf(one);
      boolean same = family.equals(one.family());
      if (CLASSES_BY_STRUCTURE.contains(one.family())
          ? !same
          : CLASSES_BY_STRUCTURE.contains(family)) {
        otherwise.put(one.id(), family);
      }
    }
    // Precursors by use, fentanyls by structure: a bare and a protected norfentanyl.
    assertThat(otherwise).containsOnlyKeys("norfentanyl", "n-boc-norfentanyl");
  }

  @Test
  void aMixtureAndASaltWithoutAParentAreOfNoFamily() {
    assertThat(familyOf("CC(Cc1ccccc1)NC.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1"))
        .isEqualTo("none");
    assertThat(familyOf("[Na+].[Cl-]")).isEqualTo("none");
  }

  @Test
  void everyPatternFitsSomethingKnown() throws IOException {
    List<Structure> known = new ArrayList<>();
    REGISTRY.substances().forEach(one -> known.add(structureOf(one)));
    BESIDE.forEach(one -> known.add(reader.readSmiles(one.split(" ", -1)[0]).orThrow()));
    for (String line : lines()) {
      StructuralFamilies alone = read(line);
      assertThat(known).as(line).anyMatch(one -> alone.of(one).isPresent());
    }
  }

  @ParameterizedTest
  @SeedSource
  void aSaltAnIsotopeOrAnotherOrderChangesNothing(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Substance> all = REGISTRY.substances();
    for (int i = 0; i < 40; i++) {
      Substance one = all.get(random.nextInt(all.size()));
      String family = familyOf(one);
      if (!family.equals("none")) {
        Structure structure = structureOf(one);
        for (String other :
            List.of(
                OtherSpellings.shuffled(structure, random),
                OtherSpellings.salted(structure, random),
                OtherSpellings.labelled(structure, random),
                OtherSpellings.flat(structure),
                OtherSpellings.mirrored(structure))) {
          assertThat(familyOf(other))
              .as("seed %d: %s as %s", seed, one.id(), other)
              .isEqualTo(family);
        }
      }
    }
  }

  @ParameterizedTest
  @SeedSource
  void anyStructureThatCanBeReadIsTold(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Substance> all = REGISTRY.substances();
    for (int i = 0; i < 200; i++) {
      String mutated = mutated(all.get(random.nextInt(all.size())).smiles(), random);
      // The key is believed and spares the time to work it out.
      if (reader.readSmilesWithKey(mutated, "AAAAAAAAAAAAAA-UHFFFAOYSA-N")
          instanceof Reading.Read(Structure structure)) {
        assertTimeout(
            Duration.ofSeconds(10),
            () ->
                assertThat(FAMILIES.of(structure))
                    .satisfiesAnyOf(
                        told -> assertThat(told).isEmpty(),
                        told -> assertThat(FAMILIES.families()).contains(told.orElseThrow())),
            () -> "seed " + seed + ": " + mutated);
      }
    }
  }

  private static String mutated(String smiles, RandomGenerator random) {
    var changed = new StringBuilder(smiles);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> changed.delete(at, at + 1).append(".[NH4+]");
        default -> changed.setCharAt(at, "CNOSPFcn".charAt(random.nextInt(8)));
      }
    }
    return changed.toString();
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = StructuralFamilies.class.getResourceAsStream("families.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static StructuralFamilies read(String file) throws IOException {
    return StructuralFamilies.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}
