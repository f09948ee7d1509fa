package org.tripoint.node.desks.health;

import static java.util.Map.entry;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Opioid- and stimulant-related harms, as the Public Health Agency of Canada publishes them.
///
/// One figure a row; what `Aggregator` and `Disaggregator` mean depends on `Specific_Measure`, and
/// the word in `Value` may be a state instead of a number.
@Component
final class PhacHarmsFormat extends LayoutFormat {

  static final String ID = "phac-harms";
  static final String SOURCE = "ca-phac-harms";

  /// Half a year, as the quarterly releases have it.
  private static final int LAG_DAYS = 180;

  private static final Set<String> COLUMNS =
      Set.of(
          "Substance",
          "Source",
          "Specific_Measure",
          "Type_Event",
          "Region",
          "PRUID",
          "Time_Period",
          "Year_Quarter",
          "Aggregator",
          "Disaggregator",
          "Unit",
          "Value");

  /// What the two columns say, by `Specific_Measure`; where one is "" it must be blank.
  private record Strata(String aggregator, String disaggregator) {}

  private static final String AGE = "age";
  private static final String SEX = "sex";
  private static final String OPIOID = "opioid-type";
  private static final String STIMULANT = "stimulant-type";
  private static final String ORIGIN = "opioid-origin";
  private static final String OTHER = "other-substance";

  private static final Map<String, Strata> STRATA =
      Map.ofEntries(
          entry("Overall numbers", new Strata("", "")),
          entry("Sex breakdown", new Strata("", SEX)),
          entry("Age breakdown", new Strata("", AGE)),
          entry("Age by Sex breakdown", new Strata(AGE, SEX)),
          entry("Type of opioids breakdown", new Strata("", OPIOID)),
          entry("Type of opioids by sex", new Strata(OPIOID, SEX)),
          entry("Type of opioids by age", new Strata(OPIOID, AGE)),
          entry("Type of opioids by origin", new Strata(OPIOID, ORIGIN)),
          entry("Origin of opioid(s)", new Strata("", ORIGIN)),
          entry("Sex by origin of the opioids", new Strata(SEX, ORIGIN)),
          entry("Type of stimulants breakdown", new Strata("", STIMULANT)),
          entry("Type of stimulants by sex", new Strata(STIMULANT, SEX)),
          entry("Type of stimulants by age", new Strata(STIMULANT, AGE)),
          entry("Involvement of stimulants", new Strata("", OTHER)),
          entry("Involvement of opioids", new Strata("", OTHER)),
          entry("Involvement of other psychoactive substances", new Strata("", OTHER)),
          entry("Other non-opioid substances", new Strata("", OTHER)),
          entry("Other non-stimulant substances", new Strata("", OTHER)));

  private static final Map<String, Measure> COUNTED =
      Map.of(
          "Deaths", Measure.DEATHS,
          "Hospitalizations", Measure.HOSPITALISATIONS,
          "Emergency Medical Services (EMS)", Measure.EMS_RESPONSES);

  private static final Pattern YEAR = Pattern.compile("(20\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(20\\d{2}) Q([1-4])");
  private static final Pattern PART =
      Pattern.compile("(20\\d{2}) \\(([A-Z][a-z]{2})[a-z]* to ([A-Z][a-z]{2})[a-z]*\\)");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  PhacHarmsFormat() {
    super(ID, Layout.of(SOURCE, true, LAG_DAYS, COLUMNS, COLUMNS, Identity.KEYED));
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of("Value");
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return row -> read(new HealthRow(row));
  }

  private static RowResult read(HealthRow row) {
    String event = row.required("Type_Event");
    Optional<Measure> measure = measure(row);
    Optional<ObservedPeriod> period = period(row);
    Optional<Figure> figure = figure(row);
    if (row.required("Region").length() > 200) {
      row.refuse("Region", "too-long", "200");
    }
    if (row.isRefused() || measure.isEmpty() || period.isEmpty() || figure.isEmpty()) {
      return new RowResult.Refused(row.hard());
    }
    Map<String, String> strata = strata(row);
    Place place = place(row);
    Map<String, String> extras = new TreeMap<>(row.extras(COLUMNS));
    extras.put("Substance", row.text("Substance"));
    extras.put("Source", row.text("Source"));
    return new RowResult.Accepted<>(
        HealthObservation.KIND,
        key(row),
        new HealthObservation(
            Country.CANADA,
            place,
            new Indicator(ID, codeOf(event), event),
            period.get(),
            measure.get(),
            figure.get(),
            null,
            null,
            strata,
            extras),
        Marking.published(),
        period.get().last(),
        row.soft());
  }

  /// Every column but the value.
  private static String key(HealthRow row) {
    return String.join(
        "|",
        row.text("Type_Event"),
        row.text("Source"),
        row.text("Substance"),
        row.text("Specific_Measure"),
        row.text("PRUID"),
        row.text("Region"),
        row.text("Time_Period"),
        row.text("Year_Quarter"),
        row.text("Aggregator"),
        row.text("Disaggregator"),
        row.text("Unit"));
  }

  /// `Total apparent opioid toxicity deaths` as `total-apparent-opioid-toxicity-deaths`.
  static String codeOf(String event) {
    String code = event.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = code.replaceAll("^-|-$", "");
    String cut = trimmed.length() > 200 ? trimmed.substring(0, 200) : trimmed;
    return cut.isEmpty() ? "event" : cut;
  }

  private static Optional<Measure> measure(HealthRow row) {
    String unit = row.required("Unit");
    return switch (unit) {
      case "Number" -> {
        Measure counted = COUNTED.get(row.text("Source"));
        if (counted == null) {
          row.remark("Source", "indicator-not-recognised", String.join(", ", COUNTED.keySet()));
        }
        yield Optional.of(counted == null ? Measure.OTHER : counted);
      }
      case "Percent" -> Optional.of(Measure.PERCENT);
      case "Crude rate" -> Optional.of(Measure.RATE_CRUDE);
      case "Age-adjusted rate" -> Optional.of(Measure.RATE_AGE_ADJUSTED);
      case "" -> Optional.empty();
      default -> {
        row.refuse("Unit", "not-in-list", "Number, Percent, Crude rate, Age-adjusted rate");
        yield Optional.empty();
      }
    };
  }

  private static Optional<ObservedPeriod> period(HealthRow row) {
    String text = row.required("Year_Quarter");
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return Optional.of(ObservedPeriod.year(Integer.parseInt(year.group(1))));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return Optional.of(
          ObservedPeriod.quarter(
              Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
    }
    Optional<ObservedPeriod> part = partOfYear(PART.matcher(text));
    if (part.isEmpty() && !text.isEmpty()) {
      row.refuse("Year_Quarter", "not-a-period", "2020, 2020 Q1, 2020 (Apr to Dec)");
    }
    return part;
  }

  private static Optional<ObservedPeriod> partOfYear(Matcher part) {
    if (!part.matches()) {
      return Optional.empty();
    }
    int first = MONTHS.indexOf(part.group(2)) + 1;
    int last = MONTHS.indexOf(part.group(3)) + 1;
    if (first < 1 || last < first) {
      return Optional.empty();
    }
    int count = last - first + 1;
    return Optional.of(
        ObservedPeriod.months(
            count == 12 ? PeriodKind.YEAR : PeriodKind.PART_OF_YEAR,
            YearMonth.of(Integer.parseInt(part.group(1)), first),
            count));
  }

  private static Optional<Figure> figure(HealthRow row) {
    String text = row.required("Value");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "suppressed", "supp.", "suppr." -> Optional.of(new Figure.Suppressed(text));
      case "not available", "n/a", "na" -> Optional.of(new Figure.NotAvailable(text));
      default -> {
        @Nullable ReportedNumber value = row.number("Value");
        yield value == null ? Optional.empty() : Optional.of(new Figure.Reported(value, null));
      }
    };
  }

  private static Map<String, String> strata(HealthRow row) {
    String measure = row.text("Specific_Measure");
    Strata meaning = STRATA.get(measure);
    if (meaning == null) {
      row.remark(
          "Specific_Measure", "indicator-not-recognised", "Overall numbers, Sex breakdown …");
    }
    Map<String, String> strata = new TreeMap<>();
    put(strata, row, "Aggregator", meaning == null ? "" : meaning.aggregator());
    put(strata, row, "Disaggregator", meaning == null ? "" : meaning.disaggregator());
    boolean everyone = measure.isEmpty() || measure.equals("Overall numbers");
    if (strata.isEmpty() && !everyone) {
      strata.put("measure", measure);
    }
    return strata;
  }

  /// A column filled where its measure leaves it without meaning keeps its own name.
  private static void put(
      Map<String, String> strata, HealthRow row, String column, String meaning) {
    String text = row.text(column);
    if (!text.isEmpty()) {
      strata.put(meaning.isEmpty() ? column.toLowerCase(Locale.ROOT) : meaning, text);
    }
  }

  private static Place place(HealthRow row) {
    String region = row.text("Region");
    Optional<Place> place = Jurisdictions.findCanadian(row.text("PRUID"), region);
    if (place.isEmpty()) {
      row.remark("Region", "place-not-recognised", "PRUID 1, 10 … 62");
    }
    return place.orElseGet(() -> Jurisdictions.asReported(Country.CANADA, region));
  }
}
