package org.tripoint.engines.spectra.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Ions by which families are known, from a file.
///
/// Each line is `method|family|group|m/z|least percent|ion|source`. A family is recognised by its
/// ions when a query has at least one of each of its groups; the group `-` is only shown.
public final class DiagnosticIons {

  /// The m/z tolerance of fragment spectra, Da.
  private static final double FRAGMENT_DA = 0.005;

  private static final double NOMINAL_DA = 0.5;

  private final List<Ion> ions;

  private DiagnosticIons(List<Ion> ions) {
    this.ions = List.copyOf(ions);
  }

  private record Ion(
      SpectrumKind kind, String family, String group, double mz, double percent, String name) {

    @Nullable FoundIon findIn(Peaks peaks, double base) {
      double within = kind == SpectrumKind.TANDEM ? FRAGMENT_DA : NOMINAL_DA;
      double highest = 0;
      double at = 0;
      for (int i = 0; i < peaks.size(); i++) {
        if (Math.abs(peaks.mz(i) - mz) <= within && peaks.intensity(i) > highest) {
          highest = peaks.intensity(i);
          at = peaks.mz(i);
        }
      }
      double found = 100 * highest / base;
      return highest > 0 && found >= percent ? new FoundIon(family, name, at, found) : null;
    }
  }

  /// The ions that ship with the engine.
  public static DiagnosticIons shipped() {
    try (InputStream file = DiagnosticIons.class.getResourceAsStream("ions.txt")) {
      if (file == null) {
        throw new IllegalStateException("expected ions.txt beside the class");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ions.txt", e);
    }
  }

  /// Reads such a file; lines that begin with `#` and empty ones are comments.
  ///
  /// @throws IllegalArgumentException naming the line that is not as it should be
  public static DiagnosticIons read(InputStream file) throws IOException {
    List<Ion> ions = new ArrayList<>();
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        ions.add(ion(line, number));
      }
    }
    return new DiagnosticIons(ions);
  }

  private static Ion ion(String line, int number) {
    String[] cells = line.split("\\|", -1);
    try {
      if (cells.length == 7 && !cells[6].isBlank()) {
        return new Ion(
            SpectrumKind.valueOf(cells[0]),
            cells[1],
            cells[2],
            Double.parseDouble(cells[3]),
            Double.parseDouble(cells[4]),
            cells[5]);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line %d of the ions: '%s'".formatted(number, line), e);
    }
    throw new IllegalArgumentException(
        "expected 7 cells with a source in line %d of the ions, found '%s'"
            .formatted(number, line));
  }

  /// The ions of all families that a query has.
  List<FoundIon> findIn(SpectrumKind kind, Peaks peaks) {
    double base = peaks.intensity(peaks.basePeak());
    List<FoundIon> found = new ArrayList<>();
    for (Ion ion : ions) {
      FoundIon one = ion.kind == kind ? ion.findIn(peaks, base) : null;
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  /// The part of each family's groups of which a query has an ion, from 0 to 1, by family.
  Map<String, Double> groupsFound(SpectrumKind kind, Peaks peaks) {
    double base = peaks.intensity(peaks.basePeak());
    Map<String, Map<String, Boolean>> groups = new TreeMap<>();
    for (Ion ion : ions) {
      if (ion.kind == kind && !ion.group.equals("-")) {
        groups
            .computeIfAbsent(ion.family, family -> new TreeMap<>())
            .merge(ion.group, ion.findIn(peaks, base) != null, Boolean::logicalOr);
      }
    }
    Map<String, Double> parts = new TreeMap<>();
    groups.forEach((family, found) ->
        parts.put(
            family, (double) found.values().stream().filter(has -> has).count() / found.size()));
    return parts;
  }
}
