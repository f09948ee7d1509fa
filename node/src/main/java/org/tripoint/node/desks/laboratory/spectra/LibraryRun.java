package org.tripoint.node.desks.laboratory.spectra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.vocabulary.RecordId;

/// One library that is being read, or was since the node started. Safe for any number of threads.
final class LibraryRun {

  /// Refusals of entries that are shown; the others are counted.
  private static final int SHOWN = 20;

  private final String fileName;
  private final String by;
  private final Instant at;
  private final List<Refusal> skips = new ArrayList<>();
  private long spectra;
  private long peaks;
  private long skipped;
  private @Nullable Outcome outcome;

  LibraryRun(String fileName, String by, Instant at) {
    this.fileName = fileName;
    this.by = by;
    this.at = at;
  }

  /// How it ended.
  sealed interface Outcome {
    record Taken(RecordId record) implements Outcome {}

    /// The file was refused; nothing of it was taken.
    record Refused(Refusal refusal) implements Outcome {}

    /// It holds no mass spectrum that could be taken.
    record Nothing() implements Outcome {}

    /// It would take more memory than all libraries may take together.
    ///
    /// @param needed bytes of all libraries together with it
    /// @param most bytes that are allowed
    record NoRoom(long needed, long most) implements Outcome {}

    record Failed() implements Outcome {}
  }

  synchronized void taken(int ofPeaks) {
    spectra++;
    peaks += ofPeaks;
  }

  synchronized void skipped(Refusal refusal) {
    skipped++;
    if (skips.size() < SHOWN) {
      skips.add(refusal);
    }
  }

  synchronized void end(Outcome how) {
    outcome = how;
  }

  /// What stands at one moment.
  record Now(
      String fileName,
      String by,
      Instant at,
      long spectra,
      long peaks,
      long skipped,
      List<Refusal> skips,
      Optional<Outcome> outcome) {}

  synchronized Now now() {
    return new Now(
        fileName,
        by,
        at,
        spectra,
        peaks,
        skipped,
        List.copyOf(skips),
        Optional.ofNullable(outcome));
  }
}
