package org.tripoint.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A small library of invented spectra, and measured files to try it on.
///
/// The main ions stand where exact masses put them; every height and every small peak is invented.
/// Three invented laboratories measured each substance at three energies. Nothing is copied from a
/// library.
public final class SyntheticSpectra {

  /// Folder of a scenario in which they are.
  private static final String FOLDER = "spectra";

  /// The library.
  static final String LIBRARY = FOLDER + "/library_synthetic.msp";

  private static final double PROTON = 1.007276;
  private static final List<String> LABORATORIES =
      List.of("Synthetic laboratory A", "Synthetic laboratory B", "Synthetic laboratory C");
  private static final int[] ENERGIES = {15, 30, 45};
  private static final int NOISE = 6;

  /// Unified masses of the elements that occur.
  private static final Map<String, Double> MASSES =
      Map.of(
          "C", 12.0,
          "H", 1.00782503,
          "N", 14.0030740,
          "O", 15.9949146,
          "F", 18.9984032,
          "S", 31.9720707,
          "Cl", 34.9688527,
          "Br", 78.9183376);

  private final long seed;

  private SyntheticSpectra(long seed) {
    this.seed = seed;
  }

  /// A substance with the main ions of its fragments.
  ///
  /// @param family as the library labels it; "" for none
  private record Known(
      String name, String inchiKey, String formula, String family, List<Double> ions) {}

  private record Peak(double mz, double height) {}

  private static final List<Known> TANDEM =
      List.of(
          new Known(
              "fentanyl",
              "PJMPHNIQZUBGLI-UHFFFAOYSA-N",
              "C22H28N2O",
              "fentanyl",
              List.of(188.1434, 105.0699, 132.0808, 134.0964, 216.1383)),
          new Known(
              "acetylfentanyl",
              "FYIUUQUPOKIKNI-UHFFFAOYSA-N",
              "C21H26N2O",
              "fentanyl",
              List.of(188.1434, 105.0699, 132.0808, 202.1226)),
          new Known(
              "furanylfentanyl",
              "FZJVHWISUGFFQV-UHFFFAOYSA-N",
              "C24H26N2O2",
              "fentanyl",
              List.of(188.1434, 105.0699, 254.1176, 95.0128)),
          new Known(
              "para-fluorofentanyl",
              "KXUBAVLIJFTASZ-UHFFFAOYSA-N",
              "C22H27FN2O",
              "fentanyl",
              List.of(188.1434, 105.0699, 234.1289, 150.0714, 134.0964)),
          new Known(
              "ortho-fluorofentanyl",
              "BKUWDIVZCJNXRA-UHFFFAOYSA-N",
              "C22H27FN2O",
              "fentanyl",
              List.of(188.1434, 105.0699, 234.1289, 150.0714, 134.0964)),
          new Known(
              "meta-fluorofentanyl",
              "SLTQVWMQISKVDN-UHFFFAOYSA-N",
              "C22H27FN2O",
              "fentanyl",
              List.of(188.1434, 105.0699, 234.1289, 150.0714, 134.0964)),
          new Known(
              "carfentanil",
              "YDSDEBIZUNNPOB-UHFFFAOYSA-N",
              "C24H30N2O3",
              "fentanyl",
              List.of(335.2118, 363.2067, 246.1489, 202.1226, 113.0597)),
          new Known(
              "isotonitazene",
              "OIOQREYBGDAYGT-UHFFFAOYSA-N",
              "C23H30N4O3",
              "nitazene",
              List.of(100.1121, 72.0808, 107.0491, 44.0495)),
          new Known(
              "protonitazene",
              "SJHUJFHOXYDSJY-UHFFFAOYSA-N",
              "C23H30N4O3",
              "nitazene",
              List.of(100.1121, 72.0808, 107.0491, 44.0495)),
          new Known(
              "metonitazene",
              "HNGZTLMRQTVPBH-UHFFFAOYSA-N",
              "C21H26N4O3",
              "nitazene",
              List.of(100.1121, 72.0808, 121.0648, 44.0495)),
          new Known(
              "methamphetamine",
              "MYWUZJCMWCOHBA-VIFPVBQESA-N",
              "C10H15N",
              "amphetamine",
              List.of(91.0542, 119.0855)),
          new Known(
              "MDMA",
              "SHXWCVYOXRDMCX-UHFFFAOYSA-N",
              "C11H15NO2",
              "amphetamine",
              List.of(163.0754, 135.0441, 105.0699, 133.0648)),
          new Known(
              "cocaine",
              "ZPUCINDJVBIVPJ-LJISPDSOSA-N",
              "C17H21NO4",
              "cocaine_tropane",
              List.of(182.1176, 82.0651, 105.0335, 150.0913)),
          new Known(
              "ketamine",
              "YQEZLKZALYSWHR-UHFFFAOYSA-N",
              "C13H16ClNO",
              "",
              List.of(125.0153, 179.0622, 207.0571, 220.0888)),
          new Known(
              "heroin",
              "GVGLGOZIDCSQPN-PVHGPHFFSA-N",
              "C21H23NO5",
              "opiate",
              List.of(268.1332, 211.0754, 328.1543, 165.0699)),
          new Known(
              "xylazine",
              "BPICBUSOMSTKRF-UHFFFAOYSA-N",
              "C12H16N2S",
              "",
              List.of(90.0372, 164.0528, 147.0917, 72.0444)),
          new Known(
              "medetomidine",
              "CUHVIMMYOGQXCV-UHFFFAOYSA-N",
              "C13H16N2",
              "",
              List.of(95.0604, 117.0699, 105.0699)),
          new Known(
              "bromazolam",
              "KCEIOBKDDQAYCM-UHFFFAOYSA-N",
              "C17H13BrN4",
              "benzodiazepine",
              List.of(325.0209, 205.0760, 274.1213)),
          new Known(
              "caffeine",
              "RYYVLZVUVIJVGH-UHFFFAOYSA-N",
              "C8H10N4O2",
              "",
              List.of(138.0662, 110.0713, 83.0604)),
          new Known(
              "levamisole",
              "HLFSDGLLUJUHTE-SNVBAGLBSA-N",
              "C11H12N2S",
              "",
              List.of(178.0685, 123.0263, 91.0542)));

  /// Writes the library and the files to try it on.
  static void writeTo(ScenarioFolder folder, long seed) throws java.io.IOException {
    folder.first(
        LIBRARY,
        library(seed),
        "as=library",
        "name=Invented_spectra",
        "licence=CC0-1.0",
        "shared=yes");
    for (Map.Entry<String, String> query : queries(seed).entrySet()) {
      folder.text(FOLDER + "/" + query.getKey(), query.getValue());
    }
  }

  /// The library in NIST MSP.
  public static String library(long seed) {
    var spectra = new SyntheticSpectra(seed);
    StringBuilder out = new StringBuilder();
    for (Known known : TANDEM) {
      for (String laboratory : LABORATORIES) {
        for (int energy : ENERGIES) {
          spectra.write(out, known, laboratory, energy);
        }
      }
    }
    return out.toString();
  }

  /// Measured files by name: one for each of the four answers, and one that holds all of them.
  public static Map<String, String> queries(long seed) {
    var spectra = new SyntheticSpectra(seed);
    Map<String, String> files = new TreeMap<>();
    String identified = spectra.measured("vial 1", find("fentanyl"));
    String isomers = spectra.measured("tablet 2", find("para-fluorofentanyl"));
    String family =
        spectra.measured(
            "powder 3",
            new Known("", "", "C25H32N2O2", "", List.of(188.1434, 105.0699, 132.0808, 276.1594)));
    String unknown =
        spectra.measured(
            "residue 4",
            new Known(
                "",
                "",
                "C19H23ClN2O3",
                "",
                List.of(201.0557, 173.0608, 88.0757, 61.0284, 145.0294)));
    files.put("measured-identified_synthetic.msp", identified);
    files.put("measured-isomers_synthetic.msp", isomers);
    files.put("measured-family_synthetic.msp", family);
    files.put("measured-unknown_synthetic.msp", unknown);
    files.put("measured-all_synthetic.msp", identified + isomers + family + unknown);
    return files;
  }

  private static Known find(String name) {
    return TANDEM.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private void write(StringBuilder out, Known known, String laboratory, int energy) {
    String accession =
        "SYN-" + laboratory.substring(laboratory.length() - 1) + "-" + known.name() + "-" + energy;
    out.append("Name: ").append(known.name()).append(" (synthetic)\n");
    out.append("DB#: ").append(accession).append('\n');
    out.append("InChIKey: ").append(known.inchiKey()).append('\n');
    out.append("Formula: ").append(known.formula()).append('\n');
    out.append("Collision_energy: ").append(energy).append(" eV\n");
    out.append("Comments: \"contributor=").append(laboratory);
    out.append("\" \"license=CC0 1.0 (invented)\"");
    if (!known.family().isEmpty()) {
      out.append(" \"family=").append(known.family()).append('"');
    }
    out.append('\n');
    append(out, known.formula(), peaks(known, energy, Chance.of(seed, accession)));
  }

  private String measured(String item, Known known) {
    StringBuilder out = new StringBuilder();
    out.append("Name: Item SYN-2026-118, ").append(item).append(" (synthetic)\n");
    append(out, known.formula(), peaks(known, 30, Chance.of(seed, "measured " + item)));
    return out.toString();
  }

  private static void append(StringBuilder out, String formula, List<Peak> peaks) {
    out.append("PrecursorMZ: ").append(mz(mass(formula) + PROTON)).append('\n');
    out.append("Precursor_type: [M+H]+\nIon_mode: P\nSpectrum_type: MS2\n");
    out.append("Instrument_type: LC-ESI-QTOF\n");
    out.append("Num Peaks: ").append(peaks.size()).append('\n');
    for (Peak peak : peaks) {
      out.append(mz(peak.mz())).append(' ');
      out.append(String.format(Locale.ROOT, "%.1f", peak.height())).append('\n');
    }
    out.append('\n');
  }

  private static String mz(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /// The first ion is the highest; more energy leaves less of the ion itself.
  private static List<Peak> peaks(Known known, int energy, Chance chance) {
    List<Peak> peaks = new ArrayList<>();
    double height = 1_000;
    for (double ion : known.ions()) {
      peaks.add(new Peak(near(ion, chance), height * chance.between(0.85, 1.0)));
      height *= 0.55;
    }
    double ion = mass(known.formula()) + PROTON;
    peaks.add(new Peak(near(ion, chance), 9_000.0 / energy * chance.between(0.85, 1.0)));
    for (int i = 0; i < NOISE; i++) {
      peaks.add(new Peak(chance.between(50.0, ion - 20), chance.between(2.0, 9.0)));
    }
    peaks.sort(java.util.Comparator.comparingDouble(Peak::mz));
    return peaks;
  }

  /// Within three millionths.
  private static double near(double mz, Chance chance) {
    return mz * (1 + chance.between(-3.0, 3.0) / 1_000_000);
  }

  private static double mass(String formula) {
    double mass = 0;
    int at = 0;
    while (at < formula.length()) {
      int end = at + 1;
      while (end < formula.length() && Character.isLowerCase(formula.charAt(end))) {
        end++;
      }
      String element = formula.substring(at, end);
      int digits = end;
      while (digits < formula.length() && Character.isDigit(formula.charAt(digits))) {
        digits++;
      }
      int count = digits == end ? 1 : Integer.parseInt(formula.substring(end, digits));
      Double one = MASSES.get(element);
      if (one == null) {
        throw new IllegalArgumentException("expected a known element, found " + element);
      }
      mass += one * count;
      at = digits;
    }
    return mass;
  }
}
