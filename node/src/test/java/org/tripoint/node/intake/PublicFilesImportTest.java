package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.testing.CsvText;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.Decimals;

/// The published files as they are: every row is accounted for, and releases that say the same
/// change nothing.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ImportRun.class)
class PublicFilesImportTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private ImportRun run;
  @Autowired private Quarantine quarantine;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @ParameterizedTest
  @CsvSource({
    "cbp-drug-seizures, 5, 0",
    "cdc-vsrr-overdose, 4, 0",
    "canada-substance-harms, 1, 0",
    "unodc-ids-2016, 1, 2",
    "bc-drug-checking-ftir, 1, 0"
  })
  void accountsForEveryRow(String dataSet, int files, int percentInQuarantine) {
    List<Path> paths = PublicData.requireAll(dataSet);
    assertThat(paths).hasSize(files);
    for (Path path : paths) {
      ImportJob job = append(path, null, null);
      long rows = CsvText.of(path).rows().size();
      assertThat(job.state()).as(path.toString()).isEqualTo(ImportState.DONE);
      assertThat(job.counts().rows()).as("rows of %s", path).isEqualTo(rows);
      assertThat(job.counts().quarantined() * 100)
          .as("quarantine of %s: %s", path, quarantine.countByRule(job.id()))
          .isLessThanOrEqualTo(percentInQuarantine * rows);
    }
  }

  @Test
  void findsNoRestatementWhereReleasesOfTheSameYearsDifferAsTextOnly() {
    Path earlier = PublicData.require("cbp-drug-seizures/nationwide-drugs-fy20-fy23.csv.gz");
    Instant first = Instant.parse("2024-01-15T00:00:00Z");
    assertThat(append(earlier, first, "us-cbp-again").counts().quarantined()).isZero();
    checkNothingRestated("nationwide-drugs-fy19-fy22.csv", first.plusSeconds(1), "2019");
    checkNothingRestated(
        "nationwide-drugs-fy23-fy26-dec.csv", first.plusSeconds(2), "2024|2025|2026.*");
  }

  /// Only rows of the years that the earlier release does not cover are appended.
  private void checkNothingRestated(String name, Instant published, String newYears) {
    Path path = PublicData.require("cbp-drug-seizures/" + name);
    ImportJob job = append(path, published, "us-cbp-again");
    long added =
        CsvText.of(path).rows().stream()
            .filter(row -> row.getOrDefault("FY", "").matches(newYears))
            .count();
    assertThat(job.counts().quarantined()).isZero();
    assertThat(job.counts().appended()).as(name).isEqualTo(added);
    assertThat(job.counts().unchanged()).as(name).isEqualTo(job.counts().rows() - added);
  }

  /// The three releases have three layouts and reword their remarks. What changed is counted field
  /// by field, and equals what the files themselves say.
  @Test
  void tellsChangedFiguresFromRewordedRemarks() {
    var published = Instant.parse("2017-12-01T00:00:00Z");
    List<Map<String, String>> before = List.of();
    for (String name : List.of("2017-12", "2018-10", "2019-06")) {
      Path path = PublicData.require("cdc-vsrr-overdose/vsrr_release_" + name + ".csv.gz");
      List<Map<String, String>> rows = CsvText.of(path).rows();
      ImportJob job = append(path, published, "us-cdc-again");
      published = published.plusSeconds(86_400L * 200);

      assertThat(job.counts().quarantined()).isZero();
      assertThat(job.restatement().fields())
          .as(name)
          .containsAllEntriesOf(differences(before, rows, Map.of("figure.value", "Data Value")));
      assertThat(job.counts().appended())
          .as(name)
          .isEqualTo(
              rows.size() - before.size() + job.restatement().records() + gone(before, rows));
      before = rows;
    }
  }

  /// Rows of the earlier release that the later one does not carry.
  private static long gone(List<Map<String, String>> before, List<Map<String, String>> rows) {
    var keys = byKey(rows).keySet();
    return byKey(before).keySet().stream().filter(key -> !keys.contains(key)).count();
  }

  private static Map<String, Long> differences(
      List<Map<String, String>> before,
      List<Map<String, String>> after,
      Map<String, String> columns) {
    Map<String, Map<String, String>> first = byKey(before);
    var counts = new TreeMap<String, Long>();
    byKey(after)
        .forEach((key, row) ->
            columns.forEach((field, column) -> {
              Map<String, String> other = first.get(key);
              if (other != null
                  && !Decimals.sameToTwelveDigits(number(other, column), number(row, column))) {
                counts.merge("health-observation." + field, 1L, Long::sum);
              }
            }));
    return counts;
  }

  private static Map<String, Map<String, String>> byKey(List<Map<String, String>> rows) {
    var byKey = new HashMap<String, Map<String, String>>();
    rows.forEach(row ->
        byKey.put(
            row.get("State") + row.get("Year") + row.get("Month") + row.get("Indicator"), row));
    return byKey;
  }

  private static BigDecimal number(Map<String, String> row, String column) {
    return new BigDecimal(row.getOrDefault(column, "").replace(",", ""));
  }

  /// One release twice, the second time in the layout of another: nothing is restated.
  @Test
  void takesAnotherLayoutOfTheSameReleaseForNoChange() {
    Path path = PublicData.require("cdc-vsrr-overdose/vsrr_release_2019-06.csv.gz");
    var published = Instant.parse("2019-06-01T00:00:00Z");
    assertThat(append(path, published, "us-cdc-layout").counts().quarantined()).isZero();
    var text = new StringBuilder("Year,Month,State,State Name,Indicator,Predicted Value,");
    text.append("Data Value,Percent Complete,Percent Pending Investigation,Footnote\n");
    for (Map<String, String> row : CsvText.of(path).rows()) {
      String remark = row.getOrDefault("Footnote", "");
      List<String> cells =
          List.of(
              row.getOrDefault("Year", ""),
              row.getOrDefault("Month", ""),
              row.getOrDefault("State", ""),
              row.getOrDefault("State", ""),
              row.getOrDefault("Indicator", ""),
              row.getOrDefault("Predicted Value", "").replace(",", ""),
              row.getOrDefault("Data Value", "").replace(",", ""),
              row.getOrDefault("Percent Complete", ""),
              row.getOrDefault("Percent Pending Investigation", ""),
              remark.startsWith("Numbers") ? "" : "*Likely underreported due to incomplete data");
      text.append('"').append(String.join("\",\"", cells)).append("\"\n");
    }
    ImportJob job =
        run.run(
            "relaid.csv",
            text.toString().getBytes(StandardCharsets.UTF_8),
            AskedTo.APPEND,
            false,
            published.plusSeconds(86_400),
            "us-cdc-layout");
    assertThat(job.restatement()).isEqualTo(Restatement.NONE);
    assertThat(job.counts().appended()).isZero();
    assertThat(job.counts().unchanged()).isEqualTo(13_320);
    assertThat(job.noLongerPublished()).isZero();
  }

  private ImportJob append(Path path, @Nullable Instant published, @Nullable String source) {
    try {
      return run.run(
          path.getFileName().toString(),
          Files.readAllBytes(path),
          AskedTo.APPEND,
          false,
          published,
          source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
