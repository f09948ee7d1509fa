package org.tripoint.node.intake;

import java.time.Instant;
import java.util.List;

/// Where the imports stand, in a few numbers, for the overview.
public interface SummariseImports {

  /// Counts what waits, what moves, and what ended lately.
  ///
  /// @param since what has ended after this instant counts as news
  Summary summarise(Instant since);

  /// Files with rows in quarantine that nobody has settled, the last received first.
  List<Quarantined> listQuarantined(int limit);

  /// One file with rows in quarantine.
  ///
  /// @param imported number of the import: its quarantine lies under `/imports/{imported}`
  /// @param rows rows that nobody has settled
  record Quarantined(long imported, String fileName, long rows) {}

  /// How the imports stand.
  ///
  /// @param waiting imports that wait for a person: an answer, or a look at the preview
  /// @param moving imports that are being read or appended
  /// @param quarantinedRows rows in quarantine that nobody has settled
  /// @param ended imports that ended well since
  /// @param stopped imports that were refused or failed since
  /// @param any true when there has ever been an import
  record Summary(
      long waiting, long moving, long quarantinedRows, long ended, long stopped, boolean any) {}
}
