package org.tripoint.engines.chemistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Refusal;
import org.tripoint.testsupport.PublicData;

class LookUpNamesTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();

  /// A comma outside quotation marks.
  private static final Pattern CELL_BETWEEN = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  @Test
  void saysThatAnAmbiguousNameIsOne() {
    assertThat(REGISTRY.lookUp("4-AP"))
        .isInstanceOfSatisfying(
            Meaning.Several.class,
            several ->
                assertThat(several.substances())
                    .extracting(Substance::id)
                    .containsExactlyInAnyOrder("4-anilinopiperidine", "4-aminopyridine"));
  }

  @Test
  void neverTakesTheNearestName() {
    assertThat(REGISTRY.lookUp("etonitazepine"))
        .isInstanceOfSatisfying(
            Meaning.Unknown.class,
            unknown ->
                assertThat(unknown.near())
                    .extracting(Substance::id)
                    .contains("n-piperidinyl-etonitazene", "n-pyrrolidino-etonitazene"));
    assertThat(REGISTRY.lookUp("")).isEqualTo(new Meaning.Unknown(List.of()));
  }

  @Test
  void tellsOfTheNameThatASlipMakes() {
    assertThat(REGISTRY.lookUp("Etonitazepyne"))
        .isInstanceOfSatisfying(
            Meaning.One.class,
            one -> {
              assertThat(one.substance().id()).isEqualTo("n-pyrrolidino-etonitazene");
              assertThat(one.aSlipApart())
                  .extracting(Substance::id)
                  .contains("n-piperidinyl-etonitazene");
            });
  }

  @Test
  void keepsAnUnnamedIsomerUnnamed() {
    for (String name :
        List.of(
            "fluorofentanyl",
            "Fluorofentanyl, isomer unspecified",
            "fluorofentanyl (isómero no especificado)",
            "fluorofentanyl, isomère non précisé")) {
      assertThat(REGISTRY.lookUp(name))
          .as(name)
          .isInstanceOfSatisfying(
              Meaning.IsomerUnspecified.class, family -> assertThat(family.members()).hasSize(3));
    }
  }

  @Test
  void doesNotBelieveTheStreet() {
    assertThat(REGISTRY.lookUp("china white"))
        .isInstanceOfSatisfying(
            Meaning.Several.class,
            several -> {
              assertThat(several.street()).isTrue();
              assertThat(several.substances()).hasSizeGreaterThan(2);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "FENTANYL, fentanyl",
    "fentanilo, fentanyl",
    "437-38-7, fentanyl",
    "α-Methylfentanyl, alpha-methylfentanyl",
    "alpha methyl fentanyl, alpha-methylfentanyl",
    "β‐hydroxyfentanyl, beta-hydroxyfentanyl",
    "cocaina, cocaine",
    "Cocaïne, cocaine",
    "para–fluorofentanyl, para-fluorofentanyl",
    "3′-methylfentanyl, 3-prime-methylfentanyl",
    "3’-methylfentanyl, 3-prime-methylfentanyl",
    "3-methylfentanyl, 3-methylfentanyl",
    "étonitazène, etonitazene",
    "isotonitaceno, isotonitazene",
    "despropionyl fentanyl, 4-anpp",
    "éxtasis, mdma",
  })
  void findsANameHoweverItIsWritten(String name, String id) {
    assertThat(REGISTRY.lookUp(name))
        .isInstanceOfSatisfying(
            Meaning.One.class, one -> assertThat(one.substance().id()).isEqualTo(id));
  }

  @ParameterizedTest
  @CsvSource({
    "fentanyl hydrochloride, fentanyl, hydrochloride",
    "Fentanyl HCl, fentanyl, HCl",
    "clorhidrato de fentanilo, fentanyl, clorhidrato de",
    "chlorhydrate de cocaïne, cocaine, chlorhydrate de",
    "fentanyl citrate, fentanyl, citrate",
    "morphine sulphate, morphine, sulphate",
  })
  void findsTheBaseOfASalt(String name, String id, String salt) {
    assertThat(REGISTRY.lookUp(name))
        .isInstanceOfSatisfying(
            Meaning.One.class,
            one -> {
              assertThat(one.substance().id()).isEqualTo(id);
              assertThat(one.salt()).isEqualTo(Optional.of(salt));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FENTANYL SALT UNDETERMINED|fentanyl",
        "P-FLUOROFENTANYL, SALT UNDETERMINED|para-fluorofentanyl",
        "ACETYL FENTANYL (N-(1-PHENETHYLPIPERIDIN-4-YL)-N-PHENYLACETAMIDE), SALT"
            + " UNDETERMINED|acetylfentanyl",
        "BUTYRYL FENTANYL (N-(1-PHENETHYLPIPERIDIN-4-YL)-N-PHENYLBUTANAMIDE)"
            + " HYDROCHLORIDE|butyrylfentanyl",
        "THIOPHENE (THIOFURANYL FENTANYL; 2-THIOFURANYL FENTANYL; 2-THIOPHENOYL"
            + " FENTANYL)|thiophenefentanyl",
      })
  void readsANameWithOthersInBracketsBehindIt(String name, String id) {
    assertThat(REGISTRY.lookUp(name))
        .isInstanceOfSatisfying(
            Meaning.One.class, one -> assertThat(one.substance().id()).isEqualTo(id));
  }

  @Test
  void doesNotChooseBetweenANameAndTheOneInBrackets() {
    assertThat(REGISTRY.lookUp("heroin (fentanyl)"))
        .isInstanceOfSatisfying(
            Meaning.Several.class,
            several ->
                assertThat(several.substances())
                    .extracting(Substance::id)
                    .containsExactly("heroin", "fentanyl"));
    assertThat(REGISTRY.lookUp("blue tablets (fentanyl)")).isInstanceOf(Meaning.Unknown.class);
    assertThat(REGISTRY.lookUp("blue tablets (fentanyl; heroin)"))
        .isInstanceOf(Meaning.Unknown.class);
    assertThat(REGISTRY.lookUp("tablets (")).isInstanceOf(Meaning.Unknown.class);
    assertThat(REGISTRY.lookUp("tablets ((((")).isInstanceOf(Meaning.Unknown.class);
    assertThat(REGISTRY.lookUp(" ( ) ")).isInstanceOf(Meaning.Unknown.class);
  }

  @Test
  void knowsTheOtherNameOfAFamilyOfIsomers() {
    assertThat(REGISTRY.lookUp("DESPROPIONYL FLUOROFENTANYL, ISOMER UNDETERMINED"))
        .isInstanceOfSatisfying(
            Meaning.IsomerUnspecified.class,
            isomers -> {
              assertThat(isomers.family()).isEqualTo("fluoro-4-ANPP");
              assertThat(isomers.members()).hasSize(3);
            });
  }

  /// What of the published files the registry knows; the counts are of the files as they are.
  @Test
  void knowsNearlyAllNamesOfThePublishedExport() throws IOException {
    Path file = PublicData.require("nflis-fentanyl/nflis_fentanyl_2017_2023.csv.gz");
    List<String> unknown = new ArrayList<>();
    int rows = 0;
    try (var lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      for (String line : lines.lines().skip(1).toList()) {
        rows++;
        String name = CELL_BETWEEN.split(line, -1)[7].replace("\"", "");
        if (REGISTRY.lookUp(name) instanceof Meaning.Unknown
            || REGISTRY.lookUp(name) instanceof Meaning.Several) {
          unknown.add(name);
        }
      }
    }
    assertThat(rows).isEqualTo(7_011);
    assertThat(unknown).hasSizeLessThan(150);
  }

  @Test
  void refusesASystematicNameReadWithAWarning() {
    ReadSystematicName names = new ReadSystematicName();
    assertThat(names.read("N-phenyl-N-[1-(2-phenylethyl)piperidin-4-yl]propanamide").orThrow())
        .hasToString("PJMPHNIQZUBGLI-UHFFFAOYSA-N");
    assertThat(names.read("methylfentanyl of the street"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(Refusal.NOT_READABLE));
    assertThat(names.read("2-(p-ethoxybenzyl)-1-diethylaminoethyl-5-nitrobenzimidazole"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(Refusal.READ_WITH_WARNING));
  }
}
