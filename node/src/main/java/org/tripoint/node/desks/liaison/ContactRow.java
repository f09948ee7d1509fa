package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// A contact to report: proposed by an answer or by reads of a day, or written.
///
/// @param record the report; null while it is only proposed
/// @param draft what proposed it; "" for one written freely
/// @param report as it stands, or as it is proposed
/// @param evidence records that it rests on
/// @param late true when its last day is over and it was not reported
public record ContactRow(
    @Nullable RecordId record,
    String draft,
    ContactReport report,
    List<RecordId> evidence,
    boolean late) {
  public ContactRow {
    evidence = List.copyOf(evidence);
  }

  public Instant at() {
    return report.at();
  }

  public LocalDate due() {
    return report.due();
  }

  public Country country() {
    return report.country();
  }
}
