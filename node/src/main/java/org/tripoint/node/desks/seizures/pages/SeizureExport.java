package org.tripoint.node.desks.seizures.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Page;

/// Writes the whole list that a page shows one screen of. Numbers are exact. A workbook goes on
/// with a further sheet where one is full, and ends with a sheet that says what it holds.
@Component
class SeizureExport {

  private final WholeList list;
  private final ReadSubstances substances;
  private final ReadLedger ledger;
  private final Clock clock;

  SeizureExport(WholeList list, ReadSubstances substances, ReadLedger ledger, Clock clock) {
    this.list = list;
    this.substances = substances;
    this.ledger = ledger;
    this.clock = clock;
  }

  void csv(Page page, Asked asked, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      writer.write('\ufeff');
      WholeList.Line line = cells -> writer.write(CsvLine.forSpreadsheets(cells));
      list.write(page, asked, line, line);
    }
  }

  void xlsx(Page page, Asked asked, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Tripoint", null)) {
      Names names = new Names(page, substances);
      AboutExport about =
          new AboutExport(names, asked, list.isWeekly(asked), clock.instant(), ledger.size());
      SheetRows rows = new SheetRows(workbook, page.t("seizures.title"), SheetRows.MOST_ROWS);
      list.write(page, asked, rows::head, rows::add);
      rows.finish();
      Worksheet sheet = workbook.newWorksheet(page.t("seizures.about"));
      int line = 0;
      for (Fact fact : about.facts(rows.written(), rows.sheets())) {
        sheet.value(line, 0, fact.label());
        sheet.value(line, 1, fact.value());
        line++;
      }
      sheet.finish();
    }
  }
}
