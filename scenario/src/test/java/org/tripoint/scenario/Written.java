package org.tripoint.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A written scenario, read back row by row as a stranger would.
record Written(Path root) {

  static Written in(Path folder, long seed, String size) throws IOException {
    Scenario.in(folder, seed, size).write();
    return new Written(folder);
  }

  record Line(String file, Instant published) {}

  List<Line> order() {
    List<Line> lines = new ArrayList<>();
    for (String line : text(root.resolve(ScenarioFolder.ORDER)).lines().toList()) {
      String[] words = line.split(" ", -1);
      lines.add(new Line(words[0], Instant.parse(words[1].substring("published=".length()))));
    }
    return lines;
  }

  /// Files of a source in import order, by what their names begin with.
  List<String> files(String prefix) {
    return order().stream().map(Line::file).filter(file -> file.startsWith(prefix)).toList();
  }

  String truth() {
    return text(root.resolve(ScenarioFolder.TRUTH).resolve(GroundTruth.FILE));
  }

  /// Rows by column name.
  List<Map<String, String>> rows(String file) {
    boolean spanish = file.contains("sintetico");
    char separator = file.startsWith("mx-inegi") ? ';' : ',';
    Charset charset = spanish ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    try (BufferedReader reader = Files.newBufferedReader(root.resolve(file), charset)) {
      List<String> columns = fields(withoutMark(reader.readLine()), separator);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> fields = fields(line, separator);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), fields.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every file below the folder with its bytes.
  Map<String, byte[]> bytes() throws IOException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        bytes.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
