package org.tripoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

  @TempDir static Path folder;
  private static Written scenario;

  @BeforeAll
  static void write() throws IOException {
    scenario = Written.in(folder.resolve("first"), 11, "tiny");
  }

  @Test
  void refusesAFolderThatHoldsOtherFiles() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> Scenario.in(other, 1, "tiny"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found other files");
    assertThat(other.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() {
    assertThat(command("--size", "tiny")).contains("expected --out and a folder").contains("usage");
    assertThat(command("--out", "x", "--size", "huge")).contains("tiny, demo, monthly or large");
    assertThat(command("--out", "x", "--seed", "many")).contains("whole number");
    assertThat(command("--out")).contains("expected a value after --out");
    assertThat(command("--folder", "x")).contains("found '--folder'");
  }

  @Test
  void writesTheSameBytesForTheSameSeed() throws IOException {
    Map<String, byte[]> first = scenario.bytes();
    Locale before = Locale.getDefault();
    Map<String, byte[]> second;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      second = Written.in(folder.resolve("again"), 11, "tiny").bytes();
    } finally {
      Locale.setDefault(before);
    }
    assertThat(second.keySet()).isEqualTo(first.keySet());
    second.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
  }

  @Test
  void writesOtherNumbersForAnotherSeed() throws IOException {
    Written other = Written.in(folder.resolve("other-seed"), 12, "tiny");
    String file = scenario.files("us-hsi_").getLast();
    assertThat(other.rows(file)).isNotEqualTo(scenario.rows(file));
  }

  @Test
  void replacesAnEarlierScenario() throws IOException {
    Path again = folder.resolve("replaced");
    Written.in(again, 1, "tiny");
    Files.writeString(again.resolve("left-over.csv"), "old");
    Written.in(again, 2, "tiny");
    assertThat(again.resolve("left-over.csv")).doesNotExist();
  }

  @Test
  void listsEveryFileInTheOrderOfPublication() throws IOException {
    List<Instant> published = scenario.order().stream().map(Written.Line::published).toList();
    assertThat(published).isSorted();
    Set<String> listed = new HashSet<>();
    scenario.files("").stream().filter(name -> name.endsWith(".csv")).forEach(listed::add);
    try (var files = Files.list(scenario.root())) {
      List<String> found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".csv"))
              .toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(found);
    }
    assertThat(scenario.order().getFirst().file()).isEqualTo(MexicanDeaths.MAPPING);
    assertThat(listed).allSatisfy(name -> assertThat(name).containsPattern("synthetic|sintetico"));
  }

  @Test
  void givesEachCountrysNodeItsOwnFilesAndTellsTheStoryApart() throws IOException {
    Set<String> shared = new HashSet<>();
    for (String country : List.of("ca", "mx", "us")) {
      List<String> own =
          Files.readAllLines(scenario.root().resolve("import-order-" + country + ".txt"));
      assertThat(own).isNotEmpty();
      own.forEach(line ->
          assertThat(shared.add(line) || line.startsWith(ScenarioFolder.EVERY_COUNTRY))
              .as(line)
              .isTrue());
    }
    List<String> story = Files.readAllLines(scenario.root().resolve(ScenarioFolder.STORY));
    assertThat(story).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("mx-anam_"));
    shared.addAll(story);
    assertThat(shared)
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(scenario.root().resolve(ScenarioFolder.ORDER)));
  }

  @Test
  void marksWhatNeighboursMayHaveAndLeavesTheRestWithItsOriginator() {
    Map<String, String> markings = new HashMap<>();
    int records = 0;
    for (String file : scenario.files("ca-rcmp_")) {
      for (Map<String, String> row : scenario.rows(file)) {
        records++;
        String said = row.get("tlp") + "/" + row.get("releasable_to");
        assertThat(said).isIn("/", "AMBER/MX", "AMBER/US", "AMBER/MX US");
        String before = markings.putIfAbsent(row.get("source_record_id"), said);
        assertThat(before == null || before.equals(said)).as("the same in every file").isTrue();
      }
    }
    assertThat(markings.values()).contains("/", "AMBER/MX US");
    assertThat(markings.values().stream().filter("/"::equals).count())
        .as("most stay, of %d rows", records)
        .isGreaterThan(markings.size() / 2);
  }

  @Test
  void tellsTheStoryOfTheBorder() {
    List<String> files = scenario.files("mx-anam_");
    assertThat(files).hasSize(3);
    assertThat(scenario.rows(files.getFirst()))
        .allSatisfy(row -> assertThat(row).containsEntry("releasable_to", "CA US"));
    assertThat(scenario.rows(files.get(1)))
        .extracting(row -> row.get("quantity"))
        .containsExactly("1087.400");
    assertThat(scenario.rows(files.getLast()))
        .extracting(row -> row.get("status") + " " + row.get("releasable_to"))
        .containsExactly("WITHDRAWN CA US", "REPORTED US");
  }

  @Test
  void putsOctoberIntoTheNextFiscalYear() {
    List<Map<String, String>> rows = scenario.rows(scenario.files("nationwide-drugs").getLast());
    assertThat(rows)
        .filteredOn(row -> row.get("Month (abbv)").equals("OCT"))
        .extracting(row -> row.get("FY"))
        .containsOnly("2026", "2027 (FYTD)");
    assertThat(CbpFigures.fiscalYear(YearMonth.of(2018, 10))).isEqualTo(2019);
    assertThat(CbpFigures.fiscalYear(YearMonth.of(2018, 9))).isEqualTo(2018);
    assertThat(rows).filteredOn(row -> row.get("FY").equals("2027")).isEmpty();
  }

  @Test
  void writesPoundsWithEveryDigitAndNoExponent() {
    assertThat(CbpFigures.number(0.0001)).isEqualTo("0.0001");
    assertThat(CbpFigures.number(29.29707567359661)).isEqualTo("29.29707567359661");
    assertThat(CbpFigures.number(12)).isEqualTo("12");
    assertThat(CbpFigures.number(0)).isEqualTo("0");
  }

  @Test
  void restatesThePlantedMonth() {
    Map<String, Map<String, String>> byFile = new HashMap<>();
    for (String file : scenario.files("nationwide-drugs")) {
      scenario.rows(file).stream()
          .filter(row -> row.get("FY").startsWith("2025"))
          .filter(row -> row.get("Month (abbv)").equals("MAR"))
          .filter(row -> row.get("Area of Responsibility").equals("TUCSON FIELD OFFICE"))
          .filter(row -> row.get("Land Filter").equals("Land Only"))
          .filter(row -> row.get("Drug Type").equals("Fentanyl"))
          .forEach(row -> byFile.put(file, row));
    }
    String before = planted("restated-month-1", "poundsBefore");
    String after = planted("restated-month-1", "poundsAfter");
    BigDecimal ratio =
        new BigDecimal(after).divide(new BigDecimal(before), 6, java.math.RoundingMode.DOWN);
    assertThat(ratio).isGreaterThan(new BigDecimal("1.15"));
    String restating = planted("restated-month-1", "firstRestatedBy");
    assertThat(byFile).containsKey(restating);
    assertThat(new BigDecimal(byFile.get(restating).get("Sum Qty (lbs)")).doubleValue())
        .isCloseTo(Double.parseDouble(after), within(1e-6));
  }

  @Test
  void tellsEachJointSeizureTwice() {
    Map<String, Map<String, String>> rows = byId("us-hsi", "ca-cbsa", "ca-rcmp");
    for (int i : new int[] {1, 2}) {
      Map<String, String> us = rows.get("SYN-HSI-JOINT-" + i);
      Map<String, String> ca = rows.get("SYN-CBSA-JOINT-" + i);
      assertThat(us).isNotNull();
      assertThat(ca).isNotNull();
      double left = Double.parseDouble(us.get("quantity"));
      double right = Double.parseDouble(ca.get("quantity"));
      assertThat(Math.abs(left - right) / Math.max(left, right)).isLessThan(0.02);
      long days =
          LocalDate.parse(us.get("event_date")).toEpochDay()
              - LocalDate.parse(ca.get("event_date")).toEpochDay();
      assertThat(Math.abs(days)).isLessThanOrEqualTo(1);
      assertThat(us).containsEntry("substance", ca.get("substance"));
    }
    assertThat(
            scenario.files("mx-sedena_").stream()
                .flatMap(file -> scenario.rows(file).stream())
                .anyMatch(row -> row.get("Folio").equals("SYN-SEDENA-JOINT-3")))
        .isTrue();
  }

  @Test
  void letsTheAdulterantArriveInOntarioFirst() {
    Map<String, LocalDate> first = new HashMap<>();
    for (String source : List.of("us-hsi", "ca-cbsa", "ca-rcmp")) {
      for (String file : scenario.files(source + "_")) {
        for (Map<String, String> row : scenario.rows(file)) {
          if (row.get("substance").equals(PlantedSeizures.ADULTERANT)) {
            first.merge(
                row.get("place"),
                LocalDate.parse(row.get("event_date")),
                (a, b) -> a.isBefore(b) ? a : b);
          }
        }
      }
    }
    assertThat(first)
        .containsOnlyKeys("CA-ON", "US-MI")
        .containsEntry("CA-ON", LocalDate.of(2025, 1, 13))
        .containsEntry("US-MI", LocalDate.of(2025, 6, 9));
  }

  @Test
  void takesThePlantedRecordBack() {
    List<String> states =
        scenario.files("ca-rcmp_").stream()
            .flatMap(file -> scenario.rows(file).stream())
            .filter(row -> row.get("source_record_id").equals("SYN-RCMP-WITHDRAWN-1"))
            .map(row -> row.get("status"))
            .toList();
    assertThat(states).containsExactly("REPORTED", "WITHDRAWN");
  }

  @Test
  void addsThePressesOfTheSurge() {
    long presses =
        scenario.files("us-hsi_").stream()
            .flatMap(file -> scenario.rows(file).stream())
            .filter(row -> row.get("source_record_id").startsWith("SYN-HSI-PRESS-"))
            .filter(row -> row.get("form").equals("PRESS"))
            .count();
    assertThat(Long.toString(presses)).isEqualTo(planted("presses-surge-1", "added"));
  }

  @Test
  void keepsRowsOfOneRecordTogether() {
    for (String file : scenario.files("us-hsi_")) {
      Set<String> closed = new HashSet<>();
      String open = "";
      for (Map<String, String> row : scenario.rows(file)) {
        String id = row.get("source_record_id");
        if (!id.equals(open)) {
          assertThat(closed.add(id)).as(id + " in " + file).isTrue();
          open = id;
        }
      }
    }
  }

  private static Map<String, Map<String, String>> byId(String... sources) {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (String source : sources) {
      for (String file : scenario.files(source + "_")) {
        scenario.rows(file).forEach(row -> rows.put(row.get("source_record_id"), row));
      }
    }
    return rows;
  }

  /// A value of a planted event, from the ground truth's text.
  private static String planted(String id, String name) {
    String truth = scenario.truth();
    int event = truth.indexOf("\"id\": \"" + id + "\"");
    int at = truth.indexOf("\"" + name + "\": ", event) + name.length() + 4;
    assertThat(event).as(id).isPositive();
    int end = truth.indexOf('\n', at);
    return truth.substring(at, end).replace("\"", "").replace(",", "").strip();
  }

  private static String command(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(WriteScenario.run(args, print, print)).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8);
  }
}
