package org.tripoint.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Opioid- and stimulant-related harms as the Public Health Agency of Canada releases them: by
/// quarter and by year, about six months late, in the agency's own long layout.
///
/// Numbers of 1 to 4 read `Suppressed`; areas that do not report read `Not available`.
final class HarmsReleases {

  static final String SOURCE = "ca-phac-harms";
  static final List<String> COLUMNS =
      List.of(
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

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\r\n", ',', false);
  private static final Curve YEARLY =
      Curve.parse(
          "2018-01=4400 2019-06=4000 2020-09=6800 2021-09=8000 2023-06=8600 2024-06=7300"
              + " 2025-06=5900 2026-10=5400");
  private static final YearMonth FIRST = YearMonth.of(2019, 1);

  private final ScenarioSize size;
  private final Deaths deaths;

  /// @param part of the country's opioid toxicity deaths it is as large as
  private record Series(
      String substance, String source, String event, String deathClass, double part) {}

  private static final List<Series> SERIES =
      List.of(
          new Series("Opioids", "Deaths", "Total apparent opioid toxicity deaths", Deaths.ALL, 1),
          new Series(
              "Opioids", "Deaths", "Accidental apparent opioid toxicity deaths", Deaths.ALL, 0.95),
          new Series(
              "Opioids",
              "Hospitalizations",
              "Total opioid-related poisoning hospitalizations",
              Deaths.ALL,
              0.78),
          new Series(
              "Opioids",
              "Emergency Medical Services (EMS)",
              "EMS responses to suspected opioid-related overdoses",
              Deaths.ALL,
              5),
          new Series(
              "Stimulants", "Deaths", "Total apparent stimulant toxicity deaths", "T43.6", 1.6));

  HarmsReleases(long seed, ScenarioSize size) {
    this.size = size;
    this.deaths = Deaths.of(seed, "CA", YEARLY, Jurisdiction.CANADA);
  }

  Deaths deaths() {
    return deaths;
  }

  /// One release a quarter; the last month told about ends a quarter.
  static List<Vintage> vintages(ScenarioSize size) {
    YearMonth first = YearMonth.of(2019, 6);
    int step = size == ScenarioSize.TINY ? 12 : size == ScenarioSize.DEMO ? 6 : 3;
    return Vintage.schedule(first, step, step == 6 ? 12 : 0, 6, 20).stream()
        .filter(vintage -> vintage.last().getMonthValue() % 3 == 0)
        .toList();
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        SOURCE,
        "phac-harms",
        "complete",
        true,
        "covers",
        "every quarter and year from 2019 on",
        "reportedPart",
        "0.93 in the first release of a quarter, 0.98 in the second, then whole");
    for (Vintage vintage : vintages(size)) {
      folder.release(
          SOURCE,
          "ca-phac-harms_synthetic_%s.csv".formatted(vintage.day()),
          vintage.published(),
          LAYOUT,
          file -> writeRows(file, vintage));
    }
  }

  private void writeRows(ReleaseFile file, Vintage vintage) throws IOException {
    file.row(COLUMNS);
    List<Jurisdiction> areas = new ArrayList<>();
    areas.add(
        new Jurisdiction(
            "1",
            "CA",
            "Canada",
            Jurisdiction.CANADA.stream().mapToInt(Jurisdiction::population).sum(),
            1));
    areas.addAll(Jurisdiction.CANADA);
    for (Series series : SERIES) {
      for (Jurisdiction area : areas) {
        for (int year = FIRST.getYear(); year <= vintage.last().getYear(); year++) {
          writeYear(file, series, area, year, vintage);
        }
      }
    }
  }

  private void writeYear(
      ReleaseFile file, Series series, Jurisdiction area, int year, Vintage vintage)
      throws IOException {
    boolean available = !(area.iso().equals("CA-QC") && !series.source().equals("Deaths"));
    long sum = 0;
    int quarters = 0;
    for (int quarter = 1; quarter <= 4; quarter++) {
      YearMonth last = YearMonth.of(year, quarter * 3);
      if (last.isAfter(vintage.last())) {
        break;
      }
      long known = known(series, area, last, vintage.day());
      sum += known;
      quarters++;
      row(file, series, area, false, year + " Q" + quarter, "Number", number(known, available));
    }
    if (quarters == 4) {
      String years = Integer.toString(year);
      row(file, series, area, true, years, "Number", number(sum, available));
      String rate =
          String.format(Locale.ROOT, "%.1f", sum * 100.0 / Math.max(1, area.population()));
      boolean shown = sum == 0 || sum > 4;
      row(
          file,
          series,
          area,
          true,
          years,
          "Crude rate",
          available ? shown ? rate : "Suppressed" : "Not available");
    }
  }

  private static void row(
      ReleaseFile file,
      Series series,
      Jurisdiction area,
      boolean yearly,
      String period,
      String unit,
      String value)
      throws IOException {
    file.row(
        series.substance(),
        series.source(),
        "Overall numbers",
        series.event(),
        area.name(),
        area.code(),
        yearly ? "By year" : "By quarter",
        period,
        "",
        "",
        unit,
        value);
  }

  private static String number(long known, boolean available) {
    if (!available) {
      return "Not available";
    }
    return known >= 1 && known <= 4 ? "Suppressed" : Long.toString(known);
  }

  private long known(Series series, Jurisdiction area, YearMonth last, LocalDate day) {
    List<Jurisdiction> parts =
        area.iso().equals("CA")
            ? Jurisdiction.CANADA.stream()
                .filter(p -> series.source().equals("Deaths") || !p.iso().equals("CA-QC"))
                .toList()
            : List.of(area);
    double known = reportedPart(last.until(YearMonth.from(day), ChronoUnit.MONTHS));
    long sum = 0;
    for (Jurisdiction part : parts) {
      for (YearMonth month : Timeline.months(last.minusMonths(2), last)) {
        double full = deaths.in(part.iso(), series.deathClass(), month) * series.part();
        sum += (long) StrictMath.rint(full * known);
      }
    }
    return sum;
  }

  /// The part of a quarter that is known so many months after its end.
  static double reportedPart(long monthsLater) {
    return monthsLater < 9 ? 0.93 : monthsLater < 12 ? 0.98 : 1;
  }
}
