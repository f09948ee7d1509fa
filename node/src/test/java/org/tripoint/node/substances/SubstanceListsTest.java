package org.tripoint.node.substances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.Group;

class SubstanceListsTest {

  private final SubstanceLists lists = new SubstanceLists();

  @ParameterizedTest
  @CsvSource({
    "cbp-drug-type, Fentanyl,            fentanyl",
    "cbp-drug-type, LSD,                 lsd",
    "cbp-drug-type, Other Drugs**,       other-drugs",
    "mx-sedena,     mariguana,           cannabis",
    "mx-sedena,     ' Fentanilo ',       fentanyl",
    "unodc-ids,     Cocaine HCL,         cocaine",
    "icd-10,        T40.4,               other-synthetic-opioids",
  })
  void findsAHeadingInAnyCase(String list, String name, String family) {
    SubstanceId heading = lists.findHeading(list, name).orElseThrow();

    assertThat(lists.findFamily(heading)).contains(family);
    assertThat(lists.keysOf(family)).contains(heading.key());
  }

  @ParameterizedTest
  @CsvSource({
    "cbp-drug-type, Fentanil",
    "cbp-drug-type, Cocaína",
    "mx-sedena, Fentanyl",
    "no-list, Heroin",
    "unodc-ids, ''",
  })
  void guessesNothing(String list, String name) {
    assertThat(lists.findHeading(list, name)).isEmpty();
  }

  @Test
  void t404IsNotCountedAsFentanyl() {
    assertThat(lists.keysOf("fentanyl")).doesNotContain(new Group("icd-10", "2019", "T40.4").key());
  }

  @Test
  void aHeadingBelongsToOneFamilyOnly() {
    Set<String> seen = new HashSet<>();
    for (String family : lists.families()) {
      for (String key : lists.keysOf(family)) {
        assertThat(seen.add(key)).as(key).isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(200);
  }

  @Test
  void everyFamilyHasANameInThreeLanguages() {
    List<String> missing = new ArrayList<>();
    for (String suffix : List.of("", "_es", "_fr")) {
      ResourceBundle words =
          ResourceBundle.getBundle("words/substances/messages" + suffix, Locale.ROOT);
      for (String family : lists.families()) {
        if (!words.containsKey("substances.family." + family)) {
          missing.add(family + suffix);
        }
      }
    }
    assertThat(missing).isEmpty();
  }
}
