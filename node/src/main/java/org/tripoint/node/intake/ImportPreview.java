package org.tripoint.node.intake;

import java.util.List;
import java.util.Map;

/// What appending a file would change.
///
/// @param newRecords records that are not there yet
/// @param changed records that say something else
/// @param changedFields how many of them differ in a field, by kind and field
/// @param appended rows that would be appended
/// @param unchanged rows that say what is there already
/// @param skipped rows by the rule that skips them
/// @param quarantined rows by the rule they break; a row that breaks two is counted under both
/// @param quarantinedRows rows that break a rule
/// @param notRecognised rows with something kept as reported
/// @param noLongerPublished records of the source that a complete file no longer carries
/// @param changes a sample of what changes, at most 50
/// @param findings a sample of what is wrong, at most 50
record ImportPreview(
    long newRecords,
    long changed,
    Map<String, Long> changedFields,
    long appended,
    long unchanged,
    Map<String, Long> skipped,
    Map<String, Long> quarantined,
    long quarantinedRows,
    long notRecognised,
    long noLongerPublished,
    List<Change> changes,
    List<Wrong> findings) {

  static final int SAMPLE = 50;

  ImportPreview {
    changedFields = Map.copyOf(changedFields);
    skipped = Map.copyOf(skipped);
    quarantined = Map.copyOf(quarantined);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /// One field of one record that would say something else.
  ///
  /// @param field `<kind>.<field>`
  record Change(long row, String field, String before, String after) {}

  /// One rule that one row breaks.
  record Wrong(long row, Format.Finding finding) {}
}
