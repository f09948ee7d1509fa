package org.tripoint.node.desks.seizures.formats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.CountedThing;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.IsoWeek;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Reads rows of weekly counts. A row's key is every column but the two measures, so that a later
/// file restates what an earlier one said of the same week, place and thing.
final class SeizureCountRows {

  private static final String WEEK = "week_start";
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private final Recognition recognition;
  private final ItemRow items;

  SeizureCountRows(ReadSubstances substances, Recognition recognition) {
    this.recognition = recognition;
    this.items = new ItemRow(substances);
  }

  RowResult read(Row row) {
    Findings findings = new Findings();
    Optional<Country> country = SeizureRows.country(row, findings);
    String agency = findings.required(row, "agency").toUpperCase(Locale.ROOT);
    findings.limited(row, "agency", 60);
    findings.limited(row, "substance", 200);
    Optional<IsoWeek> week = week(row, findings);
    Optional<ReportedNumber> events = findings.requiredCount(row, "events");
    findings.required(row, "quantity");
    Optional<SeizureItem> item = items.read(row, 1, findings);
    Optional<Marking> marking = MarkingCells.read(row, findings);
    if (country.isEmpty() || !findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    Place place = PlaceCells.read(row, country.get(), findings);
    if (!findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    PublishedSeizureFigure figure =
        figure(
            row,
            country.get(),
            agency,
            place,
            week.orElseThrow(),
            item.orElseThrow(),
            events.orElseThrow());
    return new RowResult.Accepted<>(
        PublishedSeizureFigure.KIND,
        key(row, country.get(), agency, place, week.orElseThrow(), item.orElseThrow()),
        figure,
        marking.orElseThrow(),
        week.orElseThrow().monday(),
        findings.soft);
  }

  private static Optional<IsoWeek> week(Row row, Findings findings) {
    String text = findings.required(row, WEEK);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      findings.hard.add(new Finding(WEEK, "not-a-date", text, "yyyy-mm-dd"));
      return Optional.empty();
    }
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      findings.hard.add(new Finding(WEEK, "not-in-range", text, FIRST + " … " + LAST));
      return Optional.empty();
    }
    if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      findings.hard.add(
          new Finding(WEEK, "not-a-monday", text, day.with(DayOfWeek.MONDAY).toString()));
      return Optional.empty();
    }
    return Optional.of(new IsoWeek(day));
  }

  private PublishedSeizureFigure figure(
      Row row,
      Country country,
      String agency,
      Place place,
      IsoWeek week,
      SeizureItem item,
      ReportedNumber events) {
    @Nullable SeizedQuantity quantity = item.quantity();
    if (quantity == null) {
      throw new IllegalStateException("expected a quantity in a row without findings");
    }
    CountedThing thing =
        new CountedThing(
            item.itemClass(),
            item.form(),
            item.weightBasis(),
            item.countBasis(),
            item.siteClass(),
            quantity.volume(),
            quantity.count());
    return new PublishedSeizureFigure(
        country,
        agency,
        agency,
        "",
        "",
        place,
        heading(item),
        item.substance() == null ? null : item.substance().counted(),
        quantity.reported(),
        quantity.unit(),
        quantity.mass(),
        quantity.conversion(),
        events,
        null,
        null,
        week.month(),
        CbpDrugSeizures.extras(row, recognition.knownColumns()),
        week,
        thing);
  }

  /// The substance or thing as published, or the sort of thing where the row names none.
  private static String heading(SeizureItem item) {
    if (item.substance() != null) {
      return item.substance().name();
    }
    return item.description().isEmpty() ? item.itemClass().name() : item.description();
  }

  private String key(
      Row row, Country country, String agency, Place place, IsoWeek week, SeizureItem item) {
    String own =
        TripointSeizureCounts.source(country.code(), agency).equals(recognition.source())
            ? ""
            : country.code() + "|" + agency + "|";
    return own
        + String.join(
            "|",
            List.of(
                week.monday().toString(),
                place.key(),
                item.itemClass().name(),
                row.text("substance_list"),
                heading(item),
                item.form().name(),
                item.weightBasis().name(),
                item.countBasis().name(),
                item.siteClass().name(),
                row.text("unit")));
  }
}
