package org.tripoint.engines.chemistry.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.PublicData;

class RegistryTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();

  private final StructureReader reader = new StructureReader(StructureLimits.usual());

  @Test
  void refusesAWrongCheckDigitAndSaysTheLine() {
    assertThatThrownBy(() -> new CasNumber("437-38-8"))
        .hasMessage("expected a CAS number with its check digit, found '437-38-8'");
    String file =
        "header\nx|C|VNWKTOKETHGBQD-UHFFFAOYSA-N|CH4|74-82-9|x|x|x|||other|drug|||source|\n";
    assertThatThrownBy(() ->
            RegistryReader.read(
                "made.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("made.csv, line 2: expected a CAS number");
  }

  @Test
  void holdsAtLeastFourHundredSubstances() {
    assertThat(REGISTRY.substances()).hasSizeGreaterThanOrEqualTo(400);
  }

  @Test
  void everyKeyAndFormulaIsComputedFromTheStructure() {
    Map<String, String> wrong = new TreeMap<>();
    for (Substance one : REGISTRY.substances()) {
      Reading reading = reader.readSmiles(one.smiles());
      if (!(reading instanceof Reading.Read(Structure structure))
          || !structure.inchiKey().equals(one.inchiKey())
          || !structure.formula().equals(one.formula())) {
        wrong.put(one.id(), reading.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyStructureStandsOnceAndEverySubstanceSaysItsSource() {
    Map<String, String> ids = new HashMap<>();
    for (Substance one : REGISTRY.substances()) {
      assertThat(ids.put(one.inchiKey(), one.id())).as(one.id()).isNull();
      assertThat(one.source()).as(one.id()).isNotBlank();
      assertThat(List.of(one.english(), one.spanish(), one.french()))
          .as(one.id())
          .doesNotContain("");
      assertThat(one.roles()).as(one.id()).isNotEmpty();
    }
  }

  @Test
  void weighsBaseAgainstSalt() {
    assertThat(SaltForm.HYDROCHLORIDE.baseFactor("C22H28N2O")).isCloseTo(0.902, within(0.0006));
    assertThat(SaltForm.CITRATE.baseFactor("C22H28N2O")).isCloseTo(0.637, within(0.0006));
    assertThat(SaltForm.HYDROCHLORIDE.baseFactor("C10H15N")).isCloseTo(0.804, within(0.0006));
    assertThat(SaltForm.HYDROCHLORIDE.baseFactor("C21H23NO5")).isCloseTo(0.910, within(0.0006));
    assertThat(SaltForm.HYDROCHLORIDE.baseFactor("C12H16N2S")).isCloseTo(0.858, within(0.0006));
  }

  @Test
  void agreesWithPublishedStructuresOfTheSameName() throws IOException {
    // Where a published table is known to mean another structure by the name, it is named here.
    List<String> otherwise =
        List.of("ortho-fluorobutyrylfentanyl", "mppp", "thiofuranylfentanyl", "chlordiazepoxide");
    Path file = PublicData.require("substance-structures/csa_scheduled_smiles.csv");
    Map<String, String> wrong = new TreeMap<>();
    int compared = 0;
    try (BufferedReader lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      for (String line : lines.lines().skip(1).toList()) {
        int end = line.lastIndexOf(',');
        int middle = line.lastIndexOf(',', end - 1);
        String name = line.substring(0, Math.max(0, middle)).replace("\"", "");
        if (REGISTRY.lookUp(name) instanceof Meaning.One one
            && reader.readSmiles(line.substring(middle + 1, end)) instanceof Reading.Read read) {
          compared++;
          if (!read.structure().skeleton().equals(one.substance().skeleton())
              && !otherwise.contains(name)) {
            wrong.put(name, one.substance().id() + " " + read.structure().formula());
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(80);
    assertThat(wrong).isEmpty();
  }
}
