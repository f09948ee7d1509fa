package org.tripoint.node.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.UnrecognisedTexts.Text;

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
/// @param unrecognised texts that are kept as reported, most often first, at most 100
/// @param ledgerSize versions in the ledger when it was made; null in one made before that was kept
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
    List<Wrong> findings,
    @Nullable List<Text> unrecognised,
    @Nullable Long ledgerSize) {

  static final int SAMPLE = 50;
  static final int TEXTS = 100;

  ImportPreview {
    changedFields = Map.copyOf(changedFields);
    skipped = Map.copyOf(skipped);
    quarantined = Map.copyOf(quarantined);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
    unrecognised = unrecognised == null ? List.of() : List.copyOf(unrecognised);
  }

  /// As `unrecognised`; none in a preview made before they were kept.
  List<Text> texts() {
    return unrecognised == null ? List.of() : unrecognised;
  }

  /// One field of one record that would say something else.
  ///
  /// @param field `<kind>.<field>`
  record Change(long row, String field, String before, String after) {}

  /// One rule that one row breaks.
  record Wrong(long row, Format.Finding finding) {}
}
