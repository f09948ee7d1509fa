package org.tripoint.node.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.TableReader.Line;

/// Everything that reading a file gives, for tests.
record ReadFile(
    String encoding,
    String layout,
    List<String> columns,
    List<Line> lines,
    @Nullable FileRefusal refusal) {

  static final Limits LIMITS = new Limits(64L << 20, 200, 1 << 16, 100, 8L << 20);

  static ReadFile of(Path folder, byte[] bytes) {
    return of(folder, bytes, LIMITS);
  }

  static ReadFile of(Path folder, String text) {
    return of(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  static ReadFile of(Path folder, byte[] bytes, Limits limits) {
    try {
      Path path = Files.write(folder.resolve("file"), bytes);
      return switch (TableFile.look(path, "nasty.csv", "", limits)) {
        case TableFile.Looked.Refused refused -> refused(refused.refusal());
        case TableFile.Looked.Sound readable -> read(readable.file());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadFile refused(FileRefusal refusal) {
    return new ReadFile("", "", List.of(), List.of(), refusal);
  }

  private static ReadFile read(TableFile file) throws IOException {
    return switch (file.open()) {
      case TableFile.Opened.Refused refused -> refused(refused.refusal());
      case TableFile.Opened.Rows rows -> {
        try (TableReader table = rows.reader()) {
          yield all(file, table);
        }
      }
    };
  }

  private static ReadFile all(TableFile file, TableReader table) throws IOException {
    var lines = new ArrayList<Line>();
    while (true) {
      Line line = table.next();
      if (line instanceof Line.End) {
        return new ReadFile(file.encoding(), file.layout(), table.columns(), lines, null);
      }
      if (line instanceof Line.Refused refused) {
        return new ReadFile(
            file.encoding(), file.layout(), table.columns(), lines, refused.refusal());
      }
      lines.add(line);
    }
  }

  /// Cells of the full rows.
  List<List<String>> rows() {
    return lines.stream()
        .filter(line -> line instanceof Line.Full)
        .map(line -> ((Line.Full) line).cells())
        .toList();
  }

  FileRefusal.@Nullable Rule rule() {
    return refusal == null ? null : refusal.rule();
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
