package org.tripoint.engines.spectra.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripoint.engines.chemistry.family.StructuralFamilies;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.testsupport.PublicData;

/// The published reference spectra, read plainly: one dialect, no checks.
final class PublicSpectra {

  private static final Pattern COMMENT = Pattern.compile("\"(\\w+)=([^\"]*)\"");

  private static final StructuralFamilies FAMILIES = StructuralFamilies.shipped();
  private static final StructureReader STRUCTURES = new StructureReader(StructureLimits.usual());

  private PublicSpectra() {}

  /// LC-MS/MS, positive; 39,259 spectra.
  static List<SpectralLibrary.Entry> tandem() throws IOException {
    return read("massbank/lcms-msms-pos.msp.gz", SpectrumKind.TANDEM);
  }

  /// Electron ionisation: MassBank's open and non-commercial parts and the drugs; 13,453 spectra.
  static List<SpectralLibrary.Entry> electron() throws IOException {
    List<SpectralLibrary.Entry> all = new ArrayList<>();
    for (String part : List.of("massbank-open", "massbank-ncsa", "swgdrug-subset")) {
      all.addAll(read("massbank/ei-" + part + ".msp.gz", SpectrumKind.ELECTRON_IONISATION));
    }
    return all;
  }

  private static List<SpectralLibrary.Entry> read(String name, SpectrumKind kind)
      throws IOException {
    List<SpectralLibrary.Entry> entries = new ArrayList<>();
    Map<String, Optional<String>> families = new HashMap<>();
    try (BufferedReader lines =
        PublicData.openText(PublicData.require(name), StandardCharsets.UTF_8)) {
      Map<String, String> keys = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          keys.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (line.startsWith("Num Peaks:")) {
          entries.add(
              entry(keys, peaks(lines, Integer.parseInt(keys.get("Num Peaks"))), kind, families));
          keys.clear();
        }
      }
    }
    return entries;
  }

  private static Peaks peaks(BufferedReader lines, int count) throws IOException {
    double[] mz = new double[count];
    double[] intensity = new double[count];
    for (int i = 0; i < count; i++) {
      String[] pair = lines.readLine().strip().split("\\s+", -1);
      mz[i] = Double.parseDouble(pair[0]);
      intensity[i] = Double.parseDouble(pair[1]);
    }
    return Peaks.of(mz, intensity);
  }

  private static SpectralLibrary.Entry entry(
      Map<String, String> keys,
      Peaks peaks,
      SpectrumKind kind,
      Map<String, Optional<String>> families) {
    Map<String, String> comments = new HashMap<>();
    Matcher found = COMMENT.matcher(keys.getOrDefault("Comments", ""));
    while (found.find()) {
      comments.put(found.group(1), found.group(2));
    }
    String key = keys.getOrDefault("InChIKey", "");
    var compound =
        new Compound(
            keys.get("Name"),
            List.of(),
            Compound.isInchiKey(key) ? key : null,
            null,
            keys.get("Formula"),
            null,
            null);
    var provenance =
        new Provenance(keys.get("DB#"), comments.get("contributor"), comments.get("license"), null);
    String precursor = keys.get("PrecursorMZ");
    var acquisition =
        new Acquisition(
            Polarity.POSITIVE,
            precursor == null ? null : Double.valueOf(precursor),
            null,
            null,
            null,
            null,
            null,
            keys.get("Ionization_energy"),
            null,
            null,
            keys.get("Derivatization"));
    var spectrum = new Spectrum(kind, peaks, acquisition);
    String said = comments.get("family");
    String family =
        said == null && kind == SpectrumKind.TANDEM && compound.inchiKey() != null
            ? families
                .computeIfAbsent(compound.skeleton(), same -> byStructure(keys.get("SMILES"), key))
                .orElse(null)
            : said;
    return new SpectralLibrary.Entry(
        Reference.of(new LibraryEntry(spectrum, compound, provenance, List.of()), entry -> family),
        spectrum);
  }

  /// As a node labels a library that says no family.
  private static Optional<String> byStructure(String smiles, String key) {
    return switch (STRUCTURES.readSmilesWithKey(smiles, key)) {
      case Reading.Read(Structure structure) -> FAMILIES.of(structure);
      case Reading.Refused(var _, var _) -> Optional.empty();
    };
  }
}
