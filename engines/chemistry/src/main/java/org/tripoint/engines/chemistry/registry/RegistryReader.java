package org.tripoint.engines.chemistry.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads lists of substances; their columns are in docs/formats/substances.md.
public final class RegistryReader {

  private static final String FOLDER = "/org/tripoint/engines/chemistry/registry/";
  private static final int COLUMNS = 16;

  private RegistryReader() {}

  /// The registry that ships with this module.
  public static Registry readOwn() {
    List<Substance> substances = new ArrayList<>();
    Map<String, List<String>> families = new LinkedHashMap<>();
    try {
      for (String file : lines(FOLDER + "files.txt")) {
        try (InputStream stream = open(FOLDER + file)) {
          substances.addAll(read(file, stream));
        }
      }
      for (String line : lines(FOLDER + "isomers.csv")) {
        String[] cells = line.split("\\|", -1);
        families.put(cells[0], list(cells[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the registry", e);
    }
    return new Registry(substances, families);
  }

  /// The substances of one file.
  ///
  /// @throws IllegalArgumentException if a line has a mistake, saying which
  public static List<Substance> read(String file, InputStream stream) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<Substance> substances = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number > 1 && !line.isBlank() && !line.startsWith("#")) {
        try {
          substances.add(substance(line.split("\\|", -1)));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(
              file + ", line " + number + ": " + e.getMessage() + ": " + line, e);
        }
      }
    }
    return substances;
  }

  private static Substance substance(String[] cells) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " cells, found " + cells.length);
    }
    return new Substance(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4].isEmpty() ? Optional.empty() : Optional.of(new CasNumber(cells[4])),
        cells[5],
        cells[6],
        cells[7],
        list(cells[8]),
        list(cells[9]),
        cells[10],
        list(cells[11]).stream()
            .map(word -> Substance.Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList(),
        cells[12].isEmpty() ? Optional.empty() : Optional.of(cells[12]),
        list(cells[13]).stream().map(SaltForm::parse).toList(),
        cells[14],
        !cells[15].isEmpty());
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(";"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        RegistryReader.class.getResourceAsStream(resource), () -> "no resource " + resource);
  }
}
