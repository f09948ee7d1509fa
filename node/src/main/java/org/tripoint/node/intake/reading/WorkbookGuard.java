package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Unpacks every entry of a workbook once, keeping nothing, to refuse what would harm its reader:
/// bombs, huge texts, document types (entity expansion), zero characters, too much shared text.
/// Sizes that the archive states about itself are not believed.
final class WorkbookGuard {

  private static final String SHARED_TEXT = "xl/sharedStrings.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final String STYLES = "styles.xml";
  private static final int ENTRIES = 10_000;
  private static final byte[] DOCUMENT_TYPE = {'<', '!', 'D', 'O', 'C'};

  private static final byte[] ROW = {'<', 'r', 'o', 'w'};

  private final Path path;
  private final String name;
  private final Limits limits;
  private long unpacked;
  private long mostRows;
  private boolean hasStyles;

  WorkbookGuard(Path path, String name, Limits limits) {
    this.path = path;
    this.name = name;
    this.limits = limits;
  }

  /// What a harmless workbook holds.
  ///
  /// @param rows rows of its longest sheet
  /// @param hasStyles false when it leaves out the part that says how cells are written
  record Seen(long rows, boolean hasStyles) {}

  /// Refuses what would harm.
  Seen check() throws IOException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw refuse(Rule.NOT_A_TABLE, "", "ZIP", "CSV, XLSX");
      }
      if (zip.size() > ENTRIES) {
        throw refuse(Rule.UNPACKS_TOO_LARGE, "", zip.size() + "", "<= " + ENTRIES);
      }
      var entries = zip.entries();
      while (entries.hasMoreElements()) {
        check(zip, entries.nextElement());
      }
      return new Seen(mostRows, hasStyles);
    } catch (ZipException e) {
      throw Workbook.damaged(name);
    }
  }

  private void check(ZipFile zip, ZipEntry entry) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    boolean isXml = entry.getName().endsWith(".xml");
    long size = 0;
    var text = new LongestText();
    try (InputStream in = zip.getInputStream(entry)) {
      var bytes = new byte[1 << 16];
      int read;
      while ((read = in.read(bytes)) > 0) {
        size += read;
        unpacked += read;
        guardSize(entry.getName(), size, packed);
        if (isXml) {
          text.take(bytes, read);
          guardText(entry.getName(), text);
        }
      }
    }
    hasStyles |= entry.getName().endsWith(STYLES);
    if (entry.getName().startsWith(SHEETS)) {
      mostRows = Math.max(mostRows, text.rows);
    }
  }

  private void guardSize(String entry, long size, long packed) throws IOException {
    if (unpacked > limits.unpackedBytes()) {
      throw refuse(
          Rule.UNPACKS_TOO_LARGE, entry, "> " + unpacked + " B", "<= " + limits.unpackedBytes());
    }
    if (size > Limits.RATIO_FREE_BYTES && size / packed > limits.unpackRatio()) {
      throw refuse(
          Rule.UNPACKS_TOO_FAR,
          entry,
          size / packed + " : 1",
          "<= " + limits.unpackRatio() + " : 1");
    }
    if (entry.equals(SHARED_TEXT) && size > limits.sharedTextBytes()) {
      throw refuse(
          Rule.UNPACKS_TOO_LARGE,
          entry,
          "> " + size + " B",
          "<= " + limits.sharedTextBytes() + " B");
    }
  }

  private void guardText(String entry, LongestText text) throws IOException {
    if (text.longest > 4L * limits.cellCharacters()) {
      throw refuse(Rule.CELL_TOO_LARGE, entry, text.longest + "", "<= " + limits.cellCharacters());
    }
    if (text.sawZero) {
      throw refuse(Rule.NUL_BYTE, entry, "U+0000", "XML 1.0");
    }
    if (text.sawDocumentType) {
      throw refuse(Rule.WORKBOOK_DAMAGED, entry, "<!DOCTYPE", "XLSX (ISO/IEC 29500)");
    }
  }

  private FileRefusal.Raised refuse(Rule rule, String entry, String found, String expected) {
    return new FileRefusal.Raised(new FileRefusal(rule, name, 0, entry, found, expected));
  }

  /// Follows the bytes of an XML text: the longest run without a `<`, zeros, a document type, rows.
  private static final class LongestText {
    private long run;
    private long longest;
    private int matched;
    private int row;
    private long rows;
    private boolean sawZero;
    private boolean sawDocumentType;

    void take(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        run = b == '<' ? 0 : run + 1;
        longest = Math.max(longest, run);
        sawZero |= b == 0;
        matched = b == DOCUMENT_TYPE[matched] ? matched + 1 : b == '<' ? 1 : 0;
        row = b == ROW[row] ? row + 1 : b == '<' ? 1 : 0;
        if (row == ROW.length) {
          rows++;
          row = 0;
        }
        if (matched == DOCUMENT_TYPE.length) {
          sawDocumentType = true;
          matched = 0;
        }
      }
    }
  }
}
