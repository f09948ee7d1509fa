package org.tripoint.engines.chemistry.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;

class FindParentTest {

  private static final List<String> DRUGS =
      List.of(
          "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
          "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1",
          "CN1[C@H]2CC[C@@H]1[C@H]([C@H](C2)OC(=O)C3=CC=CC=C3)C(=O)OC",
          "C[C@@H](Cc1ccccc1)NC",
          "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
          "CCOC(=O)[C@]1(CCC=C[C@H]1N(C)C)c1ccccc1",
          "Cc1cccc(C)c1NC1=NCCCS1");

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final FindParent parents = new FindParent(StructureLimits.usual());

  @Test
  void doesNotChooseBetweenTwoDrugs() {
    Structure both = reader.readSmiles(DRUGS.get(0) + "." + DRUGS.get(6)).orThrow();
    assertThat(parents.of(both)).isEqualTo(new Parent.Mixture(List.of("C12H16N2S", "C22H28N2O")));
  }

  @Test
  void saysWhatItTookAway() {
    Structure citrate =
        reader
            .readSmiles("OC(=O)CC(O)(CC(=O)O)C(=O)O.[13CH3]CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.O")
            .orThrow();
    assertThat(parents.of(citrate))
        .isInstanceOfSatisfying(
            Parent.Of.class,
            parent -> {
              assertThat(parent.structure().inchiKey()).isEqualTo("PJMPHNIQZUBGLI-UHFFFAOYSA-N");
              assertThat(parent.removed())
                  .containsExactly(
                      new Removed(Removed.What.ISOTOPE, "C", 1),
                      new Removed(Removed.What.ACID, "citric acid", 1),
                      new Removed(Removed.What.SOLVENT, "water", 1));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "C[NH2+]C.[Cl-], CNC",
    "CC(=O)[O-].[Na+], CC(O)=O",
    "CC(=O)O[Na], CC(O)=O",
    "[O-]C(=O)C[NH3+], NCC(O)=O",
    "C1CCNCC1.Cl, C1CCNCC1",
    "[2H]C([2H])([2H])N, CN",
    "C[N+](C)(C)C.[I-], C[N+](C)(C)C",
    "C[N+](=O)[O-], C[N+](=O)[O-]",
    "CC[N+](CC)(CC)[O-], CC[N+](CC)(CC)[O-]",
    "[K+].[O-][Mn](=O)(=O)=O, [K+].[O-][Mn](=O)(=O)=O",
    "CNC.CNC.OS(=O)(=O)O.CCN, CCN",
    "Cl, Cl",
    "CN.CN.OC(=O)C(O)C(O)C(O)=O, CN",
  })
  void reducesToTheNeutralMolecule(String written, String expected) {
    assertThat(parents.of(reader.readSmiles(written).orThrow()))
        .isInstanceOfSatisfying(
            Parent.Of.class,
            parent ->
                assertThat(parent.structure()).isEqualTo(reader.readSmiles(expected).orThrow()));
  }

  @ParameterizedTest
  @SeedSource
  void saltsIsotopesAndAtomOrderNeverChangeTheParent(long seed) {
    RandomGenerator random = Seeds.random(seed);
    for (String smiles : DRUGS) {
      Structure drug = reader.readSmiles(smiles).orThrow();
      for (int i = 0; i < 5; i++) {
        for (String other :
            List.of(
                OtherSpellings.shuffled(drug, random),
                OtherSpellings.salted(drug, random),
                OtherSpellings.labelled(drug, random))) {
          Parent parent = parents.of(reader.readSmiles(other).orThrow());
          assertThat(parent)
              .as(other)
              .isInstanceOfSatisfying(
                  Parent.Of.class,
                  one -> {
                    assertThat(one.structure()).isEqualTo(drug);
                    assertThat(one.structure().smiles()).isEqualTo(drug.smiles());
                  });
        }
      }
    }
  }
}
