package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.formats.TestImports;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;

/// Published figures from the file through ledger and cells.
class PublishedFiguresTest {

  private static final String HEADER =
      "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of"
          + " Event,Sum Qty (lbs)\n";
  private static final Instant JANUARY = Instant.parse("2025-01-20T00:00:00Z");
  private static final Instant FEBRUARY = Instant.parse("2025-02-20T00:00:00Z");
  private static final BigDecimal POUND = new BigDecimal("0.45359237");

  private static String cell(String month, String drug, String events, String pounds) {
    return "2025,%s,U.S. Border Patrol,Southwest Border,Land Only,TUCSON SECTOR,%s,%s,%s\n"
        .formatted(month, drug, events, pounds);
  }

  @Test
  void showsBothVintagesOfARestatedFile() {
    TestDesk desk = TestDesk.fresh();
    String first = HEADER + cell("OCT", "Fentanyl", "3", "10") + cell("NOV", "Fentanyl", "2", "5");
    String restated =
        HEADER
            + cell("OCT", "Fentanyl", "4", "12")
            + cell("NOV", "Fentanyl", "2", "5.0000000000001");
    TestImports imports = new TestImports(desk.ledger());
    assertThat(imports.cbp("january.csv", CsvText.of(first), JANUARY).appended()).isEqualTo(2);
    TestImports.Result again = imports.cbp("february.csv", CsvText.of(restated), FEBRUARY);
    assertThat(again.appended()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(1);
    desk.ledger().readers().catchUp();
    Filter fentanyl =
        new Filter(
            "seizure-figures",
            YearMonth.of(2024, 10),
            YearMonth.of(2024, 11),
            Map.of("source", Set.of("us-cbp-nationwide")));
    YearMonth october = YearMonth.of(2024, 10);
    assertThat(desk.cells().series(fentanyl).get(october).get("kilograms"))
        .isEqualByComparingTo(new BigDecimal("12").multiply(POUND));
    AsOf then = new AsOf.Published(JANUARY.plusSeconds(1));
    assertThat(desk.cells().seriesAsOf(fentanyl, then).get(october).get("kilograms"))
        .isEqualByComparingTo(new BigDecimal("10").multiply(POUND));
    FigureRow row =
        desk.lists()
            .pageOfFigures(SeizureFilter.all(), Optional.empty(), Order.OLDEST_FIRST, 9)
            .rows()
            .getFirst();
    assertThat(row.quantityText()).isEqualTo("12");
  }

  @Test
  void agreesWithEveryPlainFileByFiscalYearAndDrug() throws Exception {
    TestDesk desk = TestDesk.fresh();
    TestImports imports = new TestImports(desk.ledger());
    Instant published = JANUARY;
    for (Path file : Stream.concat(nationwide().stream(), airAndMarine().stream()).toList()) {
      imports.cbp(name(file), CsvText.of(file), published);
      published = published.plusSeconds(86_400);
    }
    desk.ledger().readers().catchUp();
    assertThat(totals(desk, "us-cbp-nationwide")).isEqualTo(plain(nationwide()));
    assertThat(totals(desk, "us-cbp-amo")).isEqualTo(plain(airAndMarine()));
  }

  private static List<Path> nationwide() {
    return List.of(
        PublicData.require("cbp-drug-seizures/nationwide-drugs-fy19-fy22.csv"),
        PublicData.require("cbp-drug-seizures/nationwide-drugs-fy20-fy23.csv.gz"),
        PublicData.require("cbp-drug-seizures/nationwide-drugs-fy23-fy26-dec.csv"));
  }

  private static List<Path> airAndMarine() {
    return List.of(
        PublicData.require("cbp-drug-seizures/amo-drug-seizures-fy19-fy22.csv"),
        PublicData.require("cbp-drug-seizures/amo-drug-seizures-fy23-fy26-dec.csv"));
  }

  /// Kilograms, to the gram, and events by fiscal year and drug, out of the cells.
  private static Map<String, String> totals(TestDesk desk, String source) {
    Map<String, String> totals = new TreeMap<>();
    for (int year = 2019; year <= 2026; year++) {
      Filter filter =
          new Filter(
              "seizure-figures",
              YearMonth.of(year - 1, 10),
              YearMonth.of(year, 9),
              Map.of("source", Set.of(source)));
      for (var drug : desk.cells().breakdown(filter, "substance").entrySet()) {
        String heading = drug.getKey().substring(drug.getKey().lastIndexOf(':') + 1);
        totals.put(
            year + " " + heading,
            total(
                drug.getValue().getOrDefault("kilograms", BigDecimal.ZERO),
                drug.getValue().getOrDefault("events", BigDecimal.ZERO)));
      }
    }
    return totals;
  }

  private static String total(BigDecimal kilograms, BigDecimal events) {
    return kilograms.setScale(3, RoundingMode.HALF_UP).toPlainString()
        + " kg, "
        + events.stripTrailingZeros().toPlainString();
  }

  @Test
  void findsNoRestatementInYearsThatTwoReleasesShare() {
    TestDesk desk = TestDesk.fresh();
    TestImports imports = new TestImports(desk.ledger());
    long restated = 0;
    Instant published = JANUARY;
    for (Path file : nationwide()) {
      TestImports.Result result = imports.cbp(name(file), CsvText.of(file), published);
      restated += result.restated();
      published = published.plusSeconds(86_400);
    }
    assertThat(restated).isZero();
    long records =
        desk.ledger()
            .jdbc()
            .queryForObject(
                "select count(distinct record) from ledger.version where kind = ?",
                Long.class,
                PublishedSeizureFigure.KIND.name());
    assertThat(records).isEqualTo(10_092 + 2_365 + (7_895 - 2_365));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /// The oracle: lines split at commas, pounds times the exact factor; of a cell that two files
  /// hold, the later file's.
  private static Map<String, String> plain(List<Path> files) throws Exception {
    Map<String, String[]> newest = new TreeMap<>();
    for (Path file : files) {
      Map<String, Integer> equal = new TreeMap<>();
      try (var lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          // One branch has a comma in its name.
          String[] cells = line.replace("Bahamas, Turks", "Bahamas Turks").split(",", -1);
          cells[0] = cells[0].substring(0, 4);
          String key = String.join(",", List.of(cells).subList(0, 7));
          newest.put(key + "#" + equal.merge(key, 1, Integer::sum), cells);
        }
      }
    }
    Map<String, BigDecimal> kilograms = new TreeMap<>();
    Map<String, BigDecimal> events = new TreeMap<>();
    for (String[] cells : newest.values()) {
      String drug = cells[0] + " " + cells[6];
      events.merge(drug, new BigDecimal(cells[7]), BigDecimal::add);
      kilograms.merge(drug, new BigDecimal(cells[8]).multiply(POUND), BigDecimal::add);
    }
    Map<String, String> totals = new TreeMap<>();
    kilograms.forEach(
        (drug, sum) -> totals.put(drug, total(sum, events.getOrDefault(drug, BigDecimal.ZERO))));
    return totals;
  }
}
