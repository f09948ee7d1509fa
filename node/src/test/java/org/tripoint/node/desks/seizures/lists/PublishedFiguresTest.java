package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  void agreesWithThePlainFileByFiscalYearAndDrug() throws Exception {
    Path file = PublicData.require("cbp-drug-seizures/nationwide-drugs-fy19-fy22.csv");
    TestDesk desk = TestDesk.fresh();
    new TestImports(desk.ledger()).cbp(name(file), CsvText.of(file), JANUARY);
    desk.ledger().readers().catchUp();
    Map<String, BigDecimal> plain = plainKilograms(file);
    for (int year = 2019; year <= 2022; year++) {
      Filter filter =
          new Filter(
              "seizure-figures",
              YearMonth.of(year - 1, 10),
              YearMonth.of(year, 9),
              Map.of("source", Set.of("us-cbp-nationwide")));
      Map<String, Map<String, BigDecimal>> byDrug = desk.cells().breakdown(filter, "substance");
      for (Map.Entry<String, Map<String, BigDecimal>> drug : byDrug.entrySet()) {
        String heading = drug.getKey().substring(drug.getKey().lastIndexOf(':') + 1);
        assertThat(drug.getValue().get("kilograms"))
            .isEqualByComparingTo(plain.remove(year + " " + heading));
      }
    }
    assertThat(plain).isEmpty();
    assertThat(
            desk.lists()
                .pageOfFigures(SeizureFilter.all(), Optional.empty(), Order.NEWEST_FIRST, 20_000)
                .rows())
        .hasSize(10_092);
  }

  @Test
  void findsNoRestatementInYearsThatTwoReleasesShare() {
    List<Path> files = new ArrayList<>();
    files.add(PublicData.require("cbp-drug-seizures/nationwide-drugs-fy19-fy22.csv"));
    files.add(PublicData.require("cbp-drug-seizures/nationwide-drugs-fy20-fy23.csv.gz"));
    files.add(PublicData.require("cbp-drug-seizures/nationwide-drugs-fy23-fy26-dec.csv"));
    TestDesk desk = TestDesk.fresh();
    TestImports imports = new TestImports(desk.ledger());
    long restated = 0;
    Instant published = JANUARY;
    for (Path file : files) {
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

  /// The oracle: lines split at commas, pounds times the exact factor.
  private static Map<String, BigDecimal> plainKilograms(Path file) throws Exception {
    Map<String, BigDecimal> sums = new TreeMap<>();
    try (var lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        BigDecimal kilograms = new BigDecimal(cells[8]).multiply(POUND);
        sums.merge(cells[0].substring(0, 4) + " " + cells[6], kilograms, BigDecimal::add);
      }
    }
    return sums;
  }
}
