package org.tripoint.scenario;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tripoint.vocabulary.Calendar;

/// The nationwide or the Air and Marine drug seizure file of US Customs and Border Protection, one
/// release after another.
///
/// A row is one cell: fiscal year, month, component, region, land filter, area, drug. Quirks of the
/// real files are kept: OCT to DEC belong to the next fiscal year, the running year reads `2026
/// (FYTD)`, pounds are sums of binary doubles whose last digits differ between releases, some rows
/// have events and no weight.
final class CbpFigures {

  static final List<String> COLUMNS =
      List.of(
          "FY",
          "Month (abbv)",
          "Component",
          "Region",
          "Land Filter",
          "Area of Responsibility",
          "Drug Type",
          "Count of Event",
          "Sum Qty (lbs)");

  /// Pounds of a kilogram as the field offices convert.
  private static final double POUNDS_PER_KILOGRAM = 2.2046226;

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\r\n", ',', false);
  private static final Calendar.FiscalYear FISCAL =
      new Calendar.FiscalYear("us-fiscal", Month.OCTOBER);

  /// Nearly all is in the first release; a few entries come months late, so that months restate.
  private static final double LATE_SHARE = 0.008;

  private static final ReportingDelay PROMPT = new ReportingDelay(4, 0.6, 17);
  private static final ReportingDelay LATE = new ReportingDelay(60, 0.8, 400);

  private final long seed;
  private final ScenarioSize size;
  private final boolean airAndMarine;
  private final List<Cell> cells = new ArrayList<>();

  /// @param pounds as a binary double, noise included
  /// @param counted 1, or 0 for weight found later in a known event
  record Entry(LocalDate day, LocalDate reported, double pounds, int counted) {}

  /// One cell with every entry that will ever be in it.
  record Cell(YearMonth month, CbpArea area, CbpDrug drug, List<Entry> entries) {

    int events(LocalDate asOf) {
      return entries.stream().filter(e -> !e.reported.isAfter(asOf)).mapToInt(Entry::counted).sum();
    }

    /// Adds forwards or backwards: the last digits differ as between real releases.
    double pounds(LocalDate asOf, boolean backwards) {
      double sum = 0;
      List<Entry> inOrder = backwards ? entries.reversed() : entries;
      for (Entry entry : inOrder) {
        if (!entry.reported.isAfter(asOf)) {
          sum += entry.pounds;
        }
      }
      return sum;
    }
  }

  CbpFigures(long seed, ScenarioSize size, boolean airAndMarine) {
    this.seed = seed;
    this.size = size;
    this.airAndMarine = airAndMarine;
    List<CbpArea> areas = airAndMarine ? CbpArea.airAndMarine() : CbpArea.nationwide();
    for (CbpArea area : areas) {
      if (!size.fewAreas || kept(area)) {
        for (CbpDrug drug : CbpDrug.ALL) {
          drawCells(area, drug);
        }
      }
    }
    cells.sort(
        Comparator.comparingInt((Cell cell) -> fiscalYear(cell.month))
            .thenComparing(cell -> monthWord(cell.month)));
  }

  String source() {
    return airAndMarine ? "us-cbp-amo" : "us-cbp-nationwide";
  }

  List<Cell> cells() {
    return cells;
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return Vintage.schedule(
        Timeline.FIRST_MONTH, size.oldVintageMonths, size.monthlyVintages, 1, 18);
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    if (!airAndMarine) {
      plantRestatedMonth(truth);
    }
    truth.source(
        source(),
        "cbp-drug-seizures",
        "complete",
        true,
        "covers",
        "the running US fiscal year and the one before it",
        "delay",
        PROMPT.declared(),
        "lateShare",
        LATE_SHARE,
        "lateDelay",
        LATE.declared());
    List<Vintage> vintages = vintages(size);
    for (int i = 0; i < vintages.size(); i++) {
      Vintage vintage = vintages.get(i);
      boolean backwards = i % 2 == 1;
      folder.release(
          source(),
          fileName(vintage),
          vintage.published(),
          LAYOUT,
          file -> writeRows(file, vintage, backwards));
    }
  }

  private void writeRows(ReleaseFile file, Vintage vintage, boolean backwards)
      throws java.io.IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (airAndMarine) {
      columns.set(5, "Branch");
    }
    file.row(columns);
    int running = fiscalYear(vintage.last());
    for (Cell cell : cells) {
      int year = fiscalYear(cell.month);
      if (year < running - 1 || cell.month.isAfter(vintage.last())) {
        continue;
      }
      int events = cell.events(vintage.day());
      if (events == 0) {
        continue;
      }
      boolean toDate = year == running && vintage.last().getMonth() != Month.SEPTEMBER;
      file.row(
          toDate ? year + " (FYTD)" : Integer.toString(year),
          monthWord(cell.month),
          cell.area.component(),
          cell.area.region(),
          cell.area.landFilter(),
          cell.area.name(),
          cell.drug.name(),
          Integer.toString(events),
          number(cell.pounds(vintage.day(), backwards)));
    }
  }

  private void drawCells(CbpArea area, CbpDrug drug) {
    Chance chance =
        Chance.of(seed, source() + "/" + area.landFilter() + "/" + area.name() + "/" + drug.name());
    for (YearMonth month : Timeline.months()) {
      double expected =
          drug.monthlyEvents(area, fiscalYear(month)) * season(month) * chance.between(0.85, 1.15);
      int events = chance.poisson(expected);
      if (events > 0) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < events; i++) {
          entries.add(entry(chance, area, drug, month));
        }
        cells.add(new Cell(month, area, drug, entries));
      }
    }
  }

  private static Entry entry(Chance chance, CbpArea area, CbpDrug drug, YearMonth month) {
    LocalDate day = month.atDay(chance.between(1, month.lengthOfMonth()));
    int delay = (chance.happens(LATE_SHARE) ? LATE : PROMPT).draw(chance);
    return new Entry(day, day.plusDays(delay), pounds(chance, area, drug), 1);
  }

  /// Field offices weigh kilograms and grams and convert; the patrol keeps four decimals of pounds.
  private static double pounds(Chance chance, CbpArea area, CbpDrug drug) {
    double drawn = chance.logNormal(drug.meanPounds(area), 1.6);
    if (chance.happens(0.01)) {
      return 0;
    }
    if (area.component().equals(CbpArea.FIELD_OPERATIONS)) {
      double grams = Math.max(1, StrictMath.rint(drawn / POUNDS_PER_KILOGRAM * 1000));
      return grams / 1000 * POUNDS_PER_KILOGRAM;
    }
    double unit = area.component().equals(CbpArea.BORDER_PATROL) ? 10_000 : 100;
    return Math.max(1, StrictMath.rint(drawn * unit)) / unit;
  }

  /// A year's wave of one tenth with its top in April.
  static double season(YearMonth month) {
    return 1 + 0.1 * StrictMath.cos(2 * Math.PI * (month.getMonthValue() - 4) / 12);
  }

  /// An audit in December 2025 finds a fifth more fentanyl in one cell of March 2025.
  private void plantRestatedMonth(GroundTruth truth) {
    YearMonth month = YearMonth.of(2025, 3);
    LocalDate found = LocalDate.of(2025, 12, 5);
    CbpDrug fentanyl =
        CbpDrug.ALL.stream().filter(d -> d.name().equals("Fentanyl")).findFirst().orElseThrow();
    CbpArea area =
        CbpArea.nationwide().stream()
            .filter(a -> a.name().equals("TUCSON FIELD OFFICE"))
            .findFirst()
            .orElseThrow();
    Cell cell =
        cells.stream()
            .filter(c -> c.month.equals(month) && c.area.equals(area) && c.drug.equals(fentanyl))
            .findFirst()
            .orElseGet(() -> {
              Cell made = new Cell(month, area, fentanyl, new ArrayList<>());
              made.entries.add(new Entry(month.atDay(9), month.atDay(12), 55.5, 1));
              cells.add(made);
              return made;
            });
    double before = cell.pounds(found, false);
    int eventsBefore = cell.events(found);
    double more = StrictMath.rint(before * 0.2 * 100) / 100 + 12.34;
    cell.entries.add(new Entry(month.atDay(17), found, more, 2));
    Vintage first =
        vintages(size).stream().filter(v -> !v.day().isBefore(found)).findFirst().orElseThrow();
    truth.plant(
        "restated-month-1",
        "restated-month",
        "source",
        source(),
        "fiscalYear",
        fiscalYear(month),
        "monthInFile",
        monthWord(month),
        "month",
        month,
        "component",
        area.component(),
        "landFilter",
        area.landFilter(),
        "area",
        area.name(),
        "drug",
        fentanyl.name(),
        "eventsBefore",
        eventsBefore,
        "eventsAfter",
        cell.events(first.day()),
        "poundsBefore",
        number(before),
        "poundsAfter",
        number(cell.pounds(first.day(), false)),
        "firstRestatedBy",
        fileName(first),
        "published",
        first.published());
  }

  String fileName(Vintage vintage) {
    int running = fiscalYear(vintage.last());
    return String.format(
        Locale.ROOT,
        "%s-fy%02d-fy%02d-%s-synthetic-%s.csv",
        airAndMarine ? "amo-drug-seizures" : "nationwide-drugs",
        (running - 1) % 100,
        running % 100,
        monthWord(vintage.last()).toLowerCase(Locale.ROOT),
        vintage.day());
  }

  static int fiscalYear(YearMonth month) {
    return FISCAL.periodOf(month.atDay(1)).last().getYear();
  }

  /// `OCT` to `SEP`.
  static String monthWord(YearMonth month) {
    return month
        .getMonth()
        .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        .toUpperCase(Locale.ROOT);
  }

  /// Every digit of the double, never with an exponent.
  static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static boolean kept(CbpArea area) {
    return area.name().startsWith("TUCSON")
        || area.name().startsWith("DETROIT")
        || area.name().startsWith("NEW YORK")
        || area.name().startsWith("Tucson")
        || area.name().startsWith("Miami");
  }
}
