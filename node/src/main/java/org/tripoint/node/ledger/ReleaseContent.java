package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;

/// What is recorded about a file: the content of kind `release`.
///
/// @param source who published it
/// @param format the format it was read by
/// @param fileName name it arrived under
/// @param sha256 of the bytes that arrived, hex
/// @param bytes how many
/// @param sender account that handed it in
/// @param published when its source published it
/// @param publishedBasis how that is known
/// @param complete true when it carries everything the source then published inside its coverage
/// @param synthetic true when it was simulated
/// @param coversFrom first day it is about; null until it has been read
/// @param coversTo last day it is about; null until it has been read
/// @param rows rows read; -1 until it has been read
/// @param appended versions appended; -1 until it has been read
/// @param unchanged rows that said nothing new; -1 until it has been read
/// @param quarantined rows refused; -1 until it has been read
/// @param notRecognised rows appended with a soft finding; -1 until it has been read
public record ReleaseContent(
    String source,
    String format,
    String fileName,
    String sha256,
    long bytes,
    String sender,
    Instant published,
    PublishedBasis publishedBasis,
    boolean complete,
    boolean synthetic,
    @Nullable LocalDate coversFrom,
    @Nullable LocalDate coversTo,
    long rows,
    long appended,
    long unchanged,
    long quarantined,
    long notRecognised) {

  public ReleaseContent {
    published = published.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  /// The kind of record that a release is.
  public static final Kind<ReleaseContent> KIND = Kind.of("release", 1, ReleaseContent.class);

  /// The same file with another publication instant, set by a person.
  ReleaseContent correctedTo(Instant corrected) {
    return new ReleaseContent(
        source,
        format,
        fileName,
        sha256,
        bytes,
        sender,
        corrected,
        PublishedBasis.CORRECTED,
        complete,
        synthetic,
        coversFrom,
        coversTo,
        rows,
        appended,
        unchanged,
        quarantined,
        notRecognised);
  }

  /// How a publication instant is known.
  public enum PublishedBasis {
    STATED_BY_SENDER,
    IN_FILE,
    IN_FILE_NAME,
    ESTIMATED_FROM_LAST_PERIOD,
    CORRECTED
  }
}
