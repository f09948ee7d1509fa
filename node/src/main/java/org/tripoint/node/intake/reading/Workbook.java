package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// One sheet of an XLSX workbook, looked at entirely before the workbook library may see it.
///
/// @param rows rows of its longest sheet, by which progress is told
/// @param hasStyles false when nothing says how its numbers are written: then none is a date
record Workbook(Path path, String name, Limits limits, String sheet, long rows, boolean hasStyles)
    implements TableFile {

  static Workbook look(Path path, String name, String wanted, Limits limits) throws IOException {
    WorkbookGuard.Seen seen = new WorkbookGuard(path, name, limits).check();
    try (var workbook = openLibrary(path, seen.hasStyles())) {
      return new Workbook(
          path,
          name,
          limits,
          find(workbook, wanted, name).getName(),
          seen.rows(),
          seen.hasStyles());
    } catch (ExcelReaderException | IllegalStateException e) {
      throw damaged(name);
    }
  }

  @Override
  public String encoding() {
    return "XLSX";
  }

  @Override
  public String layout() {
    return sheet;
  }

  @Override
  public Opened open() throws IOException {
    try {
      var workbook = openLibrary(path, hasStyles);
      try {
        return new Opened.Rows(WorkbookTable.open(workbook, find(workbook, sheet, name), this));
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (FileRefusal.Raised e) {
      return new Opened.Refused(e.refusal());
    } catch (ExcelReaderException | IllegalStateException e) {
      return new Opened.Refused(damaged(name).refusal());
    }
  }

  private static ReadableWorkbook openLibrary(Path path, boolean hasStyles) throws IOException {
    return new ReadableWorkbook(path.toFile(), new ReadingOptions(hasStyles, false));
  }

  private static Sheet find(ReadableWorkbook workbook, String wanted, String name)
      throws FileRefusal.Raised {
    var found = wanted.isBlank() ? workbook.getSheet(0) : workbook.findSheet(wanted);
    if (found.isPresent()) {
      return found.get();
    }
    var names = workbook.getSheets().limit(20).map(Sheet::getName).toList();
    throw new FileRefusal.Raised(
        new FileRefusal(Rule.SHEET_NOT_FOUND, name, 0, "", wanted, String.join(" | ", names)));
  }

  static FileRefusal.Raised damaged(String name) {
    return new FileRefusal.Raised(
        new FileRefusal(Rule.WORKBOOK_DAMAGED, name, 0, "", "", "XLSX (ISO/IEC 29500)"));
  }
}
