package org.tripoint.node.overview;

import java.util.List;
import org.tripoint.node.intake.SummariseImports.Quarantined;
import org.tripoint.node.intake.SummariseImports.Summary;
import org.tripoint.node.signals.ReadSignals.Item;

/// What changed since a person's last visit, in finished words; each thing leads to its page.
///
/// @param figures new and restated figures, the restated ones before the new ones of each metric
/// @param moreFigures changes that are not among these
/// @param restated number of restated figures in all
/// @param added number of new periods in all
/// @param signals raised since, the newest first
/// @param newSignals how many were raised
/// @param waitingSignals how many nobody has looked at
/// @param quarantined files with rows that nobody has settled
/// @param imports where the imports stand
/// @param releases files taken in
/// @param releaseCount how many in all
/// @param ledgerSize versions in the ledger
public record News(
    List<FigureNews> figures,
    int moreFigures,
    int restated,
    int added,
    List<Item> signals,
    long newSignals,
    long waitingSignals,
    List<Quarantined> quarantined,
    Summary imports,
    List<NewRelease> releases,
    int releaseCount,
    long ledgerSize) {
  public News {
    figures = List.copyOf(figures);
    signals = List.copyOf(signals);
    quarantined = List.copyOf(quarantined);
    releases = List.copyOf(releases);
  }

  /// One figure that is new, or is another than it was.
  ///
  /// @param title the metric
  /// @param where country and what is kept apart
  /// @param link the metric's page as it stood then, with what was restated since
  /// @param period of the value
  /// @param before the old value; "" for a new period
  /// @param after the value that stands now
  /// @param note how many more periods are new; "" for a restated one
  /// @param file the release that changed it; ""
  /// @param fileLink its record; ""
  /// @param published when that release was published; ""
  public record FigureNews(
      String title,
      String where,
      String link,
      String period,
      String before,
      String after,
      String note,
      String file,
      String fileLink,
      String published) {}
}
