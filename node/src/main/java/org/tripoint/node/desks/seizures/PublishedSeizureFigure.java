package org.tripoint.node.desks.seizures;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.SeizedQuantity.Follows;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Contradiction;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.IsoWeek;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// One cell of a table of seizures that an agency has published: so much of a thing, in so many
/// events, in a month or a week, and an area. Not an event; an event with three drugs stands in
/// three cells.
///
/// Two sorts: a *monthly* cell of a drug, with the fiscal year and month as published, and a
/// *weekly* one, with its week and what it counts. A weekly cell counts in the month of its
/// Thursday; see [IsoWeek].
///
/// @param country the country of the publisher
/// @param agency the publisher, such as `CBP`
/// @param component part of the agency whose seizures are counted, as published
/// @param region region as published
/// @param landFilter the publisher's land or other, as published
/// @param area area of responsibility: an agency's own, which crosses state lines; of a weekly cell
///   any place
/// @param drugType heading as published
/// @param substance what the heading stands for; null for what is no substance, such as a press
/// @param quantity the published number
/// @param unit its unit, such as `lb`
/// @param mass the same in kilograms, or null when the unit is none of mass
/// @param conversion id of the conversion that led there, or null
/// @param events how many events the cell counts, as published
/// @param fiscalYear year, with the label as published, such as `2026 (FYTD)`: the label changes
///   when the year is over; null for weekly cells
/// @param fiscalMonth month as published, such as `OCT`; null for weekly cells
/// @param month the calendar month that both stand for, or that the week belongs to
/// @param extras columns that nothing here stands for, as they were
/// @param week the week; null for monthly cells
/// @param thing what a weekly cell counts; null for monthly cells
public record PublishedSeizureFigure(
    Country country,
    @NamesSource String agency,
    @NamesSource String component,
    String region,
    String landFilter,
    Place area,
    String drugType,
    @Nullable SubstanceId substance,
    ReportedNumber quantity,
    String unit,
    @Nullable Mass mass,
    @Nullable String conversion,
    ReportedNumber events,
    @Nullable ReportedNumber fiscalYear,
    @Nullable String fiscalMonth,
    YearMonth month,
    @NamesSource Map<String, String> extras,
    @Nullable IsoWeek week,
    @Nullable CountedThing thing) {

  /// The kind of record that a published figure is.
  public static final Kind<PublishedSeizureFigure> KIND =
      Kind.of("published-seizure-figure", 1, PublishedSeizureFigure.class);

  public PublishedSeizureFigure {
    extras = Extras.copyOf(extras);
    Texts.require("an agency", agency, 1, 60);
    Texts.require("a component", component, 1, 200);
    Texts.require("a drug type", drugType, 1, 200);
    if (week == null) {
      requireMonthly(area, substance, fiscalYear, fiscalMonth, thing);
      requireFiscalMonth(country, fiscalYear, fiscalMonth, month);
    } else {
      requireWeekly(week, month, fiscalYear, fiscalMonth, thing);
    }
    if (quantity.value().signum() < 0 || events.value().signum() < 0) {
      throw new IllegalArgumentException("expected a quantity and a count of at least 0");
    }
    requireFollowing(quantity, unit, mass, conversion, thing);
  }

  /// The mass, and what a weekly cell counts, are those of the number in its unit.
  private static void requireFollowing(
      ReportedNumber quantity,
      String unit,
      @Nullable Mass mass,
      @Nullable String conversion,
      @Nullable CountedThing thing) {
    Follows follows = Follows.from(quantity.value(), unit);
    new Follows(
            mass,
            thing == null ? follows.volume() : thing.volume(),
            thing == null ? follows.count() : thing.count(),
            conversion)
        .requireSame(follows);
  }

  /// Year and month of the United States' fiscal calendar stand for one calendar month. Other
  /// publishers' years, and months that are not written as three letters, are taken as published.
  private static void requireFiscalMonth(
      Country country,
      @Nullable ReportedNumber fiscalYear,
      @Nullable String fiscalMonth,
      YearMonth month) {
    if (fiscalYear == null || fiscalMonth == null || !country.equals(Country.UNITED_STATES)) {
      return;
    }
    for (Month each : Month.values()) {
      if (each.name().substring(0, 3).equalsIgnoreCase(fiscalMonth)) {
        String covered = Calendar.US_FISCAL.monthOf(year(fiscalYear), each).toString();
        if (!covered.equals(month.toString())) {
          throw new Contradiction("month-not-of-fiscal-year", month.toString(), covered);
        }
      }
    }
  }

  private static int year(ReportedNumber fiscalYear) {
    BigDecimal value = fiscalYear.value();
    boolean isYear =
        value.scale() == 0
            && value.compareTo(BigDecimal.valueOf(1900)) >= 0
            && value.compareTo(BigDecimal.valueOf(2199)) <= 0;
    if (!isYear) {
      throw new Contradiction("month-not-of-fiscal-year", fiscalYear.text(), "1900 … 2199");
    }
    return value.intValueExact();
  }

  private static void requireMonthly(
      Place area,
      @Nullable SubstanceId substance,
      @Nullable ReportedNumber fiscalYear,
      @Nullable String fiscalMonth,
      @Nullable CountedThing thing) {
    if (area.scheme() != PlaceScheme.AGENCY_AREA) {
      throw new IllegalArgumentException("expected an agency's area, found " + area.scheme());
    }
    if (substance == null || fiscalYear == null || fiscalMonth == null || thing != null) {
      throw new IllegalArgumentException(
          "expected a substance, a fiscal year and month, and no thing in a cell without a week");
    }
  }

  private static void requireWeekly(
      IsoWeek week,
      YearMonth month,
      @Nullable ReportedNumber fiscalYear,
      @Nullable String fiscalMonth,
      @Nullable CountedThing thing) {
    if (!week.month().equals(month)) {
      throw new IllegalArgumentException(
          "expected " + week.month() + ", the month of the week's Thursday, found " + month);
    }
    if (thing == null || fiscalYear != null || fiscalMonth != null) {
      throw new IllegalArgumentException(
          "expected a thing, and no fiscal year or month, in a cell with a week");
    }
  }

  /// What it counts in one word, for sums and filters: the substance, or the heading as it stands.
  public String subject() {
    return substance == null ? new SubstanceId.AsReported(drugType).key() : substance.key();
  }

  /// The label of the fiscal year as published; "" for weekly cells.
  public String fiscalLabel() {
    return fiscalYear == null ? "" : fiscalYear.text();
  }
}
