package org.tripoint.vocabulary;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who may have a record and for what. Part of every record version; the ledger commits to it.
///
/// Source: TLP 2.0 (FIRST, 2022); handling in the manner of Europol's H0–H3 codes; grading by the
/// 6×6 (admiralty) system.
///
/// @param tlp how far it may travel
/// @param releasableToCountries countries that may have it; empty means none but the originator's
///   own
/// @param releasableToAgencies agencies that may have it, by their short names; empty means any of
///   those countries
/// @param originatorControl true when every onward sharing must be asked of the originator
/// @param courtUse may it be shown in court
/// @param derivativeUse may other products quote it
/// @param purpose what it may be used for
/// @param expires last day it may be used, or null
/// @param reviewOn day the marking must be looked at again, or null
/// @param protectedSource true when the source must not be named or guessable
/// @param sourceGrade how far the source is trusted
/// @param informationGrade how far the information is believed
/// @param verifyBeforeAction true when the originator must confirm before anyone acts on it
public record Marking(
    Tlp tlp,
    Set<Country> releasableToCountries,
    Set<String> releasableToAgencies,
    boolean originatorControl,
    Permission courtUse,
    Permission derivativeUse,
    Purpose purpose,
    @Nullable LocalDate expires,
    @Nullable LocalDate reviewOn,
    boolean protectedSource,
    SourceGrade sourceGrade,
    InformationGrade informationGrade,
    boolean verifyBeforeAction) {

  /// Traffic Light Protocol 2.0.
  public enum Tlp {
    RED,
    AMBER_STRICT,
    AMBER,
    GREEN,
    CLEAR
  }

  /// Whether a use is open, has to be asked for, or is closed.
  public enum Permission {
    ALLOWED,
    ASK,
    NEVER
  }

  /// What a record may be used for.
  public enum Purpose {
    ANY_LAWFUL,
    LAW_ENFORCEMENT,
    PUBLIC_HEALTH,
    STATISTICS,
    REGULATION
  }

  /// Reliability of the source, A to F.
  public enum SourceGrade {
    A_RELIABLE,
    B_USUALLY_RELIABLE,
    C_FAIRLY_RELIABLE,
    D_NOT_USUALLY_RELIABLE,
    E_UNRELIABLE,
    F_CANNOT_BE_JUDGED
  }

  /// Credibility of the information, 1 to 6.
  public enum InformationGrade {
    G1_CONFIRMED,
    G2_PROBABLY_TRUE,
    G3_POSSIBLY_TRUE,
    G4_DOUBTFUL,
    G5_IMPROBABLE,
    G6_CANNOT_BE_JUDGED
  }

  public Marking {
    releasableToCountries = sortedCopy(releasableToCountries);
    releasableToAgencies = sortedCopy(releasableToAgencies);
    if (releasableToAgencies.stream().anyMatch(a -> a.isBlank() || a.length() > 60)) {
      throw new IllegalArgumentException("expected agency names of 1 to 60 characters");
    }
    if (tlp == Tlp.RED && !releasableToCountries.isEmpty()) {
      throw new IllegalArgumentException(
          "expected no releasable-to countries under TLP:RED, found " + releasableToCountries);
    }
    if (expires != null && reviewOn != null && reviewOn.isAfter(expires)) {
      throw new IllegalArgumentException(
          "expected a review on or before the expiry " + expires + ", found " + reviewOn);
    }
  }

  /// What its publisher has already made public: it may travel to anyone, for any lawful purpose.
  public static Marking published() {
    return new Marking(
        Tlp.CLEAR,
        Set.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES),
        Set.of(),
        false,
        Permission.ALLOWED,
        Permission.ALLOWED,
        Purpose.ANY_LAWFUL,
        null,
        null,
        false,
        SourceGrade.F_CANNOT_BE_JUDGED,
        InformationGrade.G6_CANNOT_BE_JUDGED,
        false);
  }

  /// The default for what nobody has marked: it stays with its originator.
  public static Marking originatorOnly(Purpose purpose) {
    return new Marking(
        Tlp.RED,
        Set.of(),
        Set.of(),
        true,
        Permission.ASK,
        Permission.ASK,
        purpose,
        null,
        null,
        false,
        SourceGrade.F_CANNOT_BE_JUDGED,
        InformationGrade.G6_CANNOT_BE_JUDGED,
        false);
  }

  /// The same marking, but that country may not have it.
  public Marking withoutCountry(Country country) {
    Set<Country> others = new TreeSet<>(releasableToCountries);
    others.remove(country);
    return new Marking(
        tlp,
        others,
        releasableToAgencies,
        originatorControl,
        courtUse,
        derivativeUse,
        purpose,
        expires,
        reviewOn,
        protectedSource,
        sourceGrade,
        informationGrade,
        verifyBeforeAction);
  }

  private static <T extends Comparable<T>> Set<T> sortedCopy(Set<T> values) {
    return java.util.Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
