package org.tripoint.node.desks.health;

import static java.util.Map.entry;

import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.health.HealthObservation.Footnote;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Provisional drug overdose death counts of the US National Center for Health Statistics.
///
/// Source: CDC/NCHS, Vital Statistics Rapid Release, data set `xkb8-kh2a`; every value is a sum
/// over the twelve months ending with the named one, by jurisdiction of occurrence. The columns
/// changed order and number between releases, so they are read by name. A file of the one class
/// T40.4 with lower-case columns is read too; it is not a full release.
@Component
final class VsrrFormat extends LayoutFormat {

  static final String ID = "cdc-vsrr";
  static final String SOURCE = "us-cdc-vsrr";

  /// Four months, as the publisher announces; what a file name or its sender says goes before.
  private static final int LAG_DAYS = 120;

  private static final Set<String> FULL =
      Set.of("State", "Year", "Month", "Indicator", "Data Value", "Percent Complete");
  private static final Set<String> FULL_KNOWN =
      Set.of(
          "State",
          "State Name",
          "Year",
          "Month",
          "Period",
          "Indicator",
          "Data Value",
          "Predicted Value",
          "Percent Complete",
          "Percent Pending Investigation",
          "Footnote",
          "Footnote Symbol");
  private static final Set<String> SERIES =
      Set.of(
          "state_abbr", "variable", "year", "month_num", "rolling_12mo_count", "source_value_type");
  private static final Set<String> SERIES_KNOWN =
      Set.of(
          "state_abbr",
          "state_name",
          "variable",
          "year",
          "month_num",
          "rolling_12mo_count",
          "source_value_type",
          "period",
          "percent_complete",
          "percent_pending_investigation");

  private static final String ROLLING = "12 month-ending";

  private static final Map<String, String> INDICATORS =
      Map.ofEntries(
          entry("Number of Deaths", "deaths"),
          entry("Number of Drug Overdose Deaths", "overdose-deaths"),
          entry("Percent with drugs specified", "percent-specified"),
          entry("Opioids (T40.0-T40.4,T40.6)", "T40.0-T40.4,T40.6"),
          entry("Heroin (T40.1)", "T40.1"),
          entry("Natural & semi-synthetic opioids (T40.2)", "T40.2"),
          entry("Methadone (T40.3)", "T40.3"),
          entry("Synthetic opioids, excl. methadone (T40.4)", "T40.4"),
          entry("Cocaine (T40.5)", "T40.5"),
          entry("Psychostimulants with abuse potential (T43.6)", "T43.6"),
          entry("Natural & semi-synthetic opioids, incl. methadone (T40.2, T40.3)", "T40.2-T40.3"),
          entry(
              "Natural, semi-synthetic, & synthetic opioids, incl. methadone (T40.2-T40.4)",
              "T40.2-T40.4"));

  VsrrFormat() {
    super(
        ID,
        Layout.of(SOURCE, true, LAG_DAYS, FULL, FULL_KNOWN, Identity.KEYED),
        Layout.of(SOURCE, false, LAG_DAYS, SERIES, SERIES_KNOWN, Identity.KEYED));
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of(
        "Data Value",
        "Predicted Value",
        "Percent Complete",
        "Percent Pending Investigation",
        "rolling_12mo_count",
        "percent_complete",
        "percent_pending_investigation");
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return header.hasAll(FULL)
        ? row -> readFull(new HealthRow(row))
        : row -> readSeries(new HealthRow(row));
  }

  private static RowResult readFull(HealthRow row) {
    requireRolling(row, "Period");
    int year = row.whole("Year", 1990, 2199);
    Month month = monthNamed(row);
    @Nullable ReportedNumber value = row.number("Data Value");
    @Nullable ReportedNumber predicted = row.number("Predicted Value");
    Completeness completeness =
        row.completeness("Percent Complete", "Percent Pending Investigation");
    Footnote footnote = footnote(row);
    Columns columns = new Columns("State", "Indicator");
    return result(
        row,
        columns,
        YearMonth.of(year, month),
        figure(value, predicted, footnote),
        completeness,
        footnote,
        FULL_KNOWN);
  }

  private static RowResult readSeries(HealthRow row) {
    requireRolling(row, "period");
    int year = row.whole("year", 1990, 2199);
    int month = row.whole("month_num", 1, 12);
    @Nullable ReportedNumber value = row.number("rolling_12mo_count");
    Completeness completeness =
        row.completeness("percent_complete", "percent_pending_investigation");
    Columns columns = new Columns("state_abbr", "variable");
    return result(
        row,
        columns,
        YearMonth.of(year, month),
        seriesFigure(row, value),
        completeness,
        null,
        SERIES_KNOWN);
  }

  /// Names of the columns in which the two layouts differ by name only.
  private record Columns(String state, String indicator) {}

  private static RowResult result(
      HealthRow row,
      Columns columns,
      YearMonth month,
      Figure figure,
      @Nullable Completeness completeness,
      @Nullable Footnote footnote,
      Set<String> known) {
    String state = row.required(columns.state());
    String indicatorText = row.required(columns.indicator());
    if (row.isRefused()) {
      return new RowResult.Refused(row.hard());
    }
    Place place = place(row, columns, state);
    Indicator indicator = indicator(row, columns, indicatorText);
    HealthObservation observation =
        new HealthObservation(
            Country.UNITED_STATES,
            place,
            indicator,
            ObservedPeriod.rolling12(month),
            indicator.code().equals("percent-specified") ? Measure.PERCENT : Measure.DEATHS,
            figure,
            completeness,
            footnote,
            Map.of(),
            row.extras(known));
    return new RowResult.Accepted<>(
        HealthObservation.KIND,
        state + "|" + month + "|" + indicator.code(),
        observation,
        Marking.published(),
        month.atEndOfMonth(),
        row.soft());
  }

  private static Place place(HealthRow row, Columns columns, String state) {
    Optional<Place> place = Jurisdictions.findUs(state);
    if (place.isEmpty()) {
      row.remark(columns.state(), "place-not-recognised", "AL, AK, AZ … US, YC");
    }
    return place.orElseGet(() -> Jurisdictions.asReported(Country.UNITED_STATES, state));
  }

  private static Indicator indicator(HealthRow row, Columns columns, String text) {
    String code = INDICATORS.get(text);
    if (code == null) {
      row.remark(columns.indicator(), "indicator-not-recognised", "Heroin (T40.1) …");
    }
    return new Indicator(ID, code == null ? text : code, text);
  }

  /// A blank is suppressed only where the footnote says so; else a model's value stands alone, or
  /// there is nothing.
  private static Figure figure(
      @Nullable ReportedNumber value,
      @Nullable ReportedNumber predicted,
      @Nullable Footnote footnote) {
    if (value != null) {
      return new Figure.Reported(value, predicted);
    }
    if (footnote != null && footnote.text().toLowerCase(Locale.ROOT).contains("suppress")) {
      return new Figure.Suppressed(footnote.text());
    }
    return predicted == null ? new Figure.NotAvailable("") : new Figure.Predicted(predicted);
  }

  private static Figure seriesFigure(HealthRow row, @Nullable ReportedNumber value) {
    String type = row.required("source_value_type");
    return switch (type) {
      case "data_value", "predicted_value" -> {
        if (value == null) {
          row.refuse("rolling_12mo_count", "required", "");
          yield new Figure.NotAvailable(type);
        }
        yield type.equals("data_value")
            ? new Figure.Reported(value, null)
            : new Figure.Predicted(value);
      }
      case "missing" -> {
        if (value != null) {
          row.refuse("rolling_12mo_count", "must-be-blank", "");
        }
        yield new Figure.NotAvailable(type);
      }
      default -> {
        if (!type.isEmpty()) {
          row.refuse("source_value_type", "not-in-list", "data_value, predicted_value, missing");
        }
        yield new Figure.NotAvailable(type);
      }
    };
  }

  private static void requireRolling(HealthRow row, String column) {
    String text = row.text(column);
    if (!text.isEmpty() && !text.equals(ROLLING)) {
      row.refuse(column, "not-in-list", ROLLING);
    }
  }

  private static Month monthNamed(HealthRow row) {
    String text = row.required("Month");
    try {
      return Month.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException notAMonth) {
      if (!text.isEmpty()) {
        row.refuse("Month", "not-in-list", "January … December");
      }
      return Month.JANUARY;
    }
  }

  /// The footnote, its symbol taken from its own column or from the stars it begins with.
  private static @Nullable Footnote footnote(HealthRow row) {
    String text = row.text("Footnote");
    String symbol = row.text("Footnote Symbol");
    if (text.isEmpty() && symbol.isEmpty()) {
      return null;
    }
    if (symbol.isEmpty() && text.startsWith("*")) {
      String rest = text.replaceFirst("^\\*+", "");
      symbol = text.substring(0, text.length() - rest.length());
      text = rest.strip();
    }
    return new Footnote(text, symbol.isEmpty() ? null : symbol, sense(text));
  }

  /// One sense for the wordings of one remark; the note that final figures may differ stands on
  /// every row without another and says nothing of this one.
  private static @Nullable String sense(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    if (folded.contains("underreported")) {
      return "underreported";
    }
    if (folded.contains("suppress")) {
      return "suppressed";
    }
    return folded.startsWith("numbers may differ from published reports")
        ? null
        : Footnote.of(text, null).sense();
  }
}
