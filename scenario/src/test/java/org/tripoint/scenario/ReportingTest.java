package org.tripoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.scenario.AgencyEvents.Reported;

/// Sources report late in the declared way and come to the truth in the end.
class ReportingTest {

  @TempDir static Path folder;
  private static Written scenario;

  @BeforeAll
  static void write() throws IOException {
    scenario = Written.in(folder.resolve("tiny"), 5, "tiny");
  }

  @Test
  void reportsHalfOfTheRecordsWithinTheDeclaredMedian() {
    for (Agency agency : Agency.ALL) {
      AgencyEvents events = new AgencyEvents(3, agency, 1);
      List<Integer> days = new ArrayList<>();
      for (YearMonth month : Timeline.months(YearMonth.of(2024, 1), YearMonth.of(2024, 12))) {
        for (Reported reported : events.of(month)) {
          days.add((int) (reported.reported().toEpochDay() - reported.event().day().toEpochDay()));
        }
      }
      Collections.sort(days);
      assertThat((double) days.get(days.size() / 2))
          .as(agency.source())
          .isCloseTo(agency.delay().medianDays(), within(1.5));
      assertThat(days.getLast()).isLessThanOrEqualTo(agency.delay().maximumDays());
    }
  }

  @Test
  void drawsAMonthAloneAsAmongOthers() {
    AgencyEvents events = new AgencyEvents(9, Agency.RCMP, 1);
    List<Reported> alone = events.of(YearMonth.of(2025, 6));
    events.of(YearMonth.of(2025, 5));
    assertThat(events.of(YearMonth.of(2025, 6))).isEqualTo(alone);
  }

  @Test
  void followsItsSeasonAndItsYearlyNumbers() {
    AgencyEvents events = new AgencyEvents(4, Agency.HSI, 10);
    int may = events.of(YearMonth.of(2025, 5)).size();
    int november = events.of(YearMonth.of(2025, 11)).size();
    assertThat((double) may / november).isCloseTo(1.12 / 0.88, within(0.12));
    CbpFigures figures = new CbpFigures(4, ScenarioSize.DEMO, false);
    double fentanylPounds =
        figures.cells().stream()
            .filter(cell -> cell.drug().name().equals("Fentanyl"))
            .filter(cell -> CbpFigures.fiscalYear(cell.month()) == 2024)
            .mapToDouble(cell -> cell.pounds(LocalDate.MAX, false))
            .sum();
    assertThat(fentanylPounds).isBetween(15_000.0, 30_000.0);
  }

  @Test
  void tellsWeeksInFullInTheEnd() {
    Map<String, String> told = new HashMap<>();
    List<String> files = scenario.files("ca-ems");
    for (String file : files) {
      for (Map<String, String> row : scenario.rows(file)) {
        told.put(row.get("jurisdiction") + "/" + row.get("period_start"), row.get("value"));
      }
    }
    for (Map<String, String> row : scenario.rows("truth/weekly-emergencies.csv")) {
      boolean settled = LocalDate.parse(row.get("week")).isBefore(LocalDate.of(2026, 9, 14));
      if (row.get("source").equals("ca-ems") && settled) {
        assertThat(told.get(row.get("area") + "/" + row.get("week")))
            .as(row.toString())
            .isEqualTo(row.get("responses"));
      }
    }
  }

  @Test
  void tellsFewerDeathsFirstAndTheLateStateFewest() {
    assertThat(MortalityReleases.reportedPart("NC", 4))
        .isLessThan(MortalityReleases.reportedPart("MI", 4));
    assertThat(MortalityReleases.reportedPart("NC", 27)).isEqualTo(1);
    assertThat(MortalityReleases.reportedPart("MI", 15)).isEqualTo(1);
    Map<String, List<Long>> values = new HashMap<>();
    for (String file : scenario.files("us-cdc-vsrr")) {
      for (Map<String, String> row : scenario.rows(file)) {
        boolean wanted =
            row.get("Indicator").equals("Number of Drug Overdose Deaths")
                && row.get("Year").equals("2026")
                && row.get("Month").equals("April");
        if (wanted) {
          values
              .computeIfAbsent(row.get("State"), state -> new ArrayList<>())
              .add(Long.parseLong(row.get("Data Value").replace(",", "")));
        }
      }
    }
    assertThat(values.get("NC")).isSorted().hasSizeGreaterThan(1);
    assertThat(values.get("US")).isSorted();
    double late = growth(values.get("NC"));
    assertThat(late).isGreaterThan(growth(values.get("MI")));
  }

  @Test
  void tellsDeathsOfTwelveMonthsInFullInTheEnd() {
    long truth = 0;
    for (Map<String, String> row : scenario.rows("truth/monthly-deaths-us.csv")) {
      YearMonth month = YearMonth.parse(row.get("month"));
      boolean inside =
          !month.isBefore(YearMonth.of(2024, 1)) && !month.isAfter(YearMonth.of(2024, 12));
      if (inside && row.get("area").equals("US-MI") && row.get("class").equals("T40.4")) {
        truth += Long.parseLong(row.get("deaths"));
      }
    }
    String value =
        scenario.rows(scenario.files("us-cdc-vsrr").getLast()).stream()
            .filter(row -> row.get("State").equals("MI") && row.get("Year").equals("2024"))
            .filter(row -> row.get("Month").equals("December"))
            .filter(row -> row.get("Indicator").startsWith("Synthetic"))
            .map(row -> row.get("Data Value").replace(",", ""))
            .findFirst()
            .orElseThrow();
    assertThat(value).isEqualTo(Long.toString(truth));
  }

  @Test
  void blanksSmallCountsAndSaysSo() {
    List<Map<String, String>> blank =
        scenario.rows(scenario.files("us-cdc-vsrr").getLast()).stream()
            .filter(row -> row.get("Data Value").isEmpty())
            .toList();
    assertThat(blank)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("Footnote")).contains("Suppressed"));
  }

  @Test
  void tellsEveryRecordOfWeeksLongPast() {
    Map<String, Integer> told = new HashMap<>();
    for (String file : scenario.files("us-hsi_")) {
      for (Map<String, String> row : scenario.rows(file)) {
        if (row.get("item_no").equals("1")) {
          told.put(row.get("source_record_id"), 1);
        }
      }
    }
    AgencyEvents events = new AgencyEvents(5, Agency.HSI, ScenarioSize.TINY.recordScale);
    for (YearMonth month : Timeline.months(Timeline.RECORDS_FROM, YearMonth.of(2026, 3))) {
      for (Reported reported : events.of(month)) {
        assertThat(told).containsKey(reported.event().id());
      }
    }
  }

  private static double growth(List<Long> values) {
    return (double) values.getLast() / values.getFirst();
  }
}
