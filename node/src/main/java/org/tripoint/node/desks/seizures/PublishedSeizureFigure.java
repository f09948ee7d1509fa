package org.tripoint.node.desks.seizures;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// One cell of a table of seizures that an agency has published: so much of a drug, in so many
/// events, in a month and an area. Not an event; an event with three drugs stands in three cells.
///
/// @param country the country of the publisher
/// @param agency the publisher, such as `CBP`
/// @param component part of the agency whose seizures are counted, as published
/// @param region region as published
/// @param landFilter the publisher's land or other, as published
/// @param area area of responsibility: an agency's own, which crosses state lines
/// @param drugType heading as published
/// @param substance what the heading stands for
/// @param quantity the published number
/// @param unit its unit, such as `lb`
/// @param mass the same in kilograms, or null when the unit is none of mass
/// @param conversion id of the conversion that led there, or null
/// @param events how many events the cell counts, as published
/// @param fiscalYear year, with the label as published, such as `2026 (FYTD)`: the label changes
///   when the year is over
/// @param fiscalMonth month as published, such as `OCT`
/// @param month the calendar month that both stand for
/// @param extras columns that nothing here stands for, as they were
public record PublishedSeizureFigure(
    Country country,
    String agency,
    String component,
    String region,
    String landFilter,
    Place area,
    String drugType,
    SubstanceId substance,
    ReportedNumber quantity,
    String unit,
    @Nullable Mass mass,
    @Nullable String conversion,
    ReportedNumber events,
    ReportedNumber fiscalYear,
    String fiscalMonth,
    YearMonth month,
    Map<String, String> extras) {

  /// The kind of record that a published figure is.
  public static final Kind<PublishedSeizureFigure> KIND =
      Kind.of("published-seizure-figure", 1, PublishedSeizureFigure.class);

  public PublishedSeizureFigure {
    extras = Extras.copyOf(extras);
    Texts.require("an agency", agency, 1, 60);
    Texts.require("a component", component, 1, 200);
    Texts.require("a drug type", drugType, 1, 200);
    if (area.scheme() != PlaceScheme.AGENCY_AREA) {
      throw new IllegalArgumentException("expected an agency's area, found " + area.scheme());
    }
    if (quantity.value().signum() < 0 || events.value().signum() < 0) {
      throw new IllegalArgumentException("expected a quantity and a count of at least 0");
    }
  }
}
