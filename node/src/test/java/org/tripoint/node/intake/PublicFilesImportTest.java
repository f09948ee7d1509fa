package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
