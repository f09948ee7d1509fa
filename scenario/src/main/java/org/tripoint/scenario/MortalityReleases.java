package org.tripoint.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Provisional drug overdose deaths as the US National Center for Health Statistics releases them:
/// twelve months ending with each month, first known about five months later and too low at first.
///
/// One state reports late. Counts of 1 to 9 are left blank and the footnote says so.
final class MortalityReleases {

  static final String SOURCE = "us-cdc-vsrr";
  static final String LATE_STATE = "NC";
  static final List<String> COLUMNS =
      List.of(
          "State",
          "Year",
          "Month",
          "Period",
          "Indicator",
          "Data Value",
          "Percent Complete",
          "Percent Pending Investigation",
          "State Name",
          "Footnote",
          "Footnote Symbol",
          "Predicted Value");

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', true);
  private static final Curve YEARLY =
      Curve.parse(
          "2018-01=68000 2019-06=69000 2020-06=86000 2021-06=102000 2023-07=112000"
              + " 2024-06=94000 2024-12=81000 2025-06=74000 2026-10=68000");

  private static final String FINAL_MAY_DIFFER =
      "Numbers may differ from published reports using final data. See Technical Notes."
          + " Synthetic data.";
  private static final String UNDERREPORTED =
      "Underreported due to incomplete data. Synthetic data.";
  private static final String SUPPRESSED =
      "Suppressed: counts of 1 to 9 are not shown. Synthetic data.";

  private final ScenarioSize size;
  private final long seed;
  private final List<Jurisdiction> states;
  private final Deaths deaths;

  /// @param name as the file writes it
  /// @param deathClass null for figures that are not a class of overdose deaths
  private record Indicator(String name, @Nullable String deathClass) {}

  private static final List<Indicator> INDICATORS =
      List.of(
          new Indicator("Cocaine (T40.5)", "T40.5"),
          new Indicator("Heroin (T40.1)", "T40.1"),
          new Indicator("Methadone (T40.3)", "T40.3"),
          new Indicator("Natural & semi-synthetic opioids (T40.2)", "T40.2"),
          new Indicator("Number of Deaths", null),
          new Indicator("Number of Drug Overdose Deaths", Deaths.ALL),
          new Indicator("Opioids (T40.0-T40.4,T40.6)", "opioids"),
          new Indicator("Percent with drugs specified", null),
          new Indicator("Psychostimulants with abuse potential (T43.6)", "T43.6"),
          new Indicator("Synthetic opioids, excl. methadone (T40.4)", "T40.4"));

  MortalityReleases(long seed, ScenarioSize size) {
    this.seed = seed;
    this.size = size;
    this.states =
        size.fewAreas
            ? Jurisdiction.UNITED_STATES.stream()
                .filter(s -> List.of("NC", "MI", "WY", "YC").contains(s.code()))
                .toList()
            : Jurisdiction.UNITED_STATES;
    this.deaths = Deaths.of(seed, "US", YEARLY, Jurisdiction.UNITED_STATES);
  }

  Deaths deaths() {
    return deaths;
  }

  List<Jurisdiction> states() {
    return states;
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return Vintage.schedule(
        Timeline.FIRST_MONTH, size.oldVintageMonths, size.monthlyVintages, 5, 12);
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    List<Vintage> vintages = vintages(size);
    truth.source(
        SOURCE,
        "cdc-vsrr",
        "complete",
        true,
        "covers",
        "the " + size.mortalityWindowMonths + " months to the last one told about",
        "reportedPart",
        "1 - 0.12 exp(-(months - 4) / 2.5) after that many months, whole after 14",
        "lateState",
        LATE_STATE,
        "lateReportedPart",
        "1 - 0.45 exp(-(months - 4) / 6) after that many months, whole after 26");
    truth.plant(
        "late-state-1",
        "late-reporting",
        "source",
        SOURCE,
        "place",
        "US-" + LATE_STATE,
        "percentPending",
        "four to eight times that of other states",
        "firstReportedPartOfAMonth",
        reportedPart(LATE_STATE, 4),
        "othersFirstReportedPart",
        reportedPart("MI", 4));
    for (Vintage vintage : vintages) {
      folder.release(
          SOURCE,
          "us-cdc-vsrr_synthetic_%s.csv".formatted(vintage.day()),
          vintage.published(),
          LAYOUT,
          file -> writeRows(file, vintage));
    }
  }

  private void writeRows(ReleaseFile file, Vintage vintage) throws IOException {
    file.row(COLUMNS);
    YearMonth first = vintage.last().minusMonths(size.mortalityWindowMonths - 1L);
    List<YearMonth> months =
        Timeline.months(
            first.isBefore(Timeline.FIRST_MONTH) ? Timeline.FIRST_MONTH : first, vintage.last());
    Jurisdiction whole = new Jurisdiction("US", "US", "United States", 0, 0);
    List<Jurisdiction> areas = new ArrayList<>(states);
    areas.add(whole);
    for (Jurisdiction area : areas) {
      for (YearMonth month : months) {
        for (Indicator indicator : INDICATORS) {
          if (area.equals(whole) || isShown(area, indicator)) {
            file.row(row(area, month, indicator, vintage.day()));
          }
        }
      }
    }
  }

  /// Classes are shown only for areas that name the drugs well enough, as in the real releases.
  private static boolean isShown(Jurisdiction area, Indicator indicator) {
    boolean total = indicator.name().startsWith("Number");
    return total || !List.of("AL", "AR", "DE", "LA", "NE", "ND", "PA").contains(area.code());
  }

  private List<String> row(Jurisdiction area, YearMonth month, Indicator indicator, LocalDate day) {
    String value;
    String predicted = "";
    String deathClass = indicator.deathClass();
    boolean incomplete = monthsSince(month, day) < 12;
    if (deathClass != null) {
      long known = rolling(area, deathClass, month, day);
      value = known >= 1 && known <= 9 ? "" : String.format(Locale.ROOT, "%,d", known);
      long full = rolling(area, deathClass, month, day.plusYears(5));
      predicted = value.isEmpty() ? "" : String.format(Locale.ROOT, "%,d", Math.max(known, full));
    } else if (indicator.name().startsWith("Percent")) {
      value = CbpFigures.number(90 + 9 * wobble(area, month));
    } else {
      value = String.format(Locale.ROOT, "%,d", allCauses(area));
    }
    boolean suppressed = value.isEmpty();
    return List.of(
        area.code(),
        Integer.toString(month.getYear()),
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        "12 month-ending",
        indicator.name(),
        value,
        "100",
        pending(area, month, day),
        area.name(),
        suppressed ? SUPPRESSED : incomplete ? UNDERREPORTED : FINAL_MAY_DIFFER,
        suppressed ? "***" : incomplete ? "*" : "**",
        predicted);
  }

  /// Deaths of twelve months as far as they are known on a day.
  long rolling(Jurisdiction area, String deathClass, YearMonth last, LocalDate day) {
    List<Jurisdiction> parts =
        area.code().equals("US") ? Jurisdiction.UNITED_STATES : List.of(area);
    long sum = 0;
    for (Jurisdiction part : parts) {
      for (YearMonth month : Timeline.months(last.minusMonths(11), last)) {
        double known = reportedPart(part.code(), monthsSince(month, day));
        sum += (long) StrictMath.rint(deaths.in(part.iso(), deathClass, month) * known);
      }
    }
    return sum;
  }

  /// The part of a month's deaths that is known so many months later.
  static double reportedPart(String state, long monthsLater) {
    if (monthsLater > monthsToFinal(state)) {
      return 1;
    }
    boolean late = state.equals(LATE_STATE);
    double missing = late ? 0.45 : 0.12;
    return 1 - missing * StrictMath.exp(-(monthsLater - 4) / (late ? 6.0 : 2.5));
  }

  private static int monthsToFinal(String state) {
    return state.equals(LATE_STATE) ? 26 : 14;
  }

  /// Deaths under investigation become fewer until the figures are final, and then stand.
  private String pending(Jurisdiction area, YearMonth month, LocalDate day) {
    double level = area.code().equals(LATE_STATE) ? 0.9 : 0.15;
    long known = Math.min(monthsSince(month, day), monthsToFinal(area.code()) + 1);
    double since = Math.max(0, known - 4);
    return CbpFigures.number(
        level * StrictMath.exp(-since / 9) * (0.8 + 0.4 * wobble(area, month)));
  }

  private double wobble(Jurisdiction area, YearMonth month) {
    return Chance.of(seed, "vsrr/" + area.code() + "/" + month).between(0.0, 1.0);
  }

  private long allCauses(Jurisdiction area) {
    List<Jurisdiction> parts =
        area.code().equals("US") ? Jurisdiction.UNITED_STATES : List.of(area);
    return parts.stream().mapToLong(part -> part.population() * 9L).sum();
  }

  private static long monthsSince(YearMonth month, LocalDate day) {
    return month.until(YearMonth.from(day), ChronoUnit.MONTHS);
  }
}
