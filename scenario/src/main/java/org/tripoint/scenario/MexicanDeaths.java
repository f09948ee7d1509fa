package org.tripoint.scenario;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Deaths in Mexico, told twice by different houses: monthly forensic counts in the layout
/// `tripoint-health`, and yearly registered deaths in a layout of their own that needs a mapping.
///
/// Ascertainment is low: the counts are a small part of what other countries would find.
final class MexicanDeaths {

  static final String FORENSIC = "mx-sisvea";
  static final String REGISTERED = "mx-inegi";
  static final String MAPPING = "mx-inegi-mapping.json";
  static final List<String> REGISTERED_COLUMNS =
      List.of("Entidad", "Desde", "Hasta", "Causa CIE-10", "Defunciones", "Nota");

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', false);
  private static final ReleaseFile.Layout REGISTERED_LAYOUT =
      new ReleaseFile.Layout(Charset.forName("windows-1252"), "\r\n", ';', false);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final Curve YEARLY =
      Curve.parse("2018-01=480 2020-06=620 2022-06=900 2024-06=1050 2026-10=960");
  private static final List<String> CODES = List.of("T40.4", "T40.1", "T40.5", "T43.6");
  private static final double REGISTERED_PART = 0.62;

  private final ScenarioSize size;
  private final Deaths deaths;

  MexicanDeaths(long seed, ScenarioSize size) {
    this.size = size;
    this.deaths = Deaths.of(seed, "MX", YEARLY, Jurisdiction.MEXICO);
  }

  Deaths deaths() {
    return deaths;
  }

  private List<Jurisdiction> states() {
    return size.fewAreas
        ? Jurisdiction.MEXICO.stream()
            .filter(s -> List.of("MX-BCN", "MX-SIN").contains(s.iso()))
            .toList()
        : Jurisdiction.MEXICO;
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return Vintage.schedule(
        Timeline.FIRST_MONTH, size.oldVintageMonths, size.monthlyVintages, 3, 15);
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        FORENSIC,
        "tripoint-health",
        "complete",
        false,
        "covers",
        "months not yet whole when the file before was published, and newer ones",
        "reportedPart",
        "0.7 after 3 months, 0.85 after 4, 0.95 after 5, whole after 6");
    for (Vintage vintage : vintages(size)) {
      folder.release(
          FORENSIC,
          "mx-sisvea_synthetic_%s.csv".formatted(vintage.day()),
          vintage.published(),
          LAYOUT,
          file -> writeMonths(file, vintage));
    }
    truth.source(
        REGISTERED,
        "tripoint-health, through a mapping",
        "complete",
        false,
        "covers",
        "one calendar year of deaths registered under an ICD-10 code",
        "registeredPart",
        REGISTERED_PART);
    folder.first(MAPPING, Json.write(RegisteredDeathsMapping.content()));
    for (int year = 2019; year <= 2025; year++) {
      int told = year;
      LocalDate day = LocalDate.of(year + 1, 10, 28);
      folder.release(
          REGISTERED,
          "mx-inegi_sintetico_%s.csv".formatted(day),
          day.atTime(15, 0).toInstant(java.time.ZoneOffset.UTC),
          REGISTERED_LAYOUT,
          file -> writeYear(file, told));
    }
  }

  private void writeMonths(ReleaseFile file, Vintage vintage) throws IOException {
    file.row(WeeklyEmergencies.COLUMNS);
    LocalDate previous = vintage.previous();
    for (YearMonth month : Timeline.months(Timeline.FIRST_MONTH, vintage.last())) {
      boolean settled = previous != null && reportedPart(months(month, previous)) >= 1;
      if (settled) {
        continue;
      }
      double part = reportedPart(months(month, vintage.day()));
      for (Jurisdiction state : states()) {
        for (String code : CODES) {
          file.row(
              "MX",
              state.iso(),
              "ADMIN1",
              "icd-10",
              code,
              "MONTH",
              month.atDay(1).toString(),
              month.atEndOfMonth().toString(),
              "DEATHS",
              "REPORTED",
              Long.toString((long) StrictMath.rint(deaths.in(state.iso(), code, month) * part)),
              "",
              Long.toString((long) StrictMath.rint(part * 100)),
              "",
              "Synthetic data. Low ascertainment.");
        }
      }
    }
  }

  private void writeYear(ReleaseFile file, int year) throws IOException {
    file.row(REGISTERED_COLUMNS);
    for (Jurisdiction state : states()) {
      for (String code : CODES) {
        long sum = 0;
        for (YearMonth month : Timeline.months(YearMonth.of(year, 1), YearMonth.of(year, 12))) {
          sum += deaths.in(state.iso(), code, month);
        }
        file.row(
            state.name(),
            DAY.format(LocalDate.of(year, 1, 1)),
            DAY.format(LocalDate.of(year, 12, 31)),
            code,
            String.format(Locale.ROOT, "%d,0", (long) StrictMath.rint(sum * REGISTERED_PART)),
            "Datos sintéticos");
      }
    }
  }

  /// The part of a month's deaths that is known so many months later.
  static double reportedPart(long monthsLater) {
    return switch (Math.clamp(monthsLater, 3, 6)) {
      case 3 -> 0.7;
      case 4 -> 0.85;
      case 5 -> 0.95;
      default -> 1;
    };
  }

  private static long months(YearMonth month, LocalDate day) {
    return month.until(YearMonth.from(day), ChronoUnit.MONTHS);
  }
}
