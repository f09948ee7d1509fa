package org.tripoint.engines.spectra.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.testsupport.Seeds;

class IdentifyTest {

  private static final Identify IDENTIFY =
      new Identify(Calibration.shipped(), DiagnosticIons.shipped());

  private static final Spectrum RED = tandem(300.1, 60.02, 80, 75.11, 999, 91.3, 400, 120.2, 300);
  private static final Spectrum RED_ISOMER =
      tandem(300.1, 60.02, 80, 75.11, 980, 91.3, 400, 120.2, 310);
  private static final Spectrum BLUE = tandem(410.2, 55.5, 999, 66.6, 700, 77.7, 500, 88.8, 300);

  @Test
  void anEmptyLibraryKnowsNothing() {
    Answer answer = IDENTIFY.identify(BLUE, SpectralLibrary.empty(), reference -> true);
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    assertThat(answer.evidence().candidates()).isEmpty();
    assertThat(answer.evidence().confidence()).isZero();
    assertThat(answer.evidence().calibration()).isEqualTo("4");
  }

  @Test
  void namesTheOnlyCompoundThatFits() {
    SpectralLibrary library =
        library(entry("RED", "C1", null, RED), entry("BLUE", "C2", null, BLUE));
    assertThat(IDENTIFY.identify(RED, library, reference -> true))
        .isInstanceOfSatisfying(
            Answer.Identified.class,
            answer -> {
              assertThat(answer.candidate().reference().structure()).isEqualTo("RED");
              assertThat(answer.evidence().gap()).isGreaterThan(0.9);
              assertThat(answer.candidate().best().matched()).isEqualTo(4);
            });
  }

  @Test
  void namesIsomersTogetherWhenTheirSpectraAreAlike() {
    SpectralLibrary library =
        library(entry("RED", "C1", null, RED), entry("ROSE", "C1", null, RED_ISOMER));
    assertThat(IDENTIFY.identify(RED, library, reference -> true))
        .isInstanceOfSatisfying(
            Answer.OneOfIsomers.class,
            answer ->
                assertThat(answer.candidates())
                    .extracting(candidate -> candidate.reference().structure())
                    .containsExactly("RED", "ROSE"));
  }

  @Test
  void doesNotNameACompoundWhosePrecursorAloneFits() {
    Spectrum other = tandem(300.1, 40.4, 999, 50.5, 700, 61.6, 500, 300.1, 300);
    assertThat(IDENTIFY.identify(other, library(entry("RED", "C1", null, RED)), reference -> true))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void findsOnlyWhatMayBeAsked() {
    SpectralLibrary library = library(entry("RED", "C1", null, RED));
    assertThat(IDENTIFY.identify(RED, library, reference -> !reference.structure().equals("RED")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void namesTheFamilyOfAnUnknownAnalogue() {
    Spectrum heavier = tandem(314.1, 60.02, 80, 75.11, 999, 91.3, 400, 134.2, 300);
    SpectralLibrary library =
        library(entry("RED", "C1", "warm", RED), entry("BLUE", "C2", null, BLUE));
    assertThat(IDENTIFY.identify(heavier, library, reference -> true))
        .isInstanceOfSatisfying(
            Answer.FamilyOnly.class, answer -> assertThat(answer.family()).isEqualTo("warm"));
  }

  /// No library holds a nitazene here: the ions alone name the family.
  @Test
  void namesAFamilyByItsIons() {
    Spectrum nitazene = tandem(411.2, 100.1121, 999, 72.0808, 200, 44.0495, 50, 107.0491, 60);
    assertThat(IDENTIFY.identify(nitazene, library(entry("RED", "C1", null, RED)), r -> true))
        .isInstanceOfSatisfying(
            Answer.FamilyOnly.class,
            answer -> {
              assertThat(answer.family()).isEqualTo("nitazene");
              assertThat(answer.evidence().ions())
                  .extracting(FoundIon::mz)
                  .containsExactly(100.1121, 107.0491, 72.0808, 44.0495);
            });
  }

  /// An analogue with a methyl group more, while no library holds a fentanyl.
  @Test
  void namesAFamilyByWhatItsMembersShare() {
    Spectrum analogue =
        tandem(351.2431, 202.1590, 999, 119.0855, 600, 134.0964, 60, 146.0964, 50, 216.1383, 60);
    assertThat(IDENTIFY.identify(analogue, library(entry("RED", "C1", null, RED)), r -> true))
        .isInstanceOfSatisfying(
            Answer.FamilyOnly.class, answer -> assertThat(answer.family()).isEqualTo("fentanyl"));
  }

  /// Low and high energy tell nothing; one between tells the family, and twice is surer than once.
  @Test
  void spectraOfSeveralEnergiesTellAFamilyTogether() {
    Spectrum low = tandem(351.2431, 351.2431, 999);
    Spectrum middle =
        tandem(351.2431, 202.1590, 999, 119.0855, 600, 134.0964, 60, 146.0964, 50, 216.1383, 60);
    Spectrum high = tandem(351.2431, 41.0386, 999, 43.0542, 600);
    SpectralLibrary library = library(entry("RED", "C1", null, RED));
    assertThat(IDENTIFY.familyOfAll(searched(library, low, high))).isEmpty();
    assertThat(IDENTIFY.familyOfAll(searched(library, high, middle, low, middle)))
        .contains("fentanyl");
    assertThat(IDENTIFY.familyOfAll(List.of())).isEmpty();
  }

  @Test
  void theOrderOfSpectraChangesNothing() {
    Seeds.forEach((random, seed) -> {
      SpectralLibrary library = SpectralLibrary.empty().with(entries(random, 40));
      List<Identify.Searched> spectra = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        spectra.addAll(searched(library, spectrum(random)));
      }
      Map<String, Double> sums = IDENTIFY.familySums(spectra);
      Collections.reverse(spectra);
      assertThat(IDENTIFY.familySums(spectra)).isEqualTo(sums);
    });
  }

  private static List<Identify.Searched> searched(SpectralLibrary library, Spectrum... spectra) {
    return Stream.of(spectra)
        .map(query -> new Identify.Searched(query, library.find(query, reference -> true)))
        .toList();
  }

  @Test
  void refusesFamilyIonsThatAreNoCompositions() {
    assertThatThrownBy(() -> familyIons("a")).hasMessageContaining("family|ions");
    assertThatThrownBy(() -> familyIons("a|")).hasMessageContaining("family|ions");
    assertThatThrownBy(() -> familyIons("a|C7H7 X2")).hasMessageContaining("X2");
    assertThatThrownBy(() -> familyIons("a|C7H7+")).hasMessageContaining("C7H7+");
    assertThatThrownBy(() -> familyIons("a|-")).hasMessageContaining("'-'");
  }

  private static FamilyIons familyIons(String text) throws IOException {
    return FamilyIons.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void polaritiesAndMethodsStandApart() {
    var electron =
        new Spectrum(
            SpectrumKind.ELECTRON_IONISATION, RED.peaks(), Acquisition.of(Polarity.POSITIVE));
    var negative =
        new Spectrum(SpectrumKind.TANDEM, RED.peaks(), Acquisition.of(Polarity.NEGATIVE, 300.1));
    SpectralLibrary library = library(entry("RED", "C1", null, RED));
    for (Spectrum query : List.of(electron, negative)) {
      assertThat(library.find(query, reference -> true).likely()).isEmpty();
    }
  }

  @Test
  void lookingAgainFindsWhatASearchOfEverythingFinds() {
    for (long seed : new long[] {1, 2, 3, System.nanoTime()}) {
      RandomGenerator random = new SplittableRandom(seed);
      List<SpectralLibrary.Entry> old = entries(random, 60);
      List<SpectralLibrary.Entry> added = entries(random, 1 + random.nextInt(40));
      List<SpectralLibrary.Entry> both = new ArrayList<>(old);
      both.addAll(added);
      SpectralLibrary before = SpectralLibrary.empty().with(old);
      SpectralLibrary onlyNew = SpectralLibrary.startingAt(before.size()).with(added);
      SpectralLibrary all = SpectralLibrary.empty().with(both);
      for (int i = 0; i < 30; i++) {
        Spectrum query = spectrum(random);
        Findings again = Identify.again(query, before.find(query, r -> true), onlyNew, r -> true);
        assertThat(again).as("seed %d query %d", seed, i).isEqualTo(all.find(query, r -> true));
        assertThat(again).isEqualTo(before.with(added).find(query, r -> true));
        assertThat(IDENTIFY.conclude(query, again))
            .isEqualTo(IDENTIFY.identify(query, all, r -> true));
      }
    }
  }

  @Test
  void refusesACalibrationThatLacksOrHoldsNonsense() {
    assertThatThrownBy(() -> read("tandem.accept = 1")).hasMessageContaining("version");
    assertThatThrownBy(() -> read("version = 1\na = x")).hasMessageContaining("'x'");
    assertThatThrownBy(() -> read("version = 1\na = NaN")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> read("version = 1").get("tandem.accept"))
        .hasMessageContaining("tandem.accept");
    assertThatThrownBy(() ->
            read("version = 1\nq.bias = 0\nq.trait.moon = 1").confidence("q", Map.of("sun", 1.0)))
        .hasMessageContaining("moon");
  }

  @Test
  void refusesIonsWithoutASourceOrNumber() {
    assertThatThrownBy(() -> ions("TANDEM|a|-|100|1|ion|")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> ions("\nTANDEM|a|-|x|1|ion|s")).hasMessageContaining("line 2");
    assertThatThrownBy(() -> ions("OTHER|a|-|1|1|ion|s")).hasMessageContaining("line 1");
  }

  private static Calibration read(String text) throws IOException {
    return Calibration.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static DiagnosticIons ions(String text) throws IOException {
    return DiagnosticIons.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<SpectralLibrary.Entry> entries(RandomGenerator random, int size) {
    List<SpectralLibrary.Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String structure = "S" + random.nextInt(25);
      String family = random.nextInt(3) == 0 ? "f" + random.nextInt(4) : null;
      entries.add(entry(structure, "C" + structure.length(), family, spectrum(random)));
    }
    return entries;
  }

  private static Spectrum spectrum(RandomGenerator random) {
    int size = 1 + random.nextInt(12);
    double[] mz = new double[size];
    double[] intensity = new double[size];
    for (int i = 0; i < size; i++) {
      mz[i] = 40 + random.nextInt(30) + random.nextInt(3) * 0.01;
      intensity[i] = 1 + random.nextInt(999);
    }
    Peaks peaks = Peaks.of(mz, intensity);
    return switch (random.nextInt(4)) {
      case 0 ->
          new Spectrum(SpectrumKind.ELECTRON_IONISATION, peaks, Acquisition.of(Polarity.POSITIVE));
      case 1 -> new Spectrum(SpectrumKind.FULL_SCAN, peaks, Acquisition.of(Polarity.POSITIVE));
      default ->
          new Spectrum(
              SpectrumKind.TANDEM,
              peaks,
              Acquisition.of(Polarity.POSITIVE, 72 + random.nextInt(4)));
    };
  }

  private static SpectralLibrary library(SpectralLibrary.Entry... entries) {
    return SpectralLibrary.empty().with(List.of(entries));
  }

  private static SpectralLibrary.Entry entry(
      String structure, String formula, @Nullable String family, Spectrum spectrum) {
    return new SpectralLibrary.Entry(
        new Reference(structure, structure, formula, family, "A laboratory", "CC0", null),
        spectrum);
  }

  private static Spectrum tandem(double precursor, double... pairs) {
    double[] mz = new double[pairs.length / 2];
    double[] intensity = new double[mz.length];
    for (int i = 0; i < mz.length; i++) {
      mz[i] = pairs[2 * i];
      intensity[i] = pairs[2 * i + 1];
    }
    return new Spectrum(
        SpectrumKind.TANDEM, Peaks.of(mz, intensity), Acquisition.of(Polarity.POSITIVE, precursor));
  }
}
