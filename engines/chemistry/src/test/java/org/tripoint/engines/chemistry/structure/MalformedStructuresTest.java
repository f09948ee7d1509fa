package org.tripoint.engines.chemistry.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.testsupport.Seeds;

/// Malformed structures: every one is read or refused, none hangs, none gets out as an exception.
class MalformedStructuresTest {

  private static final List<String> SMILES =
      List.of(
          "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
          "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1.Cl",
          "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
          "OC(=O)/C=C/C(O)=O.[13CH3]N",
          "COC(=O)[C@@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C");

  private static final String MOLFILE =
      """

        Tripoint

        3  2  0  0  0  0  0  0  0  0999 V2000
          0.0000    0.0000    0.0000 C   0  0  0  0  0
          1.2990    0.7500    0.0000 N   0  3  0  0  0
          2.5981    0.0000    0.0000 O   0  5  0  0  0
        1  2  1  0
        2  3  2  0
      M  CHG  2   2   1   3  -1
      M  ISO  1   1  13
      M  END
      """;

  private static final String ALPHABET = "CNOSPFIcnos[]()=#.+-@/\\%0123456789HBrlR*:$ \n\tV~é{}";

  private final StructureReader reader = new StructureReader(new StructureLimits(2_000, 120, 500));

  @Test
  void twentyThousandSmilesAreReadOrRefused() {
    campaign(20_000, MalformedStructuresTest::pick, reader::readSmiles);
  }

  @Test
  void twentyThousandMolfilesAreReadOrRefused() {
    campaign(20_000, random -> MOLFILE, reader::readMolfile);
  }

  @Test
  @Tag("campaign")
  void aMillionSmilesAreReadOrRefused() {
    campaign(1_000_000, MalformedStructuresTest::pick, reader::readSmiles);
  }

  @Test
  @Tag("campaign")
  void aMillionMolfilesAreReadOrRefused() {
    campaign(1_000_000, random -> MOLFILE, reader::readMolfile);
  }

  private static void campaign(
      int inputs, Function<RandomGenerator, String> whole, Function<String, Reading> read) {
    for (long seed : Seeds.list()) {
      RandomGenerator random = Seeds.random(seed);
      int share = inputs / Seeds.list().size();
      for (int i = 0; i < share; i++) {
        String text = mutated(whole.apply(random), random);
        Assertions.assertTimeout(
            Duration.ofSeconds(10),
            () -> assertThat(isWhole(read.apply(text))).isTrue(),
            () -> "seed " + seed + ": " + text);
      }
    }
  }

  private static boolean isWhole(Reading reading) {
    return switch (reading) {
      case Reading.Read read ->
          read.structure().inchiKey().length() == 27 && !read.structure().formula().isEmpty();
      case Reading.Refused refused -> refused.detail().length() < 300;
    };
  }

  private static String pick(RandomGenerator random) {
    return SMILES.get(random.nextInt(SMILES.size()));
  }

  private static String mutated(String text, RandomGenerator random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(6); i++) {
      int at = random.nextInt(changed.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> changed.insert(at, letter(random));
        case 1 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(3)));
        case 2 -> changed.insert(at, String.valueOf(letter(random)).repeat(random.nextInt(60)));
        case 3 -> changed.insert(at, pick(random), 0, 5);
        default -> {
          if (at < changed.length()) {
            changed.setCharAt(at, letter(random));
          }
        }
      }
    }
    return changed.toString();
  }

  private static char letter(RandomGenerator random) {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }
}
