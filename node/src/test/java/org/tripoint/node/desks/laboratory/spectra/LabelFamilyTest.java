package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Of which family a library spectrum is taken to be.
class LabelFamilyTest {

  private static final String METHAMPHETAMINE = "MYWUZJCMWCOHBA-VIFPVBQESA-N";
  private static final String NOWHERE = "AAAAAAAAAAAAAA-UHFFFAOYSA-N";

  private final LabelFamily label = new LabelFamily(RegistryReader.readOwn());

  private @Nullable String label(@Nullable String key, @Nullable String smiles, Field... further) {
    var spectrum =
        new Spectrum(
            SpectrumKind.TANDEM,
            Peaks.of(new double[] {91.0542, 119.0855}, new double[] {100, 50}),
            Acquisition.of(Polarity.POSITIVE, 150.1277));
    var compound = new Compound("made", List.of(), key, smiles, null, null, null);
    return label.of(new LibraryEntry(spectrum, compound, Provenance.unknown(), List.of(further)));
  }

  @Test
  void whatHasNoStructureOrNoneThatCanBeReadIsOfNoFamily() {
    assertThat(label(null, null)).isNull();
    assertThat(label(NOWHERE, null)).isNull();
    assertThat(label(NOWHERE, "N/A")).isNull();
    assertThat(label(null, "C1CC(")).isNull();
    assertThat(label("AAAAAAAAAAAAAA-AAAAAAAAAA-A", "not a structure")).isNull();
  }

  @Test
  void whatTheLibrarySaysComesFirst() {
    assertThat(label(METHAMPHETAMINE, null, new Field("Family", "Synthetic Cannabinoid")))
        .isEqualTo("synthetic_cannabinoid");
    assertThat(label(METHAMPHETAMINE, null, new Field("family", "other"))).isNull();
    assertThat(label(METHAMPHETAMINE, null, new Field("family", "  "))).isEqualTo("amphetamine");
  }

  @Test
  void aSubstanceOfTheRegistryNeedsItsKeyOnly() {
    assertThat(label(METHAMPHETAMINE, null)).isEqualTo("amphetamine");
    assertThat(label("MYWUZJCMWCOHBA-UHFFFAOYSA-N", null)).isEqualTo("amphetamine");
    assertThat(label("PJMPHNIQZUBGLI-UHFFFAOYSA-N", "N/A")).isEqualTo("fentanyl");
  }

  @ParameterizedTest
  @CsvSource({
    "OC1CC2CCC(C1)N2C, cocaine_tropane",
    "CN1C2CCC1CC(C2)OC(=O)C(CO)c1ccccc1.OS(=O)(=O)O, cocaine_tropane",
    "CCCN(CCC)CCc1c[nH]c2ccccc12, tryptamine",
    "C1CNCCN1Cc1ccccc1, piperazine",
    "CN1C(=O)CN=C(c2ccccc2)c2cc(Br)ccc12, benzodiazepine"
  })
  void anyOtherIsToldByTheStructureThatTheLibraryWrites(String smiles, String family) {
    assertThat(label(null, smiles)).isEqualTo(family);
    assertThat(label(NOWHERE, smiles)).isEqualTo(family);
    assertThat(label("AAAAAAAAAAAAAA-AAAAAAAAAA-A", smiles)).isEqualTo(family);
  }

  @Test
  void whatNeverWasOfAFamilyIsNone() {
    assertThat(label(null, "CN1C=NC2=C1C(=O)N(C(=O)N2C)C")).isNull();
    assertThat(label(null, "CC(=O)Oc1ccccc1C(=O)O")).isNull();
  }
}
