package org.tripoint.engines.chemistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.ReadSystematicName.Loosely;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.testsupport.Seeds;

/// Changed and cut systematic names end as a structure or as a refusal, none in between.
class MalformedNamesTest {

  private static final List<String> NAMES =
      List.of(
          "N-(1-phenethylpiperidin-4-yl)-N-phenylpropanamide",
          "2-(2-chlorophenyl)-2-(methylamino)cyclohexan-1-one",
          "methyl 2-phenyl-2-(piperidin-2-yl)acetate",
          "1-(1,3-benzodioxol-5-yl)-2-(pyrrolidin-1-yl)pentan-1-one",
          "(2R)-1-phenylpropan-2-amine",
          "2-[(4-ethoxyphenyl)methyl]-N,N-diethyl-5-nitro-1H-benzimidazole-1-ethanamine");
  private static final String ALPHABET = "abcdehilmnoprtyz0123456789-,()[]{} 'RSEZNα′\n";

  private final ReadSystematicName reader = new ReadSystematicName();

  @Test
  void twentyThousandAreReadOrRefused() {
    campaign(20_000);
  }

  @Test
  @Tag("campaign")
  void aMillionAreReadOrRefused() {
    campaign(1_000_000);
  }

  private void campaign(int inputs) {
    for (long seed : Seeds.list()) {
      RandomGenerator random = Seeds.random(seed);
      for (int i = 0; i < inputs / Seeds.list().size(); i++) {
        String name = mutated(NAMES.get(random.nextInt(NAMES.size())), random);
        Assertions.assertTimeout(
            Duration.ofSeconds(10),
            () -> {
              Loosely loosely = reader.readLoosely(name);
              assertThat(isWhole(loosely.reading())).isTrue();
            },
            () -> "seed " + seed + ": " + name);
      }
    }
  }

  private static boolean isWhole(Reading reading) {
    return switch (reading) {
      case Reading.Read read ->
          read.structure().inchiKey().length() == 27 && !read.structure().formula().isEmpty();
      case Reading.Refused refused -> refused.detail().length() < 3_000;
    };
  }

  private static String mutated(String name, RandomGenerator random) {
    StringBuilder changed = new StringBuilder(name);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(changed.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> changed.insert(at, letter(random));
        case 1 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(3)));
        case 2 -> changed.insert(at, String.valueOf(letter(random)).repeat(random.nextInt(20)));
        default -> changed.insert(at, NAMES.get(random.nextInt(NAMES.size())), 0, 9);
      }
    }
    return changed.toString();
  }

  private static char letter(RandomGenerator random) {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }
}
