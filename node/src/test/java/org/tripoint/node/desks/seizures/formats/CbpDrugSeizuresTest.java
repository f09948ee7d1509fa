package org.tripoint.node.desks.seizures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.PlaceScheme;

class CbpDrugSeizuresTest {

  private static final String HEADER =
      "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of"
          + " Event,Sum Qty (lbs)\n";
  private static final String GOOD =
      "2019,OCT,U.S. Border Patrol,Southwest Border,Land Only,TUCSON SECTOR,Fentanyl,3,2.5";

  private final CbpDrugSeizures format = new CbpDrugSeizures(new ShippedSubstances());

  private Reading read(String row) {
    return Reading.of(format, CsvText.of(HEADER + row + "\n"), "nationwide-drugs.csv");
  }

  @Test
  void placesOctoberOfAFiscalYearInTheYearBefore() {
    PublishedSeizureFigure figure = read(GOOD).content(PublishedSeizureFigure.class);
    assertThat(figure.month()).isEqualTo(YearMonth.of(2018, 10));
    assertThat(figure.mass()).isEqualTo(Mass.kilograms("1.133980925"));
    assertThat(figure.conversion()).isEqualTo("lb-kg");
    assertThat(figure.quantity().text()).isEqualTo("2.5");
    assertThat(figure.area().scheme()).isEqualTo(PlaceScheme.AGENCY_AREA);
    assertThat(figure.area().admin1Code()).isEmpty();
  }

  /// Digests in the chain commit to these bytes: a component added to the kind must leave them.
  @Test
  void keepsTheBytesOfAMonthlyFigure() {
    PublishedSeizureFigure figure = read(GOOD).content(PublishedSeizureFigure.class);
    assertThat(ContentCodec.of(PublishedSeizureFigure.class).write(figure))
        .isEqualTo(
            """
            {"agency":"CBP","area":{"code":"TUCSON SECTOR","country":"US","scheme":"AGENCY_AREA"},\
            "component":"U.S. Border Patrol","conversion":"lb-kg","country":"US",\
            "drugType":"Fentanyl","events":{"text":"3","value":"3"},\
            "extras":{},"fiscalMonth":"OCT","fiscalYear":{"text":"2019","value":"2019"},\
            "landFilter":"Land Only","mass":{"kilograms":"1.133980925"},\
            "month":"2018-10","quantity":{"text":"2.5","value":"2.5"},\
            "region":"Southwest Border","substance":"group:cbp-drug-type@2019:Fentanyl","unit":"lb"}\
            """);
  }

  @Test
  void keepsOneKeyWhenTheRunningYearIsOver() {
    String running = GOOD.replaceFirst("2019", "2026 (FYTD)");
    Reading open = read(running);
    Reading over = read(GOOD.replaceFirst("2019", "2026"));
    assertThat(open.key()).isEqualTo(over.key());
    assertThat(open.content(PublishedSeizureFigure.class).fiscalYear().value())
        .isEqualTo(over.content(PublishedSeizureFigure.class).fiscalYear().value());
  }

  @ParameterizedTest
  @CsvSource({
    "2019,FY19,FY not-a-fiscal-year",
    "OCT,OKT,Month (abbv) not-a-code",
    "Fentanyl,,Drug Type missing",
    "TUCSON SECTOR,,Area of Responsibility missing",
    "U.S. Border Patrol,,Component missing",
    "U.S. Border Patrol,Air and Marine Operations,Component other-source",
    "'3,','3.5,',Count of Event not-whole",
    "'3,','-3,',Count of Event negative",
    "'3,','three,',Count of Event not-a-number",
    "2.5,-2.5,Sum Qty (lbs) negative",
    "2.5,NaN,Sum Qty (lbs) not-a-number",
    "2.5,0x1F,Sum Qty (lbs) not-a-number",
    "2.5,1e999,Sum Qty (lbs) not-a-number",
    "2.5,,Sum Qty (lbs) missing"
  })
  void refusesWhatBreaksARule(String good, String bad, String finding) {
    String written = bad == null ? "" : bad;
    assertThat(read(GOOD.replace(good, written)).hard()).containsExactly(finding);
  }

  @Test
  void namesEveryRuleThatARowBreaks() {
    assertThat(read("x,y,,,,,,z,w").hard())
        .containsExactly(
            "FY not-a-fiscal-year",
            "Month (abbv) not-a-code",
            "Component missing",
            "Area of Responsibility missing",
            "Drug Type missing",
            "Count of Event not-a-number",
            "Sum Qty (lbs) not-a-number");
  }

  @Test
  void keepsADrugTypeThatNoListHolds() {
    Reading reading = read(GOOD.replace("Fentanyl", "Nitazenes"));
    assertThat(reading.soft()).containsExactly("Drug Type not-recognised");
    assertThat(reading.content(PublishedSeizureFigure.class).substance().key())
        .isEqualTo("text:Nitazenes");
  }

  @Test
  void takesZeroPoundsInSomeEventsAndFloatNoise() {
    assertThat(read(GOOD.replace("2.5", "0")).soft()).isEmpty();
    PublishedSeizureFigure noise =
        read(GOOD.replace("2.5", "6.61386786e-05")).content(PublishedSeizureFigure.class);
    assertThat(noise.quantity().value()).isEqualByComparingTo("0.0000661386786");
    assertThat(noise.quantity().text()).isEqualTo("6.61386786e-05");
  }

  @Test
  void keepsColumnsThatItDoesNotKnow() {
    CsvText csv = CsvText.of(HEADER.strip() + ",Citizenship\n" + GOOD + ",USC\n");
    assertThat(Reading.of(format, csv, "x.csv").content(PublishedSeizureFigure.class).extras())
        .isEqualTo(Map.of("Citizenship", "USC"));
  }

  @Test
  void readsEveryRowOfTheRealFilesAndAgreesWithAPlainSum() throws Exception {
    List<Path> files = PublicData.requireAll("cbp-drug-seizures");
    assertThat(files).hasSize(5);
    for (Path file : files) {
      Reading reading = Reading.of(format, CsvText.of(file), file.getFileName().toString());
      boolean airAndMarine = file.getFileName().toString().startsWith("amo");
      assertThat(reading.recognition().source())
          .isEqualTo(airAndMarine ? "us-cbp-amo" : "us-cbp-nationwide");
      Map<String, BigDecimal> read = new TreeMap<>();
      for (RowResult result : reading.results()) {
        PublishedSeizureFigure figure =
            (PublishedSeizureFigure) ((RowResult.Accepted<?>) result).content();
        String cell = figure.fiscalYear().value() + " " + figure.drugType();
        read.merge(cell, figure.quantity().value(), BigDecimal::add);
        assertThat(((RowResult.Accepted<?>) result).soft()).isEmpty();
      }
      Map<String, BigDecimal> plain = plainSums(file);
      assertThat(read.keySet()).isEqualTo(plain.keySet());
      read.forEach((cell, pounds) -> assertThat(pounds).isEqualByComparingTo(plain.get(cell)));
    }
  }

  /// The oracle: lines split at commas; only an area is ever quoted, so year, drug and pounds are
  /// counted from the ends.
  private static Map<String, BigDecimal> plainSums(Path file) throws Exception {
    Map<String, BigDecimal> sums = new TreeMap<>();
    try (var lines = PublicData.openText(file, StandardCharsets.UTF_8)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        String drug = cells[cells.length - 3];
        BigDecimal pounds = new BigDecimal(cells[cells.length - 1]);
        sums.merge(cells[0].substring(0, 4) + " " + drug, pounds, BigDecimal::add);
      }
    }
    return sums;
  }
}
