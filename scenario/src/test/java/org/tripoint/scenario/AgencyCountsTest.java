package org.tripoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weekly counts come late as declared, end in the truth, and tell of the same seizures as records.
class AgencyCountsTest {

  /// Weeks before it have been told of in full by the last file.
  private static final LocalDate SETTLED = LocalDate.of(2025, 6, 2);

  private static final List<String> MEASURES = List.of("events", "quantity");

  @TempDir static Path folder;
  private static Written scenario;

  @BeforeAll
  static void write() throws IOException {
    scenario = Written.in(folder.resolve("tiny"), 7, "tiny");
  }

  @Test
  void endsInTheTruth() {
    for (Agency agency : Agency.ALL) {
      Map<String, String> told = new TreeMap<>();
      for (String file : scenario.files(AgencyCounts.source(agency))) {
        scenario.rows(file).forEach(row -> told.put(cell(row), measures(row)));
      }
      told.values().removeIf("0 0"::equals);
      Map<String, String> truth = new TreeMap<>();
      rowsOfTruth(agency).forEach(row -> truth.put(cell(row), measures(row)));
      assertThat(settled(told)).as(agency.source()).isEqualTo(settled(truth)).isNotEmpty();
    }
  }

  @Test
  void coversEveryYearWithMondaysAndNoNegativeNumber() {
    for (Agency agency : Agency.ALL) {
      Set<Integer> years = new HashSet<>();
      for (Map<String, String> row : rowsOfTruth(agency)) {
        LocalDate week = LocalDate.parse(row.get("week_start"));
        assertThat(week.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Integer.parseInt(row.get("events"))).isPositive();
        assertThat(new BigDecimal(row.get("quantity"))).isPositive();
        years.add(week.plusDays(3).getYear());
      }
      assertThat(years).hasSize(9).contains(2018, 2026);
    }
  }

  @Test
  void tellsACellOnceInAFile() {
    for (Agency agency : Agency.ALL) {
      for (String file : scenario.files(AgencyCounts.source(agency))) {
        List<String> cells = scenario.rows(file).stream().map(AgencyCountsTest::cell).toList();
        assertThat(cells).as(file).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void tellsMoreOfAWeekLater() {
    String source = AgencyCounts.source(Agency.SEDENA);
    long restated = 0;
    Set<String> before = new HashSet<>();
    for (String file : scenario.files(source)) {
      for (Map<String, String> row : scenario.rows(file)) {
        restated += before.add(cell(row)) ? 0 : 1;
      }
    }
    assertThat(restated).isPositive();
  }

  @Test
  void countsTheSameSeizuresAsTheRecords() {
    Map<String, Map<String, String>> records = new HashMap<>();
    for (String file : scenario.files("us-hsi_")) {
      for (Map<String, String> row : scenario.rows(file)) {
        records.put(row.get("source_record_id") + "/" + row.get("item_no"), row);
      }
    }
    Map<String, BigDecimal> recorded = new TreeMap<>();
    for (Map<String, String> row : records.values()) {
      LocalDate day = LocalDate.parse(row.get("event_date"));
      add(recorded, Timeline.weekOf(day), row);
    }
    Map<String, BigDecimal> counted = new TreeMap<>();
    for (Map<String, String> row : rowsOfTruth(Agency.HSI)) {
      add(counted, LocalDate.parse(row.get("week_start")), row);
    }
    assertThat(counted).isEqualTo(recorded).isNotEmpty();
  }

  @Test
  void hasOneVintageForEachMonthOfADemonstration() {
    assertThat(AgencyCounts.vintages(ScenarioSize.DEMO)).hasSize(Timeline.months().size());
    assertThat(scenario.truth()).contains("\"us-hsi-counts\"", "the month that holds its Thursday");
  }

  /// Tablets and presses by week, of whole weeks that have records and are settled.
  private static void add(Map<String, BigDecimal> sums, LocalDate week, Map<String, String> row) {
    boolean compared = week.isAfter(Timeline.RECORDS_FROM.atDay(1)) && week.isBefore(SETTLED);
    if (compared && Set.of("tablet", "device").contains(row.get("unit"))) {
      String key = week + " " + row.get("unit") + " " + row.get("substance");
      sums.merge(key, new BigDecimal(row.get("quantity")), BigDecimal::add);
    }
  }

  private static List<Map<String, String>> rowsOfTruth(Agency agency) {
    return scenario.rows("truth/weekly-counts-" + agency.source() + ".csv");
  }

  private static Map<String, String> settled(Map<String, String> cells) {
    Map<String, String> settled = new TreeMap<>(cells);
    settled.keySet().removeIf(cell -> cell.compareTo(SETTLED.toString()) >= 0);
    return settled;
  }

  private static String cell(Map<String, String> row) {
    List<String> parts = new ArrayList<>(List.of(row.get("week_start")));
    row.forEach((column, text) -> {
      if (!MEASURES.contains(column)) {
        parts.add(text);
      }
    });
    return String.join("|", parts);
  }

  private static String measures(Map<String, String> row) {
    return row.get("events") + " " + row.get("quantity");
  }
}
