package org.tripoint.node.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal;

/// One delivery and how far it has come.
///
/// @param reading null until it was recognised
/// @param publication null until it is known
/// @param question what a person is asked while the state is NEEDS_ANSWER
/// @param estimate when it was probably published, once all rows were read
/// @param rowsTotal rows in the file, null until it was read once
/// @param release the release it became, null before appending
/// @param sameAs an earlier import of the same bytes for the same source: nothing was appended
/// @param restatement known records among the appended that say something else
/// @param noLongerPublished records that it no longer carried
/// @param fileRemoved when its file went, because a purge emptied something that it carried
record ImportJob(
    long id,
    ImportState state,
    Delivery delivery,
    @Nullable Reading reading,
    @Nullable Publication publication,
    @Nullable Question question,
    @Nullable Instant estimate,
    @Nullable Long rowsTotal,
    long bytesRead,
    RowCounts counts,
    Restatement restatement,
    long noLongerPublished,
    @Nullable UUID release,
    @Nullable Long sameAs,
    @Nullable String confirmedBy,
    @Nullable FileRefusal refusal,
    @Nullable ImportPreview preview,
    @Nullable Instant finished,
    @Nullable Instant fileRemoved) {

  /// What a person is asked.
  enum Question {
    MAPPING,
    PUBLISHED,
    /// Whether `1,234` is a thousand or one with three decimals.
    NUMBERS
  }

  /// True when the file was a mapping, and has been taken.
  boolean isMapping() {
    return state == ImportState.DONE && reading == null;
  }

  Reading readingOrThrow() {
    return Optional.ofNullable(reading)
        .orElseThrow(
            () -> new IllegalStateException("expected import " + id + " to be recognised"));
  }

  Publication publicationOrThrow() {
    return Optional.ofNullable(publication)
        .orElseThrow(
            () -> new IllegalStateException("expected a publication instant on import " + id));
  }
}
