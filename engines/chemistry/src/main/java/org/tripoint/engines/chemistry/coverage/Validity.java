package org.tripoint.engines.chemistry.coverage;

import java.time.LocalDate;
import java.util.Optional;

/// When an entry holds, and how well that is known.
///
/// @param from first day; empty when the entry is older than anything recorded here
/// @param until first day on which it no longer holds, such as the end of a temporary order
/// @param kind what the first day is
/// @param source the text that says so
public record Validity(
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    DateKind kind,
    Certainty certainty,
    String source) {

  /// Conventions bind some time after the vote: 180 days after the Secretary-General's letter for
  /// most decisions, so that a vote alone counts from then. A vote with an end is pending until
  /// that end: another entry says since when it binds.
  public static final int DAYS_FROM_VOTE = 180;

  public Validity {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException("expected a first day before " + until.get());
    }
  }

  /// What a date is the date of.
  public enum DateKind {
    EFFECTIVE,
    PUBLISHED,
    VOTE,
    /// Adopted by one chamber or body, not yet law.
    ADOPTED,
    PROPOSED,
    /// Known to hold on that day; since when was not recorded.
    AS_OF
  }

  /// How sure the reading of the date is.
  public enum Certainty {
    SURE,
    LIKELY,
    UNSURE
  }

  /// Whether it holds on a day.
  public enum State {
    HOLDS,
    /// Decided or proposed, and not yet known to hold.
    PENDING,
    NOT_YET,
    OVER
  }

  public State on(LocalDate day) {
    if (until.isPresent() && !day.isBefore(until.get())) {
      return State.OVER;
    }
    return switch (kind) {
      case EFFECTIVE, PUBLISHED ->
          from.isEmpty() || !day.isBefore(from.get()) ? State.HOLDS : State.NOT_YET;
      case AS_OF -> from.isEmpty() || !day.isBefore(from.get()) ? State.HOLDS : State.PENDING;
      case VOTE -> vote(day);
      case ADOPTED, PROPOSED ->
          from.isEmpty() || !day.isBefore(from.get()) ? State.PENDING : State.NOT_YET;
    };
  }

  private State vote(LocalDate day) {
    LocalDate vote = from.orElse(LocalDate.EPOCH);
    if (day.isBefore(vote)) {
      return State.NOT_YET;
    }
    return until.isPresent() || day.isBefore(vote.plusDays(DAYS_FROM_VOTE))
        ? State.PENDING
        : State.HOLDS;
  }
}
