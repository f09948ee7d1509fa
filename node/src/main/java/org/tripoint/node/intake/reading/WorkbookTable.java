package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Rows of one sheet: the first row with text is the header; row numbers count from the row below
/// it, empty ones too.
final class WorkbookTable implements TableReader {

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final String file;
  private final Limits limits;
  private final CellText cellText;
  private final long bytes;
  private final long rowsInFile;
  private List<String> columns = List.of();
  private int headerRow;
  private long number;
  private @Nullable Row waiting;
  private @Nullable Line last;

  private WorkbookTable(ReadableWorkbook workbook, Stream<Row> stream, Workbook of, long bytes) {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
    this.file = of.name();
    this.limits = of.limits();
    this.rowsInFile = of.rows();
    this.cellText = new CellText(workbook.isDate1904());
    this.bytes = bytes;
  }

  static WorkbookTable open(ReadableWorkbook workbook, Sheet sheet, Workbook of)
      throws IOException {
    var table = new WorkbookTable(workbook, sheet.openStream(), of, Files.size(of.path()));
    table.readHeader();
    return table;
  }

  private void readHeader() throws IOException {
    List<String> header = List.of();
    while (header.isEmpty() && rows.hasNext()) {
      Row row = rows.next();
      headerRow = row.getRowNum();
      header = texts(row);
    }
    if (header.size() > limits.columns()) {
      throw refuse(Rule.TOO_MANY_COLUMNS, "", header.size() + "", "<= " + limits.columns());
    }
    columns = ColumnNames.check(header, file);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  /// The share of the file that the rows read are of all its rows: where the library stands in the
  /// packed file is not known.
  @Override
  public long bytesRead() {
    return last instanceof Line.End || number >= rowsInFile ? bytes : bytes * number / rowsInFile;
  }

  @Override
  public Line next() throws IOException {
    if (last != null) {
      return last;
    }
    try {
      Line line = read();
      if (line instanceof Line.End) {
        last = line;
      }
      return line;
    } catch (FileRefusal.Raised e) {
      last = new Line.Refused(e.refusal());
    } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException e) {
      last = new Line.Refused(Workbook.damaged(file).refusal());
    }
    return last;
  }

  private Line read() throws FileRefusal.Raised {
    Row row = waiting;
    if (row == null) {
      if (!rows.hasNext()) {
        return new Line.End();
      }
      row = rows.next();
    }
    number++;
    if (row.getRowNum() - headerRow > number) {
      waiting = row;
      return new Line.Blank(number);
    }
    waiting = null;
    List<String> cells = texts(row);
    if (cells.isEmpty()) {
      return new Line.Blank(number);
    }
    if (cells.size() > columns.size()) {
      return new Line.Uneven(number, cells, "column-count");
    }
    var full = new ArrayList<>(cells);
    full.addAll(Collections.nCopies(columns.size() - cells.size(), ""));
    return new Line.Full(number, full);
  }

  /// Texts of a row up to its last cell with text.
  private List<String> texts(Row row) throws FileRefusal.Raised {
    var texts = new ArrayList<String>(columns.size());
    int filled = 0;
    for (int i = 0; i < row.getCellCount() && i <= limits.columns(); i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : text(cell);
      texts.add(text);
      if (!text.isBlank()) {
        filled = i + 1;
      }
    }
    return texts.subList(0, filled);
  }

  private String text(Cell cell) throws FileRefusal.Raised {
    String formula = cell.getFormula();
    if (formula != null && !formula.isEmpty()) {
      throw refuse(Rule.FORMULA, cell.getAddress().toString(), "=" + formula, "");
    }
    String text = cellText.of(cell);
    if (text.length() > limits.cellCharacters()) {
      throw refuse(
          Rule.CELL_TOO_LARGE,
          cell.getAddress().toString(),
          text.length() + "",
          "<= " + limits.cellCharacters());
    }
    if (text.indexOf('\0') >= 0) {
      throw refuse(Rule.NUL_BYTE, cell.getAddress().toString(), "U+0000", "");
    }
    return text;
  }

  private FileRefusal.Raised refuse(Rule rule, String column, String found, String expected) {
    return new FileRefusal.Raised(new FileRefusal(rule, file, number, column, found, expected));
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
