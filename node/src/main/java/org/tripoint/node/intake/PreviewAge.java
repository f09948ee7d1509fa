package org.tripoint.node.intake;

import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ForeseeAppend;

/// Whether what a person was shown still holds.
@Component
class PreviewAge {

  private final ForeseeAppend foresee;

  PreviewAge(ForeseeAppend foresee) {
    this.foresee = foresee;
  }

  /// True when records of the source were appended, or its releases corrected, after the import's
  /// preview was made.
  boolean isStale(ImportJob job) {
    ImportPreview preview = job.preview();
    if (preview == null) {
      return false;
    }
    Long size = preview.ledgerSize();
    return size == null || foresee.hasMoved(job.readingOrThrow().source(), size);
  }
}
