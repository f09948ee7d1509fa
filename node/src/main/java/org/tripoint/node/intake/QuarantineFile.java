package org.tripoint.node.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Quarantine.Only;

/// Rows in quarantine as a CSV file: our three columns with the reason, then the file's own,
/// unchanged. Mended and handed in again, the rows leave quarantine.
@Component
class QuarantineFile {

  private final Quarantine quarantine;
  private final ImportWords words;

  QuarantineFile(Quarantine quarantine, ImportWords words) {
    this.quarantine = quarantine;
    this.words = words;
  }

  void answer(ImportJob job, Only only, Locale locale, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"quarantine-" + job.id() + ".csv\"");
    write(job, only, locale, response.getOutputStream());
  }

  /// UTF-8 with a byte order mark, which spreadsheets need to show accents.
  void write(ImportJob job, Only only, Locale locale, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    writer.write('\ufeff');
    var header = new ArrayList<>(List.of(OurColumns.IMPORT, OurColumns.ROW, OurColumns.REASON));
    header.addAll(job.readingOrThrow().columns());
    line(writer, header);
    try {
      quarantine.each(
          job.id(),
          only,
          held -> {
            var cells = new ArrayList<String>();
            cells.add(String.valueOf(job.id()));
            cells.add(String.valueOf(held.row()));
            cells.add(words.findings(held.findings(), locale));
            cells.addAll(held.cells());
            lineUnchecked(writer, cells);
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    }
    writer.flush();
  }

  private static void lineUnchecked(Writer writer, List<String> cells) {
    try {
      line(writer, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      writer.write(quoted(cells.get(i)));
    }
    writer.write("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length() && plain; i++) {
      char c = cell.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r' && c != ';' && c != '\t' && c != '|';
    }
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
