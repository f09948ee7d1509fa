package org.tripoint.node.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What became of the rows read so far. Every row is counted once: the four outcomes add up to the
/// rows.
///
/// @param rows rows read
/// @param appended rows whose record got a new version
/// @param unchanged rows whose record already said so
/// @param skipped rows that carry no record by a rule of their format
/// @param quarantined rows that break a rule
/// @param notRecognised rows among the appended and unchanged with something kept as reported
/// @param coversFrom first day the rows are about
/// @param coversTo last day the rows are about
record RowCounts(
    long rows,
    long appended,
    long unchanged,
    long skipped,
    long quarantined,
    long notRecognised,
    @Nullable LocalDate coversFrom,
    @Nullable LocalDate coversTo) {

  static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, null, null);

  RowCounts {
    if (rows != appended + unchanged + skipped + quarantined) {
      throw new IllegalArgumentException(
          "expected every row to have one outcome, found %d rows and %d + %d + %d + %d"
              .formatted(rows, appended, unchanged, skipped, quarantined));
    }
  }

  RowCounts plus(RowCounts more) {
    return new RowCounts(
        rows + more.rows,
        appended + more.appended,
        unchanged + more.unchanged,
        skipped + more.skipped,
        quarantined + more.quarantined,
        notRecognised + more.notRecognised,
        earlier(coversFrom, more.coversFrom),
        later(coversTo, more.coversTo));
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
