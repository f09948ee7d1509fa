package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Part;

/// What a purge emptied is found in no kept file and in no table of intake.
@SpringBootTest
@Import({ParcelFormats.class, ImportRun.class})
class EmptiedFilesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String HEADER = "parcel,day,colour,weight\n";

  @Autowired private ImportRun run;
  @Autowired private ImportJobs jobs;
  @Autowired private RemoveFiles files;
  @Autowired private CorrectPublication correct;
  @Autowired private ReadLedger ledger;
  @Autowired private PurgeContent purge;
  @Autowired private RunReaders readers;
  @Autowired private JdbcClient jdbc;

  @Value("${tripoint.home}")
  private Path home;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void filesThatBroughtOrRepeatedItGoWithTheirRowsInQuarantine() {
    ImportJob first =
        append(
            "a_2024-02.csv",
            "test-a",
            "A1,2024-01-01,Amalia First,1\nA2,2024-01-31,mauve,2\nA3,never,Amalia First,3\n");
    ImportJob repeating =
        append("a_2024-03.csv", "test-a", "A1,2024-01-01,Amalia First,1\nA4,2024-02-01,blue,4\n");
    ImportJob other = append("b_2024-02.csv", "test-b", "B1,2024-01-01,blue,1\n");
    assertThat(repeating.counts().unchanged()).isEqualTo(1);
    assertThat(whereFound("Amalia First")).isNotEmpty();

    long purged = empty("Amalia First");

    assertThat(whereFound("Amalia First")).isEmpty();
    assertThat(jobs.get(first.id()).fileRemoved()).isNotNull();
    assertThat(jobs.get(repeating.id()).fileRemoved()).isNotNull();
    assertThat(jobs.get(other.id()).fileRemoved()).isNull();
    assertThat(jobs.get(first.id()).delivery()).isEqualTo(first.delivery());
    assertThat(jobs.get(first.id()).publication()).isEqualTo(first.publication());
    assertThat(ledger.findVersion(purged).orElseThrow().canonicalParts().get(Part.OPEN))
        .contains("intake.files", first.delivery().sha256());
    readers.rebuild(progress -> {});
    assertThat(jobs.get(other.id()).fileRemoved()).isNull();
  }

  @Test
  void aRowThatWasMendedGoesFromTheQuarantineItCameFrom() {
    ImportJob broken = append("q_2024-02.csv", "test-q", "Q1,never,Berta Second,1\n");
    String mended =
        String.join(",", OurColumns.IMPORT, OurColumns.ROW, OurColumns.REASON, HEADER)
            + broken.id()
            + ",1,why,Q1,2024-01-02,Berta Second,1\n";
    ImportJob brought = run.append("mended.csv", mended);
    assertThat(brought.counts().appended()).isEqualTo(1);

    empty("Berta Second");

    assertThat(whereFound("Berta Second")).isEmpty();
    assertThat(run.append("mended-again.csv", mended.replace(",1\n", ",2\n")).refusal())
        .isEqualTo(
            new FileRefusal(Rule.FILE_REMOVED, "mended-again.csv", 0, "", "q_2024-02.csv", ""));
  }

  @Test
  void whatIsHandedInAgainIsNotKept() {
    String text = "C1,2024-01-01,Carla Third,1\n";
    ImportJob first = append("c_2024-02.csv", "test-c", text);
    empty("Carla Third");

    ImportJob same = append("c_2024-02.csv", "test-c", text);
    assertThat(same.sameAs()).isEqualTo(first.id());
    ImportJob newer = append("c_2024-04.csv", "test-c", text + "C2,2024-03-01,blue,1\n");
    assertThat(newer.counts().skipped()).isEqualTo(1);
    assertThat(newer.counts().appended()).isEqualTo(1);
    files.removeDue();
    assertThat(whereFound("Carla Third")).isEmpty();
  }

  @Test
  void aCorrectionThatOnlyTheFileCouldAllowSaysThatTheFileIsGone() {
    ImportJob job = append("d_2024-03.csv", "test-d", "D1,2024-02-01,Dora Fourth,1\n");
    empty("Dora Fourth");
    ImportJob now = jobs.get(job.id());
    assertThat(correct.correct(now, Instant.parse("2024-01-01T00:00:00Z"), "steward"))
        .isEqualTo(Answered.FILE_REMOVED);
    assertThat(correct.correct(now, Instant.parse("2024-05-01T00:00:00Z"), "steward"))
        .isEqualTo(Answered.TAKEN);
  }

  @Test
  void whatWaitsForAFileThatWentIsRefusedPlainly() {
    String text = HEADER + "E1,2024-01-01,Elsa Fifth,1\n";
    ImportJob job = append("e_2024-02.csv", "test-e", "E1,2024-01-01,Elsa Fifth,1\n");
    ImportJob waiting =
        run.run(
            "e.csv",
            text.getBytes(StandardCharsets.UTF_8),
            AskedTo.PREVIEW,
            false,
            Instant.parse("2024-06-01T00:00:00Z"),
            "test-else");
    assertThat(waiting.state()).isEqualTo(ImportState.CHECKED);
    empty("Elsa Fifth");
    assertThat(jobs.get(job.id()).fileRemoved()).isNotNull();
    jobs.move(waiting.id(), ImportState.CHECKED, ImportState.APPENDING, "steward");
    assertThat(run.goOn(waiting.id()).refusal())
        .isEqualTo(new FileRefusal(Rule.FILE_REMOVED, "e.csv", 0, "", "e.csv", ""));
  }

  private ImportJob append(String name, String source, String rows) {
    ImportJob job =
        run.run(
            name,
            (HEADER + rows).getBytes(StandardCharsets.UTF_8),
            AskedTo.APPEND,
            false,
            null,
            source);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    return job;
  }

  /// Empties every version that holds the text.
  private long empty(String text) {
    List<Long> sequences =
        jdbc.sql("select seq from ledger.content where open_body like ?")
            .param("%" + text + "%")
            .query(Long.class)
            .list();
    assertThat(sequences).isNotEmpty();
    long purged = purge.purge(sequences, PurgeBasis.LAWFUL_ERASURE, "order 9", "admin");
    readers.catchUp();
    return purged;
  }

  /// Files under the home, and tables of intake, that hold the text.
  private List<String> whereFound(String text) {
    try (Stream<Path> all = Files.walk(home)) {
      Stream<String> kept =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(home.resolve("postgres")))
              .filter(file -> holds(file, text))
              .map(Path::toString);
      Stream<String> tables =
          jdbc
              .sql("select tablename from pg_tables where schemaname = 'intake'")
              .query(String.class)
              .list()
              .stream()
              .filter(table -> tableHolds(table, text));
      return Stream.concat(kept, tables).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean tableHolds(String table, String text) {
    return jdbc.sql("select exists (select from intake.%s t where t::text like ?)".formatted(table))
        .param("%" + text + "%")
        .query(Boolean.class)
        .single();
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
