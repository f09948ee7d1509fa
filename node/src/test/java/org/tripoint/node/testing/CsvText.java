package org.tripoint.node.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.Extra;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.testsupport.PublicData;

/// A CSV file read the slow, obvious way, for tests: the whole of it, every field as text.
///
/// It shares nothing with the reader of the program, so that the two can be held against each
/// other.
public record CsvText(List<String> columns, List<Map<String, String>> rows) {

  /// Reads a published file, unpacked; a byte order mark goes.
  public static CsvText of(Path file) {
    try (BufferedReader reader = PublicData.openText(file, StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// Reads a text of the test's own.
  public static CsvText of(String text) {
    try {
      return read(new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Format.Header header() {
    return new Format.Header(columns);
  }

  /// The rows as a format reads them.
  public List<Row> formatRows() {
    List<Row> formatRows = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      formatRows.add(new TextRow(i + 1L, rows.get(i)));
    }
    return formatRows;
  }

  private record TextRow(long number, Map<String, String> fields) implements Row {
    @Override
    public String text(String column) {
      return fields.getOrDefault(column, "").strip();
    }

    @Override
    public List<Extra> extras(Set<String> knownColumns) {
      return fields.entrySet().stream()
          .filter(f -> !knownColumns.contains(f.getKey()) && !f.getValue().isBlank())
          .map(f -> new Extra(f.getKey(), f.getValue()))
          .toList();
    }
  }

  private static CsvText read(BufferedReader reader) throws IOException {
    List<String> columns = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int c = reader.read(); ; c = reader.read()) {
      if (quoted && c >= 0) {
        if (c == '"') {
          reader.mark(1);
          if (reader.read() == '"') {
            field.append('"');
          } else {
            reader.reset();
            quoted = false;
          }
        } else {
          field.append((char) c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\n' || c < 0) {
        if (!fields.isEmpty() || !field.isEmpty()) {
          fields.add(field.toString());
          field.setLength(0);
          if (columns.isEmpty()) {
            columns = fields.stream().map(f -> f.replace("\uFEFF", "").strip()).toList();
          } else {
            rows.add(row(columns, fields));
          }
          fields = new ArrayList<>();
        }
        if (c < 0) {
          return new CsvText(columns, rows);
        }
      } else if (c != '\r') {
        field.append((char) c);
      }
    }
  }

  private static Map<String, String> row(List<String> columns, List<String> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), i < fields.size() ? fields.get(i) : "");
    }
    return row;
  }
}
