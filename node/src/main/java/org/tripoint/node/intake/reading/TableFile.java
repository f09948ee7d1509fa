package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that can be read as rows, any number of times, always to the same rows.
public sealed interface TableFile permits TableFile.Csv, Workbook {

  /// What looking at a file gives.
  sealed interface Looked {
    record Sound(TableFile file) implements Looked {}

    record Refused(FileRefusal refusal) implements Looked {}
  }

  /// How a file can be opened.
  sealed interface Opened {
    record Rows(TableReader reader) implements Opened {}

    record Refused(FileRefusal refusal) implements Opened {}
  }

  /// `UTF-8`, `windows-1252`; `XLSX` for a workbook.
  String encoding();

  /// The separator, or the name of the sheet.
  String layout();

  /// Opens the content from its first byte.
  ///
  /// @throws IOException if the disk fails
  Opened open() throws IOException;

  /// Looks at the whole file to say what it is. A workbook is read at `sheet`, or at its first
  /// sheet when that is blank.
  ///
  /// @param name the file's name for people
  /// @throws IOException if the disk fails
  static Looked look(Path path, String name, String sheet, Limits limits) throws IOException {
    try {
      if (isZip(path)) {
        return new Looked.Sound(Workbook.look(path, name, sheet, limits));
      }
      return new Looked.Sound(new Csv(path, name, limits, CsvTable.detect(path, name, limits)));
    } catch (FileRefusal.Raised e) {
      return new Looked.Refused(e.refusal());
    }
  }

  private static boolean isZip(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
  }

  /// Separated text.
  record Csv(Path path, String name, Limits limits, CsvTable.Dialect dialect) implements TableFile {
    @Override
    public String encoding() {
      return dialect.encoding().charset().name();
    }

    @Override
    public String layout() {
      return String.valueOf(dialect.separator());
    }

    @Override
    public Opened open() throws IOException {
      try {
        return new Opened.Rows(CsvTable.open(path, name, limits, dialect));
      } catch (FileRefusal.Raised e) {
        return new Opened.Refused(e.refusal());
      }
    }
  }
}
