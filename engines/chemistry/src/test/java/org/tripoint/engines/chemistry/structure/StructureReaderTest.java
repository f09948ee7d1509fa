package org.tripoint.engines.chemistry.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureReaderTest {

  private static final String FENTANYL = "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1";

  private final StructureReader reader = new StructureReader(StructureLimits.usual());

  @ParameterizedTest
  @CsvSource({
    "'   ', EMPTY",
    "CCC(, NOT_READABLE",
    "fentanyl, NOT_READABLE",
    "C1CC, NOT_READABLE",
    "c1cccc1, NOT_READABLE",
    "CC*, NOT_ONE_MOLECULE",
    "[R]CC, NOT_ONE_MOLECULE",
    "C(C)(C)(C)(C)C, IMPOSSIBLE_VALENCE",
    "O(C)(C)C, IMPOSSIBLE_VALENCE",
    "FF(F), IMPOSSIBLE_VALENCE",
  })
  void refusesWhatIsNoSingleMolecule(String text, Refusal why) {
    assertThat(reader.readSmiles(text))
        .isInstanceOfSatisfying(
            Reading.Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void refusesWhatIsTooLarge() {
    StructureReader small = new StructureReader(new StructureLimits(40, 10, 100));
    assertThat(small.readSmiles("C".repeat(41)))
        .isEqualTo(
            new Reading.Refused(Refusal.TOO_LONG, "expected at most 40 characters, found 41"));
    assertThat(small.readSmiles("C".repeat(11)))
        .isEqualTo(
            new Reading.Refused(Refusal.TOO_MANY_ATOMS, "expected at most 10 atoms, found 11"));
  }

  @Test
  void readsFentanyl() {
    Structure fentanyl = reader.readSmiles(FENTANYL + " its title").orThrow();
    assertThat(fentanyl.inchiKey()).isEqualTo("PJMPHNIQZUBGLI-UHFFFAOYSA-N");
    assertThat(fentanyl.skeleton()).isEqualTo("PJMPHNIQZUBGLI");
    assertThat(fentanyl.formula()).isEqualTo("C22H28N2O");
    assertThat(fentanyl.saysStereo()).isFalse();
    assertThat(fentanyl.inchi())
        .isEqualTo(
            "InChI=1S/C22H28N2O/c1-2-22(25)24(20-11-7-4-8-12-20)21-14-17-23(18-15-21)16-13-19-9-5-3"
                + "-6-10-19/h3-12,21H,2,13-18H2,1H3");
  }

  @Test
  void keepsStereochemistryInTheKey() {
    Structure dextro = reader.readSmiles("C[C@@H](Cc1ccccc1)NC").orThrow();
    Structure levo = reader.readSmiles("C[C@H](Cc1ccccc1)NC").orThrow();
    assertThat(dextro.saysStereo()).isTrue();
    assertThat(dextro.skeleton()).isEqualTo(levo.skeleton());
    assertThat(dextro).isNotEqualTo(levo);
  }

  @Test
  void believesAStoredKey() {
    Reading read = reader.readSmilesWithKey(FENTANYL, "PJMPHNIQZUBGLI-UHFFFAOYSA-N");
    assertThat(read.orThrow().formula()).isEqualTo("C22H28N2O");
  }

  @Test
  void writesNitroGroupsInOneWay() {
    assertThat(reader.readSmiles("CN(=O)=O").orThrow().smiles())
        .isEqualTo(reader.readSmiles("C[N+](=O)[O-]").orThrow().smiles());
  }

  @Test
  void countsHydrogensOfInorganicSubstancesInOrder() {
    assertThat(reader.readSmiles("OS(=O)(=O)O").orThrow().formula()).isEqualTo("H2O4S");
    assertThat(reader.readSmiles("Cl").orThrow().formula()).isEqualTo("ClH");
  }

  @Test
  void readsBothSortsOfMolfile() {
    String ethanol =
        """

          Tripoint

          3  2  0  0  0  0  0  0  0  0999 V2000
            0.0000    0.0000    0.0000 C   0  0
            1.2990    0.7500    0.0000 C   0  0
            2.5981    0.0000    0.0000 O   0  0
          1  2  1  0
          2  3  1  0
        M  END
        """;
    Reading read = reader.readMolfile(ethanol);
    assertThat(read.orThrow().inchiKey()).isEqualTo("LFQSCWFLJHTTHZ-UHFFFAOYSA-N");
    String newer =
        """

          Tripoint

          0  0  0     0  0            999 V3000
        M  V30 BEGIN CTAB
        M  V30 COUNTS 3 2 0 0 0
        M  V30 BEGIN ATOM
        M  V30 1 C 0 0 0 0
        M  V30 2 C 1.299 0.75 0 0
        M  V30 3 O 2.598 0 0 0
        M  V30 END ATOM
        M  V30 BEGIN BOND
        M  V30 1 1 1 2
        M  V30 2 1 2 3
        M  V30 END BOND
        M  V30 END CTAB
        M  END
        """;
    assertThat(reader.readMolfile(newer).orThrow().inchiKey())
        .isEqualTo("LFQSCWFLJHTTHZ-UHFFFAOYSA-N");
  }

  @Test
  void refusesAMolfileThatIsNone() {
    assertThat(reader.readMolfile("no molfile")).isInstanceOf(Reading.Refused.class);
    assertThat(reader.readMolfile("\n\n\n  9  9  0 V2000\n")).isInstanceOf(Reading.Refused.class);
  }
}
