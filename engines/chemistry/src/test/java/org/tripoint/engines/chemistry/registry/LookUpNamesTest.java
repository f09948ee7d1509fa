package org.tripoint.engines.chemistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Refusal;

class LookUpNamesTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();

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
