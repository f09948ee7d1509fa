package org.tripoint.node.desks.laboratory.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.SubstanceId;

/// The export of a query of NFLIS-Drug: reports by jurisdiction, half-year and substance.
///
/// A query holds what somebody asked for, so that a file is never complete; the day it was run is
/// the day it was published.
@Component
final class NflisQueryExport extends LayoutFormat {

  static final String ID = "nflis-drug";

  private static final String SOURCE = "us-dea-nflis-drug";
  private static final String LIST = "nflis";
  private static final int LAG_DAYS = 180;

  private static final Set<String> REQUIRED =
      Set.of("YYYY", "PERIOD", "DRUG_REPORTS", "SUBSTANCE_ID", "SUBSTANCE_DESCRIPTION", "STATE");

  private static final Set<String> KNOWN =
      Set.of(
          "YYYY",
          "PERIOD",
          "DRUG_REPORTS",
          "QUERY_RUN_DATE",
          "SUBSTANCE_ID",
          "SUBSTANCE_DESCRIPTION",
          "BASE_DESCRIPTION",
          "STATE");

  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final ReadSubstances substances;

  NflisQueryExport(ReadSubstances substances) {
    super(ID, Layout.of(SOURCE, false, LAG_DAYS, REQUIRED, KNOWN, Identity.KEYED));
    this.substances = substances;
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new Rows();
  }

  private final class Rows implements RowReader {

    @Override
    public Optional<Instant> publishedIn(Row row) {
      try {
        return Optional.of(
            LocalDateTime.parse(row.text("QUERY_RUN_DATE"), RUN).toInstant(ZoneOffset.UTC));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    @Override
    public RowResult read(Row row) {
      return row(row);
    }
  }

  private RowResult row(Row row) {
    List<Finding> hard = new ArrayList<>();
    List<Finding> soft = new ArrayList<>();
    Cells cells = new Cells(row, hard, soft);
    Integer year = cells.whole("YYYY", 1990, 2199);
    Integer reports = cells.whole("DRUG_REPORTS", 0, 999_999_999);
    int firstMonth = firstMonth(cells);
    String name = cells.required("SUBSTANCE_DESCRIPTION", 500);
    String id = cells.required("SUBSTANCE_ID", 40);
    cells.required("YYYY", 4);
    cells.required("DRUG_REPORTS", 9);
    Place place = place(cells);
    if (!hard.isEmpty() || year == null || reports == null || place == null) {
      return new RowResult.Refused(Cells.distinct(hard));
    }
    SubstanceId substance = substances.identify(LIST, name);
    if (!substances.isKnown(substance)) {
      cells.notRecognised("SUBSTANCE_DESCRIPTION", name);
    }
    LocalDate from = LocalDate.of(year, firstMonth, 1);
    PublishedLabCount count =
        new PublishedLabCount(
            Country.UNITED_STATES,
            place,
            from,
            from.plusMonths(6).minusDays(1),
            name,
            substance,
            cells.text("BASE_DESCRIPTION", 500),
            reports,
            extras(row));
    String chosen = String.join("|", PublishedLabCount.CHOSEN.stream().map(row::text).toList());
    String key = String.join("|", row.text("STATE"), from.toString(), id, chosen);
    return new RowResult.Accepted<>(
        PublishedLabCount.KIND, key, count, Marking.published(), count.to(), soft);
  }

  /// `SA1 (JAN - JUN)` or `SA2 (JUL - DEC)`.
  private static int firstMonth(Cells cells) {
    String period = cells.required("PERIOD", 40).toUpperCase(Locale.ROOT);
    if (period.startsWith("SA1")) {
      return 1;
    }
    if (!period.startsWith("SA2") && !period.isEmpty()) {
      cells.refuse("PERIOD", "not-a-period", period, "SA1 (JAN - JUN), SA2 (JUL - DEC)");
    }
    return 7;
  }

  private static @Nullable Place place(Cells cells) {
    String state = cells.required("STATE", 2);
    if (state.matches("[A-Z]{2}")) {
      // The publisher's own word for a place that is not known.
      return state.equals("XX")
          ? Place.of(Country.UNITED_STATES, PlaceScheme.AS_REPORTED, state)
          : Place.admin1("US-" + state);
    }
    if (!state.isEmpty()) {
      cells.refuse("STATE", "not-in-list", state, "AK, AL, AR …");
    }
    return null;
  }

  private static Map<String, String> extras(Row row) {
    Map<String, String> extras = new TreeMap<>();
    row.extras(KNOWN).forEach(extra -> extras.putIfAbsent(extra.column(), extra.text()));
    return extras;
  }
}
