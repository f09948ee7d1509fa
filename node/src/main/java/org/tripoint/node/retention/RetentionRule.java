package org.tripoint.node.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;

/// Content of kind `retention-rule`: how long records of a kind, or a part of them, are kept before
/// a review and before they are emptied. A rule is in force while its record is not withdrawn.
///
/// @param name short name, which purges and signals cite
/// @param kind name of the kind; empty for all, which a rule for whole records may not say
/// @param part the part it is about; the open part stands for the whole record
/// @param source the one source it is about; empty for all
/// @param country whose records it is about, or null for everybody's
/// @param clock what it counts from
/// @param reviewAfter when a person has to look, or null
/// @param purgeAfter when it is due to be emptied, or null
/// @param automatic true when nobody is asked before what is due is emptied
/// @param instrument the law, order or policy, as one would cite it
/// @param certainty how sure it is that the instrument says so
/// @param statedIn where it says so
/// @param adoptedBy who put it in force
/// @param at when
@MadeHere
public record RetentionRule(
    String name,
    String kind,
    Part part,
    String source,
    @Nullable Country country,
    RetentionClock clock,
    @Nullable Span reviewAfter,
    @Nullable Span purgeAfter,
    boolean automatic,
    String instrument,
    Certainty certainty,
    String statedIn,
    String adoptedBy,
    Instant at) {

  public static final Kind<RetentionRule> KIND = Kind.of("retention-rule", 1, RetentionRule.class);

  private static final LocalDate SOME_DAY = LocalDate.parse("2001-03-01");

  /// What a rule counts from.
  public enum RetentionClock {
    /// The day on which this node first had the record.
    RECEIVED,
    /// The day on which its source published what it now says.
    PUBLISHED,
    /// The day it tells of; its publication where it tells of none.
    OWN_DATE
  }

  /// How sure it is that the instrument says so.
  public enum Certainty {
    SURE,
    LIKELY,
    UNSURE
  }

  public RetentionRule {
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
      throw new IllegalArgumentException(
          "expected a name of lower-case letters, digits, dots and dashes, found '" + name + "'");
    }
    if (kind.isEmpty() && part == Part.OPEN) {
      throw new IllegalArgumentException("expected the kind of which whole records are meant");
    }
    if (reviewAfter == null && purgeAfter == null) {
      throw new IllegalArgumentException("expected a time to review or to purge after");
    }
    if (reviewAfter != null
        && purgeAfter != null
        && purgeAfter.after(SOME_DAY).isBefore(reviewAfter.after(SOME_DAY))) {
      throw new IllegalArgumentException("expected a review on or before the purge");
    }
    if (automatic && purgeAfter == null) {
      throw new IllegalArgumentException("expected a time to purge after");
    }
    requireText(instrument);
    requireText(statedIn);
  }

  private static void requireText(String text) {
    if (text.isBlank() || text.length() > 300 || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("expected an instrument and where it says so");
    }
  }

  /// True when it is about these records.
  ///
  /// @param originator whose they are; null when that is not known
  boolean covers(Cohort cohort, @Nullable Country originator) {
    return (kind.isEmpty() || kind.equals(cohort.kind()))
        && (source.isEmpty() || source.equals(cohort.source()))
        && (country == null || country.equals(originator))
        && cohort.parts().contains(part);
  }

  /// Of two rules for the same records the one that says more about which is the one that holds: a
  /// source weighs most, then the kind, then the country.
  int narrowness() {
    return (source.isEmpty() ? 0 : 4) + (kind.isEmpty() ? 0 : 2) + (country == null ? 0 : 1);
  }
}
