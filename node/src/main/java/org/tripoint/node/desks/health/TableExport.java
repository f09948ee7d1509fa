package org.tripoint.node.desks.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tripoint.node.web.CsvLine;

/// A table as a file: what a page shows, with numbers as numbers.
///
/// @param name file name without its ending
/// @param heads one a column
/// @param rows text, numbers, days or null; as many cells as heads
record TableExport(String name, List<String> heads, List<List<@Nullable Object>> rows) {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /// The file in the asked format; CSV unless it is `xlsx`.
  ResponseEntity<byte[]> as(String format) {
    boolean sheet = format.equals("xlsx");
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + (sheet ? ".xlsx" : ".csv"), StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(sheet ? XLSX : new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(sheet ? workbook() : csv());
  }

  private byte[] csv() {
    StringBuilder text = new StringBuilder("\uFEFF");
    text.append(CsvLine.forSpreadsheets(heads));
    rows.forEach(row -> text.append(CsvLine.forSpreadsheets(row)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tripoint", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("1");
      for (int c = 0; c < heads.size(); c++) {
        sheet.value(0, c, heads.get(c));
        sheet.style(0, c).bold().set();
      }
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < heads.size(); c++) {
          put(sheet, r + 1, c, rows.get(r).get(c));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet sheet, int row, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case BigDecimal number -> sheet.value(row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> sheet.value(row, column, cell.toString());
    }
  }
}
