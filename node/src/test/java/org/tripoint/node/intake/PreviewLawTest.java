package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.Quarantine.Only;
import org.tripoint.node.intake.Quarantine.RuleCount;
import org.tripoint.node.testing.TestDatabase;

/// What a preview says is what appending then reports, to the row: for keys that repeat inside a
/// batch and across batches, for rows without ids, for mended files, for releases that come late.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ParcelFormats.class, ImportRun.class})
class PreviewLawTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final List<String> WEIGHTS =
      List.of("1", "1.0", "1.0000000000001", "2", "2.50", "many", "");
  private static final List<String> DAYS =
      List.of("2024-01-01", "2024-01-15", "2024-02-01", "2024-03-01", "no day", "+20000-01-01");

  @Autowired private ImportRun run;
  @Autowired private Quarantine quarantine;
  @Autowired private QuarantineFile quarantineFile;
  @Autowired private AnswerImport answer;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
    registry.add("tripoint.intake.batch-records", () -> 5);
  }

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 12), LongStream.of(System.nanoTime()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysWhatAppendingReports(long seed) throws IOException {
    var random = new Random(seed);
    boolean keyed = random.nextInt(3) > 0;
    String source = "law-" + Math.abs(seed);
    for (int release = 0; release < 6; release++) {
      Instant published =
          Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(9));
      String label = "seed %d release %d".formatted(seed, release);
      ImportJob done = check(label, file(random, keyed), published, source);
      if (done.counts().quarantined() > 0 && random.nextBoolean()) {
        var out = new ByteArrayOutputStream();
        quarantineFile.write(done, Only.ALL, Locale.ENGLISH, out);
        String mended =
            out.toString(StandardCharsets.UTF_8)
                .replace("many", "7")
                .replace("no day", DAYS.get(0));
        check(label + " mended", mended, null, null);
      }
    }
  }

  private static String file(Random random, boolean keyed) {
    var text =
        new StringBuilder(keyed ? "parcel,day,colour,weight\n" : "day,colour,weight,anonymous\n");
    int rows = 3 + random.nextInt(30);
    int keys = 1 + random.nextInt(12);
    for (int i = 0; i < rows; i++) {
      String day = DAYS.get(random.nextInt(3) > 0 ? random.nextInt(4) : random.nextInt(6));
      String colour = List.of("red", "blue", "mauve", "total").get(random.nextInt(9) % 4);
      String weight = WEIGHTS.get(random.nextInt(4) > 0 ? random.nextInt(3) : random.nextInt(7));
      String rest = day + "," + colour + "," + weight;
      text.append(
          switch (random.nextInt(20)) {
            case 0 -> "\n";
            case 1 -> "too,few\n";
            default -> keyed ? "P" + random.nextInt(keys) + "," + rest + "\n" : rest + ",\n";
          });
    }
    return text.toString();
  }

  private ImportJob check(
      String label,
      String text,
      @org.jspecify.annotations.Nullable Instant published,
      @org.jspecify.annotations.Nullable String source) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ImportJob seen = run.run("law.csv", bytes, AskedTo.PREVIEW, true, published, source);
    assertThat(seen.state()).as(label + "\n" + text).isEqualTo(ImportState.CHECKED);
    ImportPreview preview = seen.preview();
    answer.confirm(seen.id(), "steward");
    ImportJob done = run.await(seen.id());

    assertThat(done.state()).as(label).isEqualTo(ImportState.DONE);
    assertThat(preview).isNotNull();
    RowCounts counts = done.counts();
    assertThat(preview)
        .as(label + "\n" + text)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "changed",
            "changedFields",
            "appended",
            "unchanged",
            "skipped",
            "quarantined",
            "quarantinedRows",
            "notRecognised",
            "noLongerPublished")
        .isEqualTo(
            new ImportPreview(
                0,
                done.restatement().records(),
                done.restatement().fields(),
                counts.appended(),
                counts.unchanged(),
                byRule(quarantine.listSkipped(done.id())),
                byRule(quarantine.countByRule(done.id())),
                counts.quarantined(),
                counts.notRecognised(),
                done.noLongerPublished(),
                List.of(),
                List.of(),
                List.of(),
                0L));
    return done;
  }

  private static Map<String, Long> byRule(List<RuleCount> counts) {
    return counts.stream().collect(Collectors.toMap(RuleCount::rule, RuleCount::rows));
  }
}
