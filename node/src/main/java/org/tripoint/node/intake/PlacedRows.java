package org.tripoint.node.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.FileRow.Mends;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.RecordBatch.RecordRead;
import org.tripoint.node.ledger.BatchReceipt.Outcome;

/// Where each row of a batch ends, appended or looked at: one place for the rule, so that both say
/// the same.
final class PlacedRows {
  private final List<QuarantinedRow> quarantined;
  private final Map<String, Long> skipped;
  private final UnrecognisedTexts unrecognised = new UnrecognisedTexts();
  private final List<Mends> mended = new ArrayList<>();
  private final long rows;
  private Restatement restated = Restatement.NONE;
  private long appended;
  private long unchanged;
  private long notRecognised;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  PlacedRows(RecordBatch batch) {
    rows = batch.lastRow() - batch.firstRow() + 1;
    quarantined = new ArrayList<>(batch.quarantined());
    skipped = new HashMap<>(batch.skipped());
  }

  void take(RecordRead read, Outcome outcome) {
    long count = read.rows().size();
    switch (outcome) {
      case Outcome.Appended done -> {
        appended += count;
        restated = restated.plus(read.entry(), done);
      }
      case Outcome.Unchanged done -> unchanged += count;
      case Outcome.Emptied emptied -> skipped.merge("emptied", count, Long::sum);
      case Outcome.Conflicting conflicting -> {
        quarantine(read, new Finding("", "key-twice-in-file", "", ""));
        return;
      }
      case Outcome.Refused refused -> {
        quarantine(read, finding(refused));
        return;
      }
    }
    read.rows().forEach(row -> mended.add(row.mends()));
    note(read, count);
  }

  /// A record of which nobody knows yet what appending it would do.
  void takeUnjudged(RecordRead read) {
    appended += read.rows().size();
    note(read, read.rows().size());
  }

  private void note(RecordRead read, long count) {
    if (!read.soft().isEmpty()) {
      notRecognised += count;
      long row = read.rows().getFirst().number();
      read.soft().forEach(finding -> unrecognised.take(finding, row));
    }
    cover(read.covers());
  }

  private void quarantine(RecordRead read, Finding finding) {
    read.rows().forEach(row -> quarantined.add(new QuarantinedRow(row, List.of(finding))));
  }

  /// The rule `not-kept-<rule>`, with the name of the field of the record in which it is broken.
  private static Finding finding(Outcome.Refused refused) {
    return new Finding("", "not-kept-" + refused.rule(), refused.component(), "");
  }

  private void cover(@Nullable LocalDate day) {
    if (day != null) {
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
    }
  }

  RowCounts counts() {
    long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
    return new RowCounts(
        rows, appended, unchanged, skips, quarantined.size(), notRecognised, first, last);
  }

  List<QuarantinedRow> quarantined() {
    return quarantined;
  }

  Map<String, Long> skipped() {
    return skipped;
  }

  UnrecognisedTexts unrecognised() {
    return unrecognised;
  }

  /// Rows of earlier imports that are mended now.
  List<Mends> mended() {
    return mended;
  }

  Restatement restated() {
    return restated;
  }
}
