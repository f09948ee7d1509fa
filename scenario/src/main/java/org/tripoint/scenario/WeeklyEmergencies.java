package org.tripoint.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Weekly emergency responses to suspected overdoses of one country by first-level area, in the
/// layout `tripoint-health`.
///
/// Each file tells the weeks that could still change since the file before. A week is nearly known
/// after two weeks and whole after 45 days.
final class WeeklyEmergencies {

  static final List<String> COLUMNS =
      List.of(
          "country",
          "jurisdiction",
          "jurisdiction_scheme",
          "indicator_list",
          "indicator",
          "period_kind",
          "period_start",
          "period_end",
          "measure",
          "state",
          "value",
          "predicted",
          "percent_complete",
          "percent_pending",
          "footnote");

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', false);
  private static final int WHOLE_AFTER_DAYS = 45;
  private static final LocalDate ADULTERANT_FELT = LocalDate.of(2025, 3, 3);
  private static final LocalDate CLUSTER_FROM = LocalDate.of(2026, 5, 18);
  private static final int CLUSTER_WEEKS = 3;

  /// Two neighbours that rise together, neither of them far by itself.
  private static final List<String> NEIGHBOURS = List.of("US-OR", "US-WA");

  private static final LocalDate NEIGHBOURS_FROM = LocalDate.of(2026, 8, 10);
  private static final int NEIGHBOURS_WEEKS = 3;
  private static final double NEIGHBOURS_FACTOR = 1.45;

  private final Country country;
  private final ScenarioSize size;
  private final List<Jurisdiction> areas;
  private final Map<String, Integer> counts = new HashMap<>();

  /// @param source as the node names it
  /// @param indicator what is counted, in the country's words
  /// @param yearly responses a year in the whole country
  record Country(
      String code,
      String source,
      String indicator,
      String measure,
      Curve yearly,
      List<Jurisdiction> areas) {

    static final Country UNITED_STATES =
        new Country(
            "US",
            "us-ems",
            "Suspected drug overdose, EMS response",
            "EMS_RESPONSES",
            Curve.parse("2018-11=210000 2021-06=300000 2023-07=320000 2026-10=215000"),
            Jurisdiction.UNITED_STATES.stream().filter(s -> s.iso().startsWith("US-")).toList());
    static final Country CANADA =
        new Country(
            "CA",
            "ca-ems",
            "Suspected opioid-related overdose, EMS response",
            "EMS_RESPONSES",
            Curve.parse("2018-11=21000 2021-06=39000 2023-07=46000 2026-10=31000"),
            Jurisdiction.CANADA);
    static final Country MEXICO =
        new Country(
            "MX",
            "mx-urgencias",
            "Urgencias por consumo de opioides",
            "OTHER",
            Curve.parse("2018-11=2600 2023-07=5200 2026-10=4600"),
            Jurisdiction.MEXICO);

    static final List<Country> ALL = List.of(UNITED_STATES, CANADA, MEXICO);
  }

  WeeklyEmergencies(long seed, ScenarioSize size, Country country) {
    this.country = country;
    this.size = size;
    this.areas =
        size.fewAreas
            ? country.areas().stream().filter(WeeklyEmergencies::isKept).toList()
            : country.areas();
    double whole = country.areas().stream().mapToDouble(Jurisdiction::weight).sum();
    for (Jurisdiction area : areas) {
      Chance chance = Chance.of(seed, country.source() + "/" + area.iso());
      for (LocalDate week : Timeline.weeks()) {
        double mean = country.yearly().at(YearMonth.from(week)) / 52.18 * area.weight() / whole;
        double varied = mean * season(week) * planted(area, week) * chance.logNormal(1, 0.07);
        counts.put(area.iso() + "/" + week, chance.poisson(varied));
      }
    }
  }

  String source() {
    return country.source();
  }

  List<Jurisdiction> areas() {
    return areas;
  }

  /// The true count of a week.
  int in(Jurisdiction area, LocalDate week) {
    return counts.getOrDefault(area.iso() + "/" + week, 0);
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return Vintage.schedule(
        Timeline.FIRST_MONTH, size.oldVintageMonths, size.monthlyVintages, 1, 10);
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        country.source(),
        "tripoint-health",
        "complete",
        false,
        "covers",
        "weeks not yet whole when the file before was published, and newer ones",
        "reportedPart",
        "1 - exp(-days / 6) so many days after the week, whole after " + WHOLE_AFTER_DAYS);
    truth.plant(
        "season-" + country.source(),
        "seasonal-series",
        "source",
        country.source(),
        "every",
        "52 weeks",
        "amplitude",
        0.15,
        "top",
        "mid-July");
    if (country.equals(Country.UNITED_STATES) && !size.fewAreas) {
      truth.plant(
          "ems-neighbours-1",
          "space-time-cluster",
          "source",
          country.source(),
          "places",
          NEIGHBOURS,
          "fromWeek",
          NEIGHBOURS_FROM,
          "weeks",
          NEIGHBOURS_WEEKS,
          "factor",
          NEIGHBOURS_FACTOR);
    }
    if (country.equals(Country.CANADA)) {
      truth.plant(
          "ems-step-1",
          "level-shift",
          "source",
          country.source(),
          "place",
          "CA-ON",
          "fromWeek",
          ADULTERANT_FELT,
          "factor",
          1.18,
          "because",
          "adulterant-1");
      truth.plant(
          "ems-cluster-1",
          "surge",
          "source",
          country.source(),
          "place",
          "CA-BC",
          "fromWeek",
          CLUSTER_FROM,
          "weeks",
          CLUSTER_WEEKS,
          "factor",
          1.8);
    }
    for (Vintage vintage : vintages(size)) {
      folder.release(
          country.source(),
          "%s_synthetic_%s.csv".formatted(country.source(), vintage.day()),
          vintage.published(),
          LAYOUT,
          file -> writeRows(file, vintage));
    }
  }

  private void writeRows(ReleaseFile file, Vintage vintage) throws IOException {
    file.row(COLUMNS);
    LocalDate previous = vintage.previous();
    for (LocalDate week : Timeline.weeks()) {
      LocalDate end = week.plusDays(6);
      boolean settled = previous != null && !previous.isBefore(end.plusDays(WHOLE_AFTER_DAYS));
      if (settled || end.plusDays(4).isAfter(vintage.day())) {
        continue;
      }
      for (Jurisdiction area : areas) {
        long days = end.until(vintage.day(), ChronoUnit.DAYS);
        double part = reportedPart(days);
        file.row(
            country.code(),
            area.iso(),
            "ADMIN1",
            "tripoint-ems",
            country.indicator(),
            "WEEK",
            week.toString(),
            end.toString(),
            country.measure(),
            "REPORTED",
            Long.toString((long) StrictMath.rint(in(area, week) * part)),
            "",
            Long.toString((long) StrictMath.rint(part * 100)),
            "",
            "Synthetic data.");
      }
    }
  }

  /// The part of a week's responses that is known so many days after its end.
  static double reportedPart(long days) {
    return days >= WHOLE_AFTER_DAYS ? 1 : 1 - StrictMath.exp(-days / 6.0);
  }

  private static double season(LocalDate week) {
    return 1 + 0.15 * StrictMath.cos(2 * Math.PI * (week.getDayOfYear() - 196) / 365.25);
  }

  private double planted(Jurisdiction area, LocalDate week) {
    if (area.iso().equals("CA-ON") && !week.isBefore(ADULTERANT_FELT)) {
      return 1.18;
    }
    if (NEIGHBOURS.contains(area.iso()) && isWithin(week, NEIGHBOURS_FROM, NEIGHBOURS_WEEKS)) {
      return NEIGHBOURS_FACTOR;
    }
    boolean cluster = area.iso().equals("CA-BC") && isWithin(week, CLUSTER_FROM, CLUSTER_WEEKS);
    return cluster ? 1.8 : 1;
  }

  private static boolean isWithin(LocalDate week, LocalDate from, int weeks) {
    return !week.isBefore(from) && week.isBefore(from.plusWeeks(weeks));
  }

  private static boolean isKept(Jurisdiction area) {
    return List.of("US-MI", "CA-ON", "CA-BC", "MX-BCN", "MX-SIN").contains(area.iso());
  }
}
