package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A CSV file as rows under its column names.
final class CsvTable implements TableReader {

  private static final int SAMPLE_CHARACTERS = 1 << 16;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final FileBytes bytes;
  private final CsvLines lines;
  private final List<String> columns;
  private @Nullable Line last;

  private CsvTable(FileBytes bytes, CsvLines lines, List<String> columns) {
    this.bytes = bytes;
    this.lines = lines;
    this.columns = columns;
  }

  /// How the text of a file is written.
  record Dialect(TextEncoding encoding, char separator, boolean hasSeparatorLine) {}

  /// Reads the whole file once to know its encoding, and its beginning to know its separator.
  static Dialect detect(Path path, String file, Limits limits) throws IOException {
    TextEncoding encoding = encoding(path, file, limits);
    try (var bytes = FileBytes.open(path, file, limits);
        Reader reader = reader(bytes, encoding)) {
      return dialect(encoding, head(reader), file, limits);
    }
  }

  private static TextEncoding encoding(Path path, String file, Limits limits) throws IOException {
    TextEncoding encoding;
    try (var bytes = FileBytes.open(path, file, limits)) {
      encoding = TextEncoding.detect(bytes, file);
    } catch (FileRefusal.Raised e) {
      if (e.refusal().rule() == FileRefusal.Rule.NOT_TEXT) {
        refuseMixture(path, file, limits);
      }
      throw e;
    }
    if (encoding.isGuessed()) {
      refuseMixture(path, file, limits);
    }
    return encoding;
  }

  private static void refuseMixture(Path path, String file, Limits limits) throws IOException {
    try (var bytes = FileBytes.open(path, file, limits)) {
      Optional<FileRefusal> mixture = EncodingMixture.find(bytes, file);
      if (mixture.isPresent()) {
        throw new FileRefusal.Raised(mixture.get());
      }
    }
  }

  static CsvTable open(Path path, String file, Limits limits, Dialect dialect) throws IOException {
    var bytes = FileBytes.open(path, file, limits);
    try {
      var lines =
          new CsvLines(
              reader(bytes, dialect.encoding),
              file,
              dialect.separator,
              limits.cellCharacters(),
              limits.columns());
      if (dialect.hasSeparatorLine) {
        lines.next();
        lines.restartNumbers();
      }
      List<String> header = lines.next();
      return new CsvTable(
          bytes, lines, ColumnNames.check(header == null ? List.of() : header, file));
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long bytesRead() {
    return bytes.bytesRead();
  }

  @Override
  public Line next() throws IOException {
    if (last != null) {
      return last;
    }
    List<String> cells;
    try {
      cells = lines.next();
    } catch (FileRefusal.Raised e) {
      last = new Line.Refused(named(e.refusal()));
      return last;
    }
    if (cells == null) {
      last = new Line.End();
      return last;
    }
    long number = lines.row();
    if (lines.hasMisplacedQuote()) {
      return new Line.Uneven(number, cells, "quote-misplaced");
    }
    if (isBlank(cells)) {
      return new Line.Blank(number);
    }
    return cells.size() == columns.size()
        ? new Line.Full(number, cells)
        : new Line.Uneven(number, cells, "column-count");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private FileRefusal named(FileRefusal refusal) {
    int cell = lines.cellNumber();
    String column = cell < columns.size() ? columns.get(cell) : String.valueOf(cell + 1);
    return new FileRefusal(
        refusal.rule(), refusal.file(), refusal.row(), column, refusal.found(), refusal.expected());
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static Reader reader(FileBytes bytes, TextEncoding encoding) throws IOException {
    bytes.skipNBytes(encoding.markBytes());
    return new InputStreamReader(bytes, encoding.charset());
  }

  private static String head(Reader reader) throws IOException {
    var text = new char[SAMPLE_CHARACTERS];
    int length = 0;
    int read;
    while (length < text.length && (read = reader.read(text, length, text.length - length)) > 0) {
      length += read;
    }
    return new String(text, 0, length);
  }

  private static Dialect dialect(TextEncoding encoding, String head, String file, Limits limits) {
    if (head.matches("(?s)sep=[,;\t|][\r\n].*")) {
      return new Dialect(encoding, head.charAt(4), true);
    }
    char best = ',';
    long bestScore = -1;
    for (char separator : SEPARATORS) {
      long score = score(head, separator, file, limits);
      if (score > bestScore) {
        bestScore = score;
        best = separator;
      }
    }
    return new Dialect(encoding, best, false);
  }

  /// Rows that have as many cells as the header count first, then the number of columns; one column
  /// counts nothing.
  private static long score(String head, char separator, String file, Limits limits) {
    var lines =
        new CsvLines(new StringReader(head), file, separator, limits.cellCharacters(), 10_000);
    var counts = new ArrayList<Integer>();
    try {
      List<String> cells;
      while (counts.size() < 50 && (cells = lines.next()) != null) {
        if (!isBlank(cells)) {
          counts.add(cells.size());
        }
      }
    } catch (IOException e) {
      // The rest of the sample says nothing about the separator; reading the file will say what is
      // wrong.
    }
    if (counts.isEmpty() || counts.getFirst() < 2) {
      return 0;
    }
    int columns = counts.getFirst();
    long even = counts.stream().filter(count -> count == columns).count();
    return even * 1_000 / counts.size() * 20_000 + columns;
  }
}
