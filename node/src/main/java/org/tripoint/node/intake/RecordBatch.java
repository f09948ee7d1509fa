package org.tripoint.node.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.ledger.Entry;

/// Neighbouring rows of a file, read: what is appended together.
///
/// @param firstRow number of its first row
/// @param lastRow number of its last row; every row between has one place in the lists
/// @param records what the rows say, in file order
/// @param quarantined rows that break a rule
/// @param skipped rows that carry no record, by rule
/// @param bytesRead bytes of the file read so far
record RecordBatch(
    long firstRow,
    long lastRow,
    List<RecordRead> records,
    List<QuarantinedRow> quarantined,
    Map<String, Long> skipped,
    long bytesRead) {
  RecordBatch {
    records = List.copyOf(records);
    quarantined = List.copyOf(quarantined);
    skipped = Map.copyOf(skipped);
    long placed =
        records.stream().mapToLong(record -> record.rows.size()).sum()
            + quarantined.size()
            + skipped.values().stream().mapToLong(Long::longValue).sum();
    if (placed != lastRow - firstRow + 1) {
      throw new IllegalArgumentException(
          "expected rows %d to %d to be accounted for, found %d"
              .formatted(firstRow, lastRow, placed));
    }
  }

  /// A record as one row, or the rows of one group, state it.
  ///
  /// @param entry its key is without an ordinal
  /// @param soft what was not recognised
  record RecordRead(
      Entry entry, List<FileRow> rows, @Nullable LocalDate covers, List<Finding> soft) {
    RecordRead {
      rows = List.copyOf(rows);
      soft = List.copyOf(soft);
    }
  }

  /// A row with every rule it breaks.
  record QuarantinedRow(FileRow row, List<Finding> findings) {
    QuarantinedRow {
      findings = List.copyOf(findings);
    }
  }
}
