package org.tripoint.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.scenario.Laboratory.Analyte;

/// Results of one invented laboratory in the layout `tripoint-lab-results`, a file a half-year.
///
/// Its analytes are looked for in every item, under the scope of the day. The adulterant comes to
/// it where and when it comes to seizures.
final class LaboratoryFiles {

  private static final List<String> COLUMNS =
      List.of(
          "laboratory",
          "country",
          "submission_id",
          "item_id",
          "sample_origin",
          "collected_date",
          "received_date",
          "reported_date",
          "place",
          "place_scheme",
          "form",
          "expected",
          "scope_id",
          "scope_version",
          "standard",
          "std_version",
          "comment",
          "custody",
          "name_as_reported",
          "substance_inchikey",
          "identification_level",
          "techniques",
          "role",
          "qualifier",
          "conc_value",
          "conc_unit",
          "conc_basis",
          "tier",
          "uncertainty",
          "coverage_factor",
          "tlp",
          "releasable_to",
          "derivative_use");

  private static final YearMonth FROM = YearMonth.of(2024, 4);
  private static final int MONTHS_A_FILE = 6;
  private static final int DRUG_CHECKING_PERCENT = 15;

  private final long seed;
  private final Laboratory laboratory;
  private final ScenarioSize size;

  LaboratoryFiles(long seed, Laboratory laboratory, ScenarioSize size) {
    this.seed = seed;
    this.laboratory = laboratory;
    this.size = size;
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        laboratory.source(),
        "tripoint-lab-results",
        "complete",
        false,
        "covers",
        "items collected in a half-year, reported within 20 days");
    PlantedFindings.plant(laboratory, truth);
    YearMonth last = FROM.plusMonths(MONTHS_A_FILE - 1);
    while (last.isBefore(Timeline.LAST_MONTH)) {
      write(folder, last);
      last = last.plusMonths(MONTHS_A_FILE);
    }
  }

  private void write(ScenarioFolder folder, YearMonth last) {
    LocalDate day = last.plusMonths(1).atDay(25);
    folder.release(
        laboratory.source(),
        laboratory.source() + "_synthetic_" + day + ".csv",
        day.atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC),
        AgencyFiles.TRIPOINT,
        file -> {
          file.row(COLUMNS);
          for (YearMonth month : Timeline.months(last.minusMonths(MONTHS_A_FILE - 1), last)) {
            write(file, month);
          }
        });
  }

  private void write(ReleaseFile file, YearMonth month) throws IOException {
    Chance chance = Chance.of(seed, "laboratory/" + laboratory.source() + "/" + month);
    int items = size == ScenarioSize.TINY ? 2 : laboratory.monthly();
    for (int number = 1; number <= items; number++) {
      write(file, item(month, number, chance));
    }
    for (PlantedFindings.Finding finding : PlantedFindings.of(laboratory, month)) {
      write(file, item(finding));
    }
  }

  private void write(ReleaseFile file, Item item) throws IOException {
    for (Found found : item.found()) {
      file.row(cells(item, found));
    }
  }

  private Item item(PlantedFindings.Finding finding) {
    Chance chance = Chance.of(seed, "planted/" + finding.number());
    List<Found> found = new ArrayList<>();
    for (Analyte analyte : finding.substances()) {
      found.add(found(analyte, found.isEmpty() ? "ACTIVE_MAIN" : "ADULTERANT", chance));
    }
    String submission = "SYN-" + laboratory.name() + "-" + finding.number();
    return new Item(submission, finding.day(), finding.spot(), "SEIZURE", "", false, found);
  }

  /// @param origin code of the sample's origin
  /// @param shared true when the neighbours may have it
  private record Item(
      String submission,
      LocalDate day,
      Spot spot,
      String origin,
      String expected,
      boolean shared,
      List<Found> found) {}

  private record Found(Analyte analyte, String role, BigDecimal percent) {}

  private Item item(YearMonth month, int number, Chance chance) {
    LocalDate day = month.atDay(chance.between(1, month.lengthOfMonth()));
    Spot spot = chance.pick(laboratory.spots(), Spot::weight);
    Analyte main = chance.pick(Laboratory.ANALYTES, Analyte::weight);
    List<Found> found = new ArrayList<>();
    found.add(found(main, "ACTIVE_MAIN", chance));
    if (main.equals(Laboratory.FENTANYL)) {
      if (chance.happens(0.5)) {
        found.add(found(Laboratory.CAFFEINE, "DILUENT", chance));
      }
      if (chance.happens(0.12)) {
        found.add(found(Laboratory.XYLAZINE, "ADULTERANT", chance));
      }
      if (chance.happens(PlantedSeizures.adulterantShare(spot.area(), day))) {
        found.add(found(Laboratory.MEDETOMIDINE, "ADULTERANT", chance));
      }
    }
    boolean brought = chance.between(1, 100) <= DRUG_CHECKING_PERCENT;
    String submission = "SYN-" + laboratory.name() + "-" + month + "-" + number;
    return new Item(
        submission,
        day,
        spot,
        brought ? "DRUG_CHECKING" : "SEIZURE",
        brought ? main.name() : "",
        chance.happens(0.25),
        found);
  }

  private static Found found(Analyte analyte, String role, Chance chance) {
    double percent = Math.min(96, chance.logNormal(analyte.percent(), 0.25));
    return new Found(
        analyte, role, BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_EVEN));
  }

  private List<String> cells(Item item, Found found) {
    LocalDate received = item.day().plusDays(3);
    LocalDate reported = item.day().plusDays(17);
    BigDecimal uncertainty =
        found.percent().multiply(new BigDecimal("0.08")).setScale(2, RoundingMode.UP);
    return List.of(
        laboratory.name(),
        laboratory.country(),
        item.submission(),
        "1",
        item.origin(),
        item.day().toString(),
        received.toString(),
        reported.toString(),
        item.spot().area(),
        item.spot().scheme(),
        item.found().getFirst().analyte().form(),
        item.expected(),
        Laboratory.SCOPE,
        Laboratory.scopeVersion(item.day()),
        "SWGDRUG",
        "8.0",
        "Synthetic",
        item.origin().equals("SEIZURE") ? custody(item, received) : "",
        found.analyte().name(),
        found.analyte().inchiKey(),
        "IDENTIFIED",
        "GC-MS(GC+MS):1:RC; IR:2:RC",
        found.role(),
        "=",
        found.percent().toPlainString(),
        "%",
        "FREE_BASE",
        "T2_QUANTITATIVE",
        uncertainty.toPlainString(),
        "2",
        item.shared() ? "AMBER" : "",
        item.shared() ? neighbours() : "",
        item.shared() ? "ALLOWED" : "");
  }

  private String custody(Item item, LocalDate received) {
    return "%sT15:00Z | Synthetic office %s | %s | seal of %s | intact"
        .formatted(received, item.spot().name(), laboratory.name(), item.submission());
  }

  private String neighbours() {
    return switch (laboratory.country()) {
      case "US" -> "CA MX";
      case "CA" -> "MX US";
      default -> "CA US";
    };
  }
}
