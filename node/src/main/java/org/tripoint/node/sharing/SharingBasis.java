package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// The law that lets one country give another something: without one, nothing leaves.
///
/// @param id short name inside the agreement, such as `mlat-1987`
/// @param instrument the treaty, agreement or statute, as one would cite it
/// @param from who may give
/// @param to who may receive
/// @param kinds names of the kinds it covers; a kind that is not named is not covered
/// @param parts parts of a record that it lets travel; always with the open part
/// @param purposes what may be done with what was given
/// @param onward whether the receiver may pass it on
/// @param assurance whether an assessment of mistreatment risk is asked for, and there
/// @param validFrom first day in force
/// @param validTo last day in force, or null
/// @param retentionDays how long the receiver may keep it before a review; at least 1
public record SharingBasis(
    String id,
    String instrument,
    Country from,
    Country to,
    Set<String> kinds,
    Set<Part> parts,
    Set<Purpose> purposes,
    Onward onward,
    Assurance assurance,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    int retentionDays) {

  /// Id of the basis that is no agreement: two people let something go although the rules refuse
  /// it.
  public static final String BREAK_GLASS = "break-glass";

  /// What the receiver may do towards a third party.
  public enum Onward {
    ALLOWED,
    ASK,
    NEVER
  }

  /// The duty to assess what may be done to people before their data leave.
  ///
  /// Source: for Canada the Avoiding Complicity in Mistreatment by Foreign Entities Act (2019).
  public enum Assurance {
    NOT_ASKED,
    ON_FILE,
    MISSING
  }

  public SharingBasis {
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    parts = sorted(parts, Part.class);
    purposes = sorted(purposes, Purpose.class);
    if (!id.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
      throw new IllegalArgumentException(
          "expected a basis id of lower-case letters, digits, dots and dashes, found '" + id + "'");
    }
    if (instrument.isBlank() || instrument.length() > 500) {
      throw new IllegalArgumentException("expected an instrument of 1 to 500 characters");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("expected two countries, found " + from + " twice");
    }
    if (!parts.contains(Part.OPEN)) {
      throw new IllegalArgumentException("expected the open part among " + parts);
    }
    if (parts.contains(Part.HEALTH) && purposes.contains(Purpose.LAW_ENFORCEMENT)) {
      throw new IllegalArgumentException(
          "expected no basis that gives a person's health to law enforcement, found " + id);
    }
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "expected an end on or after " + validFrom + ", found " + validTo);
    }
    if (retentionDays < 1 || retentionDays > 36_525) {
      throw new IllegalArgumentException(
          "expected 1 to 36525 days of retention, found " + retentionDays);
    }
  }

  /// True on the days between, both ends included.
  public boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  private static <E extends Enum<E>> Set<E> sorted(Set<E> values, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(values);
    return Collections.unmodifiableSet(copy);
  }
}
