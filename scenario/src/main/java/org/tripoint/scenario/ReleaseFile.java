package org.tripoint.scenario;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One delimited file being written.
final class ReleaseFile implements Closeable {

  /// How a publisher writes its files.
  ///
  /// @param charset its character set
  /// @param lineEnd what ends a line
  /// @param separator between fields
  /// @param byteOrderMark true when files begin with one
  record Layout(Charset charset, String lineEnd, char separator, boolean byteOrderMark) {}

  private final Layout layout;
  private final BufferedWriter writer;
  private long rows = -1;

  ReleaseFile(Path path, Layout layout) throws IOException {
    this.layout = layout;
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path), layout.charset()), 1 << 16);
    if (layout.byteOrderMark()) {
      writer.write('\uFEFF');
    }
  }

  /// Writes one line; the first is the header.
  void row(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        writer.write(layout.separator());
      }
      writer.write(quoted(fields.get(i)));
    }
    writer.write(layout.lineEnd());
    rows++;
  }

  void row(String... fields) throws IOException {
    row(List.of(fields));
  }

  /// Lines written after the header.
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private String quoted(String field) {
    boolean plain =
        field.indexOf(layout.separator()) < 0
            && field.indexOf('"') < 0
            && field.indexOf('\n') < 0
            && field.indexOf('\r') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
