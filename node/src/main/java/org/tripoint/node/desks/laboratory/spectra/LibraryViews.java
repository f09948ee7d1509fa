package org.tripoint.node.desks.laboratory.spectra;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.spectra.LibraryRun.Outcome;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;

/// The libraries as their page shows them.
public final class LibraryViews {

  private LibraryViews() {}

  /// A library.
  ///
  /// @param shared whether its spectra may leave the node, in words
  /// @param trouble why it is not searched; "" when it is
  public record LibraryRow(
      String record,
      String name,
      String licence,
      String shared,
      String contributor,
      String source,
      String format,
      String spectra,
      String skipped,
      String handedIn,
      boolean synthetic,
      String trouble) {}

  /// A library that is being read, or was.
  ///
  /// @param tone of what became of it: `good`, `bad` or `warning`
  /// @param outcome in words; "" while it is read
  /// @param skips why entries were left out
  /// @param more how many further ones were
  public record RunRow(
      String fileName,
      String read,
      long spectra,
      boolean running,
      String tone,
      String outcome,
      List<String> skips,
      String more) {
    public RunRow {
      skips = List.copyOf(skips);
    }
  }

  static LibraryRow library(Library library, Optional<Shelf> shelf, SpectraWords words) {
    ImportedLibrary content = library.content();
    String trouble =
        shelf
            .map(known ->
                known.missing().contains(library)
                    ? words.page().t("spectra.library.missing")
                    : known.leftOut().contains(library)
                        ? words.page().t("spectra.library.left-out")
                        : "")
            .orElse("");
    return new LibraryRow(
        library.record().toString(),
        content.version().isEmpty() ? content.name() : content.name() + ", " + content.version(),
        content.licence(),
        words.page().t(content.mayBeShared() ? "spectra.shared.yes" : "spectra.shared.no"),
        content.contributor(),
        content.source(),
        words.format(content.format()),
        words.page().number(content.spectra()),
        content.skipped() == 0 ? "" : words.page().t("spectra.library.skipped", content.skipped()),
        words
            .page()
            .t("spectra.library.handed-in", words.page().instant(library.at()), library.actor()),
        content.synthetic(),
        trouble);
  }

  static RunRow run(LibraryRun.Now run, SpectraWords words) {
    return new RunRow(
        run.fileName(),
        words.page().t("spectra.run.read", run.spectra(), run.peaks()),
        run.spectra(),
        run.outcome().isEmpty(),
        tone(run),
        run.outcome().map(outcome -> outcome(outcome, run, words)).orElse(""),
        run.skips().stream().map(words::refusal).toList(),
        run.skipped() > run.skips().size()
            ? words.page().t("spectra.run.more", run.skipped() - run.skips().size())
            : "");
  }

  private static String tone(LibraryRun.Now run) {
    boolean taken = run.outcome().stream().allMatch(Outcome.Taken.class::isInstance);
    return !taken ? "bad" : run.skipped() > 0 ? "warning" : "good";
  }

  private static String outcome(Outcome outcome, LibraryRun.Now run, SpectraWords words) {
    return switch (outcome) {
      case Outcome.Taken ignored ->
          words.page().t("spectra.run.taken", run.spectra(), run.skipped());
      case Outcome.Refused refused ->
          words.page().t("spectra.run.refused", words.refusal(refused.refusal()));
      case Outcome.Nothing ignored -> words.page().t("spectra.run.nothing");
      case Outcome.NoRoom room ->
          words
              .page()
              .t(
                  "spectra.run.no-room",
                  words.megabytes(room.needed()),
                  words.megabytes(room.most()));
      case Outcome.Failed ignored -> words.page().t("spectra.run.failed");
    };
  }
}
