package org.tripoint.node.desks.health;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.health.HealthObservation.Footnote;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;

/// Tripoint's own layout for health observations, one a row; other spreadsheets are mapped to it.
///
/// The source is what the file name begins with: `mx-sisvea-2024-05.csv` is of `mx-sisvea`.
@Component
final class TripointHealthFormat extends LayoutFormat {

  static final String ID = "tripoint-health";
  private static final int LAG_DAYS = 90;

  private static final Pattern SOURCE_IN_NAME =
      Pattern.compile("^([a-z]{2}(-[a-z][a-z0-9]*)+)(?=[-_.]|$)");

  private static final List<Column> COLUMNS =
      List.of(
          new Column("country", true, ColumnType.TEXT, List.of()),
          new Column("jurisdiction", false, ColumnType.TEXT, List.of()),
          new Column("jurisdiction_scheme", false, ColumnType.CODE, names(PlaceScheme.values())),
          new Column("indicator_list", true, ColumnType.TEXT, List.of()),
          new Column("indicator", true, ColumnType.TEXT, List.of()),
          new Column("period_kind", true, ColumnType.CODE, names(PeriodKind.values())),
          new Column("period_start", true, ColumnType.DATE, List.of()),
          new Column("period_end", true, ColumnType.DATE, List.of()),
          new Column("measure", true, ColumnType.CODE, names(Measure.values())),
          new Column("state", true, ColumnType.CODE, names(Figure.State.values())),
          new Column("value", false, ColumnType.NUMBER, List.of()),
          new Column("predicted", false, ColumnType.NUMBER, List.of()),
          new Column("percent_complete", false, ColumnType.NUMBER, List.of()),
          new Column("percent_pending", false, ColumnType.NUMBER, List.of()),
          new Column("footnote", false, ColumnType.TEXT, List.of()));

  private static final Set<String> KNOWN =
      COLUMNS.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> REQUIRED =
      COLUMNS.stream()
          .filter(Column::required)
          .map(Column::name)
          .collect(Collectors.toUnmodifiableSet());

  TripointHealthFormat() {
    super(
        ID,
        COLUMNS,
        new Layout(
            TripointHealthFormat::sourceOf, false, LAG_DAYS, REQUIRED, KNOWN, Identity.KEYED));
  }

  private static String sourceOf(String fileName) {
    Matcher name = SOURCE_IN_NAME.matcher(fileName.toLowerCase(Locale.ROOT));
    return name.find() ? name.group(1) : ID;
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return row -> read(new HealthRow(row));
  }

  private static RowResult read(HealthRow row) {
    Optional<Country> country = country(row);
    Optional<Place> place = country.flatMap(c -> place(row, c));
    String list = row.required("indicator_list");
    String indicatorText = row.required("indicator");
    if (list.contains(":") || list.length() > 60) {
      row.refuse("indicator_list", "not-in-list", "cdc-vsrr, phac-harms …");
    }
    if (indicatorText.length() > 200) {
      row.refuse("indicator", "too-long", "200");
    }
    Optional<ObservedPeriod> period = period(row);
    Optional<Measure> measure = code(row, "measure", Measure.class);
    Optional<Figure> figure = figure(row);
    Completeness completeness = row.completeness("percent_complete", "percent_pending");
    if (row.isRefused()
        || country.isEmpty()
        || place.isEmpty()
        || period.isEmpty()
        || measure.isEmpty()
        || figure.isEmpty()) {
      return new RowResult.Refused(row.hard());
    }
    String footnote = row.text("footnote");
    Indicator indicator = new Indicator(list, indicatorText, indicatorText);
    return new RowResult.Accepted<>(
        HealthObservation.KIND,
        String.join(
            "|", place.get().key(), indicator.key(), period.get().key(), measure.get().name()),
        new HealthObservation(
            country.get(),
            place.get(),
            indicator,
            period.get(),
            measure.get(),
            figure.get(),
            completeness,
            footnote.isEmpty() ? null : Footnote.of(footnote, null),
            Map.of(),
            row.extras(KNOWN)),
        Marking.published(),
        period.get().last(),
        row.soft());
  }

  private static Optional<Country> country(HealthRow row) {
    String text = row.required("country");
    Optional<Country> country = Country.find(text);
    if (country.isEmpty() && !text.isEmpty()) {
      row.refuse("country", "not-in-list", "CA, MX, US …");
    }
    return country;
  }

  /// A blank jurisdiction is the whole country; a code its scheme does not allow stays as reported.
  private static Optional<Place> place(HealthRow row, Country country) {
    String code = row.text("jurisdiction");
    if (code.isEmpty()) {
      return Optional.of(Place.country(country));
    }
    String schemeText = row.text("jurisdiction_scheme");
    PlaceScheme scheme =
        schemeText.isEmpty()
            ? code.equals(country.code()) ? PlaceScheme.COUNTRY : PlaceScheme.ADMIN1
            : code(row, "jurisdiction_scheme", PlaceScheme.class).orElse(PlaceScheme.AS_REPORTED);
    try {
      return Optional.of(Place.of(country, scheme, code));
    } catch (IllegalArgumentException notOfTheScheme) {
      if (code.length() > 200) {
        row.refuse("jurisdiction", "too-long", "200");
        return Optional.empty();
      }
      row.remark("jurisdiction", "place-not-recognised", scheme.name());
      return Optional.of(Jurisdictions.asReported(country, code));
    }
  }

  private static Optional<ObservedPeriod> period(HealthRow row) {
    Optional<PeriodKind> kind = code(row, "period_kind", PeriodKind.class);
    Optional<LocalDate> first = date(row, "period_start");
    Optional<LocalDate> last = date(row, "period_end");
    if (kind.isEmpty() || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      row.refuse("period_end", "before-start", first.get().toString());
      return Optional.empty();
    }
    if (!ObservedPeriod.fits(kind.get(), first.get(), last.get())) {
      row.refuse("period_end", "not-that-period", kind.get().name());
      return Optional.empty();
    }
    return Optional.of(new ObservedPeriod(kind.get(), first.get(), last.get()));
  }

  private static Optional<Figure> figure(HealthRow row) {
    Optional<Figure.State> state = code(row, "state", Figure.State.class);
    @Nullable ReportedNumber value = row.number("value");
    @Nullable ReportedNumber predicted = row.number("predicted");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    return switch (state.get()) {
      case REPORTED -> {
        if (value == null) {
          yield missing(row, "value");
        }
        yield Optional.of(new Figure.Reported(value, predicted));
      }
      case PREDICTED -> {
        if (value != null) {
          row.refuse("value", "must-be-blank", "");
        }
        if (predicted == null) {
          yield missing(row, "predicted");
        }
        yield Optional.of(new Figure.Predicted(predicted));
      }
      case SUPPRESSED -> blank(row, value, predicted, new Figure.Suppressed(row.text("footnote")));
      case NOT_AVAILABLE ->
          blank(row, value, predicted, new Figure.NotAvailable(row.text("footnote")));
    };
  }

  private static Optional<Figure> missing(HealthRow row, String column) {
    if (row.text(column).isEmpty()) {
      row.refuse(column, "required", "");
    }
    return Optional.empty();
  }

  private static Optional<Figure> blank(
      HealthRow row,
      @Nullable ReportedNumber value,
      @Nullable ReportedNumber predicted,
      Figure figure) {
    if (value != null) {
      row.refuse("value", "must-be-blank", "");
    }
    if (predicted != null) {
      row.refuse("predicted", "must-be-blank", "");
    }
    return Optional.of(figure);
  }

  private static Optional<LocalDate> date(HealthRow row, String column) {
    String text = row.required(column);
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2199) {
        return Optional.of(date);
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    if (!text.isEmpty()) {
      row.refuse(column, "not-a-date", "2024-05-31");
    }
    return Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> code(
      HealthRow row, String column, Class<E> codes) {
    String text = row.required(column);
    Optional<E> code =
        Arrays.stream(codes.getEnumConstants())
            .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (code.isEmpty() && !text.isEmpty()) {
      row.refuse(column, "not-in-list", String.join(", ", names(codes.getEnumConstants())));
    }
    return code;
  }

  private static List<String> names(Enum<?>[] codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }
}
