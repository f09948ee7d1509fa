package org.tripoint.node.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;

/// Content of kind `retention-lot`: everything that was due for one reason on a day is to be
/// emptied. What comes into the ledger after the lot, or is held or kept, is no part of it.
///
/// @param why what it is due by, such as `rule:names-five-years`
/// @param part the part that is emptied; the open part stands for the whole record
/// @param day what was due on it or before
/// @param count records that were due when it was asked for
/// @param instrument what the purges of it cite
/// @param askedBy who asked
/// @param confirmedBy who confirmed; the same person only where the lot is small
/// @param finished when the last of it was emptied, or null
@MadeHere
public record RetentionLot(
    String why,
    Part part,
    LocalDate day,
    long count,
    String instrument,
    String askedBy,
    String confirmedBy,
    Instant at,
    @Nullable Instant finished) {

  public static final Kind<RetentionLot> KIND = Kind.of("retention-lot", 1, RetentionLot.class);

  RetentionLot finishedAt(Instant when) {
    return new RetentionLot(why, part, day, count, instrument, askedBy, confirmedBy, at, when);
  }
}
