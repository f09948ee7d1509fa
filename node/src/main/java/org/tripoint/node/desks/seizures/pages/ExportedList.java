package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Page;

/// One whole list on its way into a file. Numbers are exact.
record ExportedList(WholeList list, Page page, Asked asked, AboutExport about) {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /// Rows alone: a table that every program reads. What it holds, its name says in short.
  void csv(OutputStream out) throws IOException {
    rows(out);
  }

  /// The same rows, beside them what they are: for people as a table of two columns, for programs
  /// as W3C tabular metadata.
  void zip(OutputStream out) throws IOException {
    String name = about.fileName() + ".csv";
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      WholeList.Written written = rows(zip);
      zip.putNextEntry(new ZipEntry(name + "-metadata.json"));
      zip.write(CsvDescription.json(name, about, list.columns(asked), written));
      zip.putNextEntry(new ZipEntry("about.csv"));
      Writer writer = begin(zip);
      for (AboutExport.Line line : about.lines(written, 0)) {
        writer.write(CsvLine.forSpreadsheets(List.of(line.label(), line.value())));
      }
      writer.flush();
      zip.closeEntry();
    }
  }

  /// A workbook goes on with a further sheet where one is full, and ends with a sheet that says
  /// what it holds.
  void xlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Tripoint", null)) {
      SheetRows rows = new SheetRows(workbook, page.t("seizures.title"), SheetRows.MOST_ROWS);
      WholeList.Written written = list.write(page, asked, rows::head, rows::add);
      rows.finish();
      Worksheet sheet = workbook.newWorksheet(page.t("seizures.about"));
      int row = 0;
      for (AboutExport.Line line : about.lines(written, rows.sheets())) {
        sheet.value(row, 0, line.label());
        sheet.value(row, 1, line.value());
        row++;
      }
      sheet.finish();
    }
  }

  private WholeList.Written rows(OutputStream out) throws IOException {
    Writer writer = begin(out);
    WholeList.Line line = cells -> writer.write(CsvLine.forSpreadsheets(cells));
    WholeList.Written written = list.write(page, asked, line, line);
    writer.flush();
    return written;
  }

  /// UTF-8 with a byte order mark, which spreadsheets need to show accents.
  private static Writer begin(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    return writer;
  }
}
