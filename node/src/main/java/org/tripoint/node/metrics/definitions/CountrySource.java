package org.tripoint.node.metrics.definitions;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.Givers;
import org.tripoint.vocabulary.Country;

/// Where one country's values of a metric come from and how that source counts.
///
/// @param country whose values they are
/// @param releases sources in the ledger that carry them, such as `us-cbp-nationwide`
/// @param countedAs the source's own definition; values counted differently are not comparable
/// @param months months that one published value covers: 1, 3 or 12
/// @param absent what a month without a row means
/// @param counted the sum or ratio
/// @param coveredBy dimensions that tell which months the source covers, such as `country`
/// @param parts dimension whose values are shown beside the sum, or null
/// @param keptApart dimensions that are never summed over, with the value that is shown first
/// @param requires what must hold for a value to be shown, or null
/// @param predicted measure that holds what the source itself expects the value to become, or null;
///   it stands beside the value and is never merged with it
/// @param pending how the source says how much is still under investigation, or null
/// @param earlier what stands for the months before this source begins, or null
public record CountrySource(
    Country country,
    List<String> releases,
    CountedAs countedAs,
    int months,
    Absent absent,
    Counted counted,
    Set<String> coveredBy,
    @Nullable String parts,
    Map<String, String> keptApart,
    @Nullable Requirement requires,
    @Nullable String predicted,
    @Nullable Pending pending,
    @Nullable Earlier earlier) {
  public CountrySource {
    releases = List.copyOf(releases);
    coveredBy = Set.copyOf(coveredBy);
    keptApart = java.util.Collections.unmodifiableMap(new TreeMap<>(keptApart));
  }

  /// The source's own sum, or a ratio's numerator.
  public CellSum main() {
    return switch (counted) {
      case Counted.Sum sum -> sum.sum();
      case Counted.Ratio ratio -> ratio.numerator();
    };
  }

  /// The same over the records of others.
  public CountrySource givenBy(Givers givers) {
    Requirement other =
        requires == null
            ? null
            : new Requirement(
                requires.sum().givenBy(givers), requires.atLeast(), requires.otherwise());
    Earlier before =
        earlier == null
            ? null
            : new Earlier(
                earlier.until(),
                earlier.releases(),
                earlier.countedAs(),
                earlier.sum().givenBy(givers),
                earlier.coveredBy());
    Counted same =
        switch (counted) {
          case Counted.Sum(var sum) -> new Counted.Sum(sum.givenBy(givers));
          case Counted.Ratio(var numerator, var denominator, var times) ->
              new Counted.Ratio(numerator.givenBy(givers), denominator.givenBy(givers), times);
        };
    return with(same, other, before);
  }

  /// The same source, counting something else.
  public CountrySource counting(Counted other) {
    return with(other, requires, earlier);
  }

  private CountrySource with(
      Counted other, @Nullable Requirement required, @Nullable Earlier before) {
    return new CountrySource(
        country, releases, countedAs, months, absent, other, coveredBy, parts, keptApart, required,
        predicted, pending, before);
  }

  /// Whose records are counted.
  public Givers givers() {
    return main().givers();
  }

  /// What stands for the months before a source's own values begin, such as weekly counts before
  /// there are records. Both may tell of the same things, so no month is taken from both: up to a
  /// last month, those that this covers are taken from here, all others from the source's own.
  ///
  /// @param until last month that may be taken from here
  /// @param releases sources in the ledger that carry it
  /// @param countedAs how it counts
  /// @param sum the sum
  /// @param coveredBy dimensions that tell which months it covers
  public record Earlier(
      YearMonth until,
      List<String> releases,
      CountedAs countedAs,
      CellSum sum,
      Set<String> coveredBy) {
    public Earlier {
      releases = List.copyOf(releases);
      coveredBy = Set.copyOf(coveredBy);
    }
  }

  /// Where a source says of each value what share is still under investigation.
  ///
  /// @param measure measure of the same cube, in per cent
  /// @param alike dimension whose other values are revised in the same way, such as jurisdictions
  /// @param yearClosesAfterMonths months after a calendar year's end until the source closes it
  public record Pending(String measure, String alike, int yearClosesAfterMonths) {}

  /// A source's own definition of what it counts.
  ///
  /// @param id equal ids count alike, such as `reported-events`
  /// @param text what it counts, for people who compare
  public record CountedAs(String id, Texts text) {}

  /// What a month without a row means inside the months that the source covers.
  public enum Absent {
    /// Nothing was counted.
    ZERO,
    /// It was not published; never zero.
    NOT_PUBLISHED
  }

  /// A value is shown only where this sum is large enough.
  ///
  /// @param sum what is looked at, in the same period
  /// @param atLeast inside
  /// @param otherwise what is said instead
  public record Requirement(CellSum sum, java.math.BigDecimal atLeast, Texts otherwise) {}
}
