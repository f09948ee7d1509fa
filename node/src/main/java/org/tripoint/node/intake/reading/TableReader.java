package org.tripoint.node.intake.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Rows of one file in order. Used by one thread.
public interface TableReader extends Closeable {

  /// Unique, non-blank names, in file order.
  List<String> columns();

  /// The next line; after [Line.End] or [Line.Refused] always the same again.
  ///
  /// @throws IOException if the disk fails; what is wrong with the file itself is a [Line.Refused]
  Line next() throws IOException;

  /// Bytes of the file as it lies on disk that have been read so far.
  long bytesRead();

  /// What comes next in a file.
  sealed interface Line {
    /// A row with as many cells as there are columns.
    record Full(long number, List<String> cells) implements Line {}

    /// A row with other than that many cells, or with text after a closing quote.
    ///
    /// @param rule `column-count` or `quote-misplaced`
    record Uneven(long number, List<String> cells, String rule) implements Line {}

    /// A row without any text.
    record Blank(long number) implements Line {}

    /// The file is not read.
    record Refused(FileRefusal refusal) implements Line {}

    /// There are no more rows.
    record End() implements Line {}
  }
}
