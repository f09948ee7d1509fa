package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Cuts separated text into lines of cells, after RFC 4180.
///
/// Idea: one pass over a character buffer; a cell becomes a string when its end is seen, so only
/// the cell at hand has to stay in the buffer, which grows with it up to the limit. Departs from
/// the RFC: any one-character separator; line ends may be LF or CR throughout the file, but never
/// mixed outside quotes; a quote inside an unquoted cell stands for itself; text after a closing
/// quote is reported, not repaired.
final class CsvLines {

  private enum LineEnd {
    LF,
    CR,
    CRLF
  }

  private enum CellEnd {
    SEPARATOR,
    LINE,
    FILE
  }

  private final Reader in;
  private final String file;
  private final char separator;
  private final int cellLimit;
  private final int columnLimit;
  private char[] buffer = new char[1 << 16];
  private int start;
  private int position;
  private int limit;
  private boolean exhausted;
  private @Nullable LineEnd lineEnd;
  private long row = -1;
  private boolean misplacedQuote;
  private int cellNumber;
  private int lastCount = 8;

  CsvLines(Reader in, String file, char separator, int cellLimit, int columnLimit) {
    this.in = in;
    this.file = file;
    this.separator = separator;
    this.cellLimit = cellLimit;
    this.columnLimit = columnLimit;
  }

  /// Number of the line that was read last: 0 is the first line of the file, -1 when none has been
  /// read.
  long row() {
    return row;
  }

  /// The next line is line 0 again.
  void restartNumbers() {
    row = -1;
  }

  /// Number of the cell being read, from 0.
  int cellNumber() {
    return cellNumber;
  }

  /// True when the line read last has text after a closing quote.
  boolean hasMisplacedQuote() {
    return misplacedQuote;
  }

  /// Reads the cells of the next line, at least one; null at the end of the file.
  @Nullable List<String> next() throws IOException {
    if (position >= limit && !fill()) {
      return null;
    }
    row++;
    misplacedQuote = false;
    var cells = new ArrayList<String>(lastCount);
    CellEnd end;
    do {
      cellNumber = cells.size();
      end = cell(cells);
      if (cells.size() > columnLimit) {
        throw refuse(Rule.TOO_MANY_COLUMNS, String.valueOf(cells.size()), "<= " + columnLimit);
      }
    } while (end == CellEnd.SEPARATOR);
    lastCount = cells.size();
    return cells;
  }

  private CellEnd cell(List<String> cells) throws IOException {
    start = position;
    if ((position < limit || fill()) && buffer[position] == '"') {
      return quoted(cells);
    }
    return plain(cells, "");
  }

  private CellEnd plain(List<String> cells, String before) throws IOException {
    do {
      char[] text = buffer;
      int end = limit;
      for (int i = position; i < end; i++) {
        char c = text[i];
        if (c == separator || c == '\n' || c == '\r') {
          position = i;
          cells.add(before + text(start, i));
          return endOfCell(c);
        }
      }
      position = limit;
    } while (fill());
    cells.add(before + text(start, position));
    return CellEnd.FILE;
  }

  private CellEnd quoted(List<String> cells) throws IOException {
    position++;
    start = position;
    boolean doubled = false;
    while (true) {
      int quote = indexOfQuote();
      if (quote < 0) {
        throw refuse(Rule.QUOTE_NOT_CLOSED, text(start, start + 40), "\"");
      }
      position = quote + 1;
      boolean more = position < limit || fill();
      if (more && buffer[position] == '"') {
        doubled = true;
        position++;
        continue;
      }
      String text = text(start, position - 1);
      String value = doubled ? text.replace("\"\"", "\"") : text;
      if (!more) {
        cells.add(value);
        return CellEnd.FILE;
      }
      char c = buffer[position];
      if (c == separator || c == '\n' || c == '\r') {
        cells.add(value);
        return endOfCell(c);
      }
      misplacedQuote = true;
      start = position;
      return plain(cells, value);
    }
  }

  private int indexOfQuote() throws IOException {
    do {
      for (int i = position; i < limit; i++) {
        if (buffer[i] == '"') {
          return i;
        }
      }
      position = limit;
    } while (fill());
    return -1;
  }

  private CellEnd endOfCell(char c) throws IOException {
    position++;
    if (c == separator) {
      return CellEnd.SEPARATOR;
    }
    LineEnd found = LineEnd.LF;
    if (c == '\r') {
      found = LineEnd.CR;
      start = position;
      if ((position < limit || fill()) && buffer[position] == '\n') {
        position++;
        found = LineEnd.CRLF;
      }
    }
    if (lineEnd == null) {
      lineEnd = found;
    } else if (lineEnd != found) {
      throw refuse(Rule.MIXED_LINE_ENDS, found.name(), lineEnd.name());
    }
    return CellEnd.LINE;
  }

  private String text(int from, int to) throws IOException {
    int end = Math.min(to, limit);
    if (end - from > cellLimit) {
      throw refuse(Rule.CELL_TOO_LARGE, (end - from) + "", "<= " + cellLimit);
    }
    return end <= from ? "" : new String(buffer, from, end - from);
  }

  /// Reads on, keeping what stands from `start`.
  private boolean fill() throws IOException {
    if (exhausted) {
      return false;
    }
    int kept = limit - start;
    // A quoted cell may hold its limit in doubled quotes before it is known to be too large.
    if (kept > 2L * cellLimit + 2) {
      throw refuse(Rule.CELL_TOO_LARGE, "> " + cellLimit, "<= " + cellLimit);
    }
    if (kept > buffer.length / 2) {
      buffer = Arrays.copyOfRange(buffer, start, start + buffer.length * 2);
    } else if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, kept);
    }
    position -= start;
    limit = kept;
    start = 0;
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      exhausted = true;
      return false;
    }
    limit += read;
    return true;
  }

  private FileRefusal.Raised refuse(Rule rule, String found, String expected) {
    return new FileRefusal.Raised(
        new FileRefusal(rule, file, Math.max(0, row), "", found, expected));
  }
}
