package org.tripoint.engines.spectra.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Fragments and losses that members of a family share, from a file of compositions.
///
/// Unlike [DiagnosticIons], of which a few prove a family, these are many and weak: each counts as
/// much as it is rare among other substances, and the calibration says what the sum is worth. For
/// positive fragment spectra.
final class FamilyIons {

  private static final double WITHIN_DA = 0.006;

  /// Part of all intensity from which a peak counts.
  private static final double LEAST_PART = 0.01;

  /// Part of all intensity from which a peak counts fully; below by its root.
  private static final double FULL_PART = 0.1;

  /// Above the precursor less this nothing counts, Da.
  private static final double PRECURSOR_MARGIN_DA = 1.6;

  private static final double NOWHERE = -1_000;
  private static final double ELECTRON_DA = 0.000548580;
  private static final Pattern ELEMENT = Pattern.compile("([A-Z][a-z]?)([0-9]*)");

  /// Masses of the commonest isotopes, Da.
  private static final Map<String, Double> MASSES =
      Map.of(
          "C", 12.0,
          "H", 1.00782503207,
          "N", 14.0030740048,
          "O", 15.99491461956,
          "F", 18.99840322,
          "P", 30.97376163,
          "S", 31.972071,
          "Cl", 34.96885268,
          "Br", 78.9183371);

  private final Map<String, List<String>> byFamily;
  private final Map<String, Double> masses = new TreeMap<>();

  private FamilyIons(Map<String, List<String>> byFamily) {
    this.byFamily = byFamily;
    byFamily.values().stream()
        .flatMap(Collection::stream)
        .forEach(ion -> masses.computeIfAbsent(ion, FamilyIons::mass));
  }

  /// What a query has of one family.
  ///
  /// @param weight sum over its ions of rarity, less for small peaks
  /// @param explained part of the fragments' intensity
  record Found(double weight, double explained) {}

  /// The ions that ship with the engine.
  static FamilyIons shipped() {
    try (InputStream file = FamilyIons.class.getResourceAsStream("family-ions.txt")) {
      if (file == null) {
        throw new IllegalStateException("expected family-ions.txt beside the class");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read family-ions.txt", e);
    }
  }

  /// Reads `family|composition composition -loss`; lines that begin with `#` are comments.
  ///
  /// @throws IllegalArgumentException naming what is not as it should be
  static FamilyIons read(InputStream file) throws IOException {
    Map<String, List<String>> byFamily = new TreeMap<>();
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.strip().split("\\|", -1);
        if (cells.length != 2 || cells[0].isEmpty() || cells[1].isBlank()) {
          throw new IllegalArgumentException("expected family|ions, found '" + line + "'");
        }
        byFamily.put(cells[0], List.of(cells[1].strip().split(" +", -1)));
      }
    }
    return new FamilyIons(byFamily);
  }

  /// A cation's m/z; of a loss its mass.
  private static double mass(String ion) {
    boolean loss = ion.startsWith("-");
    String composition = loss ? ion.substring(1) : ion;
    Matcher element = ELEMENT.matcher(composition);
    double sum = 0;
    int read = 0;
    while (element.find() && element.start() == read) {
      Double one = MASSES.get(element.group(1));
      if (one == null) {
        break;
      }
      sum += one * (element.group(2).isEmpty() ? 1 : Integer.parseInt(element.group(2)));
      read = element.end();
    }
    if (read == 0 || read < composition.length()) {
      throw new IllegalArgumentException("expected a composition, found '" + ion + "'");
    }
    return loss ? sum : sum - ELECTRON_DA;
  }

  /// All ions of all families.
  Collection<String> ions() {
    return masses.keySet();
  }

  /// The families it knows.
  Collection<String> families() {
    return new TreeSet<>(byFamily.keySet());
  }

  /// The part of the fragments' intensity that each ion has, where it is enough to count.
  Map<String, Double> partsOf(Spectrum query) {
    Peaks peaks = query.peaks();
    Double precursor = query.acquisition().precursorMz();
    List<Integer> fragments = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < peaks.size(); i++) {
      if (precursor == null || peaks.mz(i) < precursor - PRECURSOR_MARGIN_DA) {
        fragments.add(i);
        sum += peaks.intensity(i);
      }
    }
    Map<String, Double> parts = new TreeMap<>();
    for (Map.Entry<String, Double> ion : masses.entrySet()) {
      double part = highestAt(peaks, fragments, position(ion, precursor)) / sum;
      if (part > LEAST_PART) {
        parts.put(ion.getKey(), part);
      }
    }
    return parts;
  }

  /// Where an ion would be; far away for a loss of what is not known.
  private static double position(Map.Entry<String, Double> ion, @Nullable Double precursor) {
    if (!ion.getKey().startsWith("-")) {
      return ion.getValue();
    }
    return precursor == null ? NOWHERE : precursor - ion.getValue();
  }

  private static double highestAt(Peaks peaks, List<Integer> among, double mz) {
    double highest = 0;
    for (int i : among) {
      if (Math.abs(peaks.mz(i) - mz) <= WITHIN_DA) {
        highest = Math.max(highest, peaks.intensity(i));
      }
    }
    return highest;
  }

  /// What a query has of each family.
  Map<String, Found> find(Spectrum query, Calibration calibration) {
    Map<String, Double> parts = partsOf(query);
    Map<String, Found> found = new TreeMap<>();
    byFamily.forEach((family, ions) -> {
      double weight = 0;
      double explained = 0;
      for (String ion : ions) {
        double part = parts.getOrDefault(ion, 0.0);
        if (part > 0) {
          weight += Math.min(1, Math.sqrt(part / FULL_PART)) * calibration.get(rarityOf(ion));
          explained += part;
        }
      }
      found.put(family, new Found(weight, explained));
    });
    return found;
  }

  /// The calibration's name for how rare an ion is among other substances: minus the logarithm of
  /// the part of their spectra that has it.
  static String rarityOf(String ion) {
    return Calibration.TANDEM + ".rarity." + ion;
  }
}
