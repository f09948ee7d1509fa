package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.ImportPreview.Change;
import org.tripoint.node.intake.Quarantine.Only;
import org.tripoint.node.intake.Quarantine.Reason;
import org.tripoint.node.intake.Quarantine.ReasonCount;
import org.tripoint.node.intake.Quarantine.RuleCount;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;
import org.tripoint.node.testing.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ParcelFormats.class, ImportRun.class})
class ImportTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String HEADER = "parcel,day,colour,weight\n";
  private static int days;

  @Autowired private ImportRun run;
  @Autowired private ImportJobs jobs;
  @Autowired private Quarantine quarantine;
  @Autowired private QuarantineFile quarantineFile;
  @Autowired private AnswerImport answer;
  @Autowired private ImportWorker worker;
  @Autowired private CorrectPublication correct;
  @Autowired private ReadLedger ledger;

  private Instant published = Instant.EPOCH;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
    registry.add("tripoint.intake.batch-records", () -> 7);
  }

  @BeforeEach
  void laterThanEverBefore() {
    days += 10;
    published = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(86_400L * days);
  }

  @Test
  void placesEveryRow() {
    ImportJob job =
        run.append(
            "p.csv",
            HEADER
                + "A1,2024-01-01,red,1.5\n"
                + "A2,2024-01-02,mauve,2\n\n"
                + "A3,yesterday,red,many\n"
                + "A4,2024-01-03\n"
                + "A1,2024-01-01,red,1.50\n"
                + "A2,2024-01-02,mauve,3\n"
                + ",,total,9\n"
                + "A5,2024-01-05,crash,1\n",
            published);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts().rows()).isEqualTo(9);
    assertThat(job.counts().appended()).isEqualTo(2);
    assertThat(job.counts().unchanged()).isEqualTo(1);
    assertThat(job.counts().skipped()).isEqualTo(2);
    assertThat(job.counts().quarantined()).isEqualTo(4);
    assertThat(job.counts().notRecognised()).isEqualTo(1);
    assertThat(quarantine.countByRule(job.id()))
        .containsExactlyInAnyOrder(
            new RuleCount("column-count", 1),
            new RuleCount("key-twice-in-file", 1),
            new RuleCount("not-a-date", 1),
            new RuleCount("not-a-number", 1),
            new RuleCount("reader-failed", 1));
    assertThat(quarantine.listSkipped(job.id()))
        .containsExactly(new RuleCount("blank-line", 1), new RuleCount("total-line", 1));
    assertThat(quarantine.listUnrecognised(job.id(), 9))
        .containsExactly(new UnrecognisedTexts.Text("colour", "not-recognised", "mauve", 1, 2));
  }

  @Test
  void appendsNothingOfTheSameBytesAgain() {
    String text = HEADER + "B1,2024-01-01,red,1\nB2,2024-01-02,red,2\n";
    ImportJob first = run.append("b.csv", text, published);
    long size = ledger.size();
    ImportJob second = run.append("other-name.csv", text, published.plusSeconds(9));
    assertThat(second.state()).isEqualTo(ImportState.DONE);
    assertThat(second.sameAs()).isEqualTo(first.id());
    assertThat(ledger.size()).isEqualTo(size);
  }

  @Test
  void appendsNothingOfAFileThatIsRefusedAtItsEnd() {
    long size = ledger.size();
    String rows = "C1,2024-01-01,red,1\n".repeat(100);
    ImportJob job = run.append("c.csv", HEADER + rows + "C2,2024-01-01,\"red,1\n", published);
    assertThat(job.state()).isEqualTo(ImportState.REFUSED);
    assertThat(job.refusal())
        .matches(r -> r != null && r.rule() == Rule.QUOTE_NOT_CLOSED && r.row() == 101);
    assertThat(ledger.size()).isEqualTo(size);
  }

  @Test
  void tellsEqualRowsApartAcrossBatchesAndReleases() {
    String header = "day,colour,weight,anonymous\n";
    String row = "2024-01-01,red,1,\n";
    ImportJob first = run.append("d.csv", header + row.repeat(20), published);
    assertThat(first.counts().appended()).isEqualTo(20);
    ImportJob more = run.append("d2.csv", header + row.repeat(23), published.plusSeconds(86_400));
    assertThat(more.counts().unchanged()).isEqualTo(20);
    assertThat(more.counts().appended()).isEqualTo(3);
  }

  @Test
  void readsTheRowsOfOneRecordTogetherOrQuarantinesThemTogether() {
    String header = "parcel,day,colour,weight,content\n";
    ImportJob job =
        run.append(
            "e.csv",
            header
                + "E1,2024-01-01,red,1,x\nE1,2024-01-01,red,1,y\n"
                + "E2,2024-01-01,red,1,x\nE2,2024-01-01\nE2,2024-01-01,red,1,z\n"
                + "E3,2024-01-01,red,1,x\n\nE3,2024-01-01,red,1,y\n"
                + "E4,2024-01-01,red,1,x\n".repeat(1_001)
                + "E5,2024-01-01,red,1,x\n",
            published);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts().appended()).isEqualTo(2 + 2 + 1);
    assertThat(job.counts().quarantined()).isEqualTo(3 + 1_001);
    assertThat(job.counts().skipped()).isEqualTo(1);
    assertThat(quarantine.countByRule(job.id()))
        .containsExactlyInAnyOrder(
            new RuleCount("group-too-large", 1_001),
            new RuleCount("group-has-broken-row", 2),
            new RuleCount("column-count", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr"})
  void takesTheMendedQuarantineBack(String language) throws IOException {
    String key = "F" + language;
    ImportJob job =
        run.append(
            "f.csv",
            HEADER
                + key
                + "1,2024-01-01,red,\"1,5\"\n"
                + key
                + "2,2024-01-02,red,2\n"
                + key
                + "3,2024-01-02,red,two\n",
            published);
    assertThat(job.counts().quarantined()).isEqualTo(2);
    var out = new ByteArrayOutputStream();
    quarantineFile.write(job, Only.ALL, Locale.forLanguageTag(language), out);
    String file = out.toString(StandardCharsets.UTF_8);
    assertThat(file).startsWith("\ufefftripoint_import,tripoint_row,tripoint_reason,parcel,day");
    ImportJob mended =
        run.append(
            "quarantine-1.csv", file.replace("\"1,5\"", "1.5").replace(",red,two", ",red,??"));
    assertThat(mended.state()).isEqualTo(ImportState.DONE);
    assertThat(mended.readingOrThrow().corrects()).isEqualTo(job.id());
    assertThat(mended.publicationOrThrow().instant()).isEqualTo(published);
    assertThat(mended.counts().appended()).isEqualTo(1);
    assertThat(mended.noLongerPublished()).isZero();
    assertThat(quarantine.countOpen(job.id())).isZero();
    assertThat(quarantine.countOpen(mended.id())).isEqualTo(1);
  }

  @Test
  void showsWhatWouldChangeAndAppendsNothingBeforeAPersonConfirms() {
    run.append(
        "g.csv",
        HEADER + "G1,2024-01-01,red,1\nG2,2024-01-02,red,2\nG3,2024-01-03,red,3\n",
        published);
    long size = ledger.size();
    ImportJob job =
        run.preview(
            "g2.csv",
            HEADER
                + "G1,2024-01-01,red,1.0\n"
                + "G2,2024-01-02,red,2.5\n"
                + "G4,2024-01-03,blue,4\n"
                + "G5,?,red,4\n",
            published.plusSeconds(86_400));
    assertThat(job.state()).isEqualTo(ImportState.CHECKED);
    ImportPreview preview = job.preview();
    assertThat(preview).isNotNull();
    assertThat(preview.newRecords()).isEqualTo(1);
    assertThat(preview.unchanged()).isEqualTo(1);
    assertThat(preview.changed()).isEqualTo(1);
    assertThat(preview.quarantinedRows()).isEqualTo(1);
    assertThat(preview.changes())
        .containsExactly(new Change(2, "test-parcel.weight.value", "2", "2.5"));
    assertThat(preview.noLongerPublished()).isGreaterThanOrEqualTo(1);
    assertThat(ledger.size()).isEqualTo(size);
    assertThat(answer.confirm(job.id(), "someone")).isEqualTo(AnswerImport.Answered.TAKEN);
    ImportJob done = run.await(job.id());
    assertThat(done.counts().appended()).isEqualTo(2);
    assertThat(done.noLongerPublished()).isEqualTo(preview.noLongerPublished());
    assertThat(answer.confirm(job.id(), "someone")).isEqualTo(AnswerImport.Answered.NOT_ASKED);
  }

  @Test
  void asksInTheBrowserAndEstimatesOtherwiseWhenAFileWasPublished() {
    String text = HEADER + "H1,2023-05-31,red,1\n";
    ImportJob asked = run.preview("h.csv", text, null);
    assertThat(asked.question()).isEqualTo(ImportJob.Question.PUBLISHED);
    assertThat(asked.estimate()).isEqualTo(Instant.parse("2023-06-10T00:00:00Z"));
    assertThat(answer.published(asked.id(), Instant.parse("2999-01-01T00:00:00Z")))
        .isEqualTo(AnswerImport.Answered.IN_THE_FUTURE);
    answer.published(asked.id(), Instant.parse("2023-06-05T00:00:00Z"));
    ImportJob checked = run.await(asked.id());
    assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
    assertThat(checked.publicationOrThrow().basis()).isEqualTo(PublishedBasis.STATED_BY_SENDER);
    ImportJob estimated = run.append("h.csv", HEADER + "H2,2023-05-31,red,1\n");
    assertThat(estimated.publicationOrThrow())
        .isEqualTo(
            new Publication(
                Instant.parse("2023-06-10T00:00:00Z"), PublishedBasis.ESTIMATED_FROM_LAST_PERIOD));
    ImportJob named = run.append("h_2023-07.csv", HEADER + "H3,2023-05-31,red,1\n");
    assertThat(named.publicationOrThrow())
        .isEqualTo(
            new Publication(Instant.parse("2023-07-01T00:00:00Z"), PublishedBasis.IN_FILE_NAME));
  }

  @Test
  void correctsAPublicationLater() {
    ImportJob job = run.append("i.csv", HEADER + "I1,2024-01-01,red,1\n", published);
    Instant corrected = published.minusSeconds(86_400);
    assertThat(correct.correct(job, corrected, "steward")).isEqualTo(AnswerImport.Answered.TAKEN);
    assertThat(jobs.get(job.id()).publicationOrThrow())
        .isEqualTo(new Publication(corrected, PublishedBasis.CORRECTED));
  }

  /// A row that was held for its day is none that was appended.
  @Test
  void movesNoPublicationToBeforeTheEventsOfItsFile() {
    ImportJob job =
        run.append(
            "e9.csv",
            """
            parcel,day,colour,weight,content
            E91,2024-01-01,red,1,x
            E92,2024-01-20,red,1,x
            E93,2999-01-01,red,1,x
            E94,2024-01-21,red,1,x
            """,
            Instant.parse("2024-02-01T00:00:00Z"));
    assertThat(job.counts().appended()).isEqualTo(3);
    Instant tooEarly = Instant.parse("2024-01-10T00:00:00Z");
    assertThat(correct.correct(job, tooEarly, "steward"))
        .isEqualTo(AnswerImport.Answered.BEFORE_ITS_EVENTS);
    assertThat(correct.listLater(job, tooEarly, 5))
        .containsExactly(
            new EventsBeyond.LaterRow(2, "day", "2024-01-20"),
            new EventsBeyond.LaterRow(4, "day", "2024-01-21"));
    assertThat(correct.listLater(job, tooEarly, 1)).hasSize(1);
    assertThat(jobs.get(job.id()).publicationOrThrow()).isEqualTo(job.publicationOrThrow());
    Instant justAfter = Instant.parse("2024-01-20T00:00:00Z");
    assertThat(correct.correct(job, justAfter, "steward")).isEqualTo(AnswerImport.Answered.TAKEN);
  }

  @Test
  void asksForAMappingOnceAndReadsThroughItFromThenOn() {
    String text = "Bulto;Fecha;Color;Peso\nJ1;31/01/2024;rojo;\"1.234,5\"\nJ2;32/01/2024;rojo;1\n";
    ImportJob job =
        run.run(
            "j.csv",
            text.getBytes(StandardCharsets.ISO_8859_1),
            Delivery.AskedTo.APPEND,
            false,
            published);
    assertThat(job.question()).isEqualTo(ImportJob.Question.MAPPING);
    assertThat(jobs.listColumns(job.id())).isEqualTo(List.of("Bulto", "Fecha", "Color", "Peso"));
    String mapping =
        """
        {"kind": "import-mapping", "version": 1, "content": {
          "name": "Correos", "source": "mx-correos", "format": "test-parcels", "complete": false,
          "columns": ["Bulto", "Fecha", "Color", "Peso"],
          "bindings": [
            {"to": "parcel", "from": "Bulto", "translations": {}},
            {"to": "day", "from": "Fecha", "dates": "dd/MM/yyyy", "translations": {}},
            {"to": "colour", "from": "Color", "translations": {"rojo": "red"}},
            {"to": "weight", "from": "Peso", "numbers": "COMMA", "translations": {}}]}}
        """;
    ImportJob taken = run.append("mapping.json", mapping);
    assertThat(taken.isMapping()).isTrue();
    ImportJob done = awaitDone(job.id());
    assertThat(done.readingOrThrow().source()).isEqualTo("mx-correos");
    assertThat(done.counts().appended()).isEqualTo(1);
    assertThat(quarantine.list(done.id(), Only.ALL, 0, 9))
        .containsExactly(
            new Quarantine.Held(
                2,
                List.of("J2", "32/01/2024", "rojo", "1"),
                List.of(new Format.Finding("Fecha", "not-a-date", "32/01/2024", "dd/MM/yyyy"))));
  }

  private ImportJob awaitDone(long id) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (jobs.get(id).state() != ImportState.DONE && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return jobs.get(id);
  }

  /// A year that the format reads and the ledger does not keep: that row alone stays behind.
  @Test
  void quarantinesTheRowThatTheLedgerCannotKeep() {
    String text = HEADER + "K1,2024-01-01,red,1\nK2,+12345-01-01,red,2\nK3,2024-01-03,red,3\n";
    ImportPreview preview = run.preview("k0.csv", text, published).preview();
    assertThat(preview).isNotNull();
    assertThat(preview.appended()).isEqualTo(2);
    assertThat(preview.quarantined()).isEqualTo(Map.of("not-kept-year", 1L));

    ImportJob job = run.append("k.csv", text, published);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts().appended()).isEqualTo(2);
    assertThat(quarantine.list(job.id(), Only.ALL, 0, 9))
        .extracting(Quarantine.Held::row, held -> held.findings().getFirst().rule())
        .containsExactly(tuple(2L, "not-kept-year"));
  }

  @Test
  void asksForAnotherLookWhenAnotherFileOfTheSourceCameBetween() {
    String text = HEADER + "S1,2024-01-01,red,1\nS2,2024-01-02,red,2\n";
    ImportJob seen = run.preview("s.csv", text, published);
    ImportJob other = run.preview("s-other.csv", text.replace(",2\n", ",3\n"), published);
    run.append("s-first.csv", HEADER + "S1,2024-01-01,red,1\n", published.minusSeconds(9));

    assertThat(answer.confirm(seen.id(), "steward")).isEqualTo(Answered.STALE);
    assertThat(jobs.get(seen.id()).state()).isEqualTo(ImportState.CHECKED);
    assertThat(answer.lookAgain(seen.id())).isEqualTo(Answered.TAKEN);
    ImportPreview again = run.await(seen.id()).preview();
    assertThat(again).isNotNull();
    assertThat(again.newRecords()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(answer.confirm(seen.id(), "steward")).isEqualTo(Answered.TAKEN);
    assertThat(run.await(seen.id()).state()).isEqualTo(ImportState.DONE);
    assertThat(answer.confirm(other.id(), "steward")).isEqualTo(Answered.STALE);
  }

  /// Two files are confirmed on good previews, and the second waits for its turn: it is looked at
  /// again by a person, not appended.
  @Test
  void looksOnceMoreBeforeTheFirstRowIsAppended() {
    ImportJob seen = run.preview("t.csv", HEADER + "T1,2024-01-01,red,1\n", published);
    run.append("t-first.csv", HEADER + "T2,2024-01-01,red,1\n", published.minusSeconds(9));
    jobs.move(seen.id(), ImportState.CHECKED, ImportState.APPENDING, "steward");
    worker.moveOn(seen.id());
    ImportJob back = run.await(seen.id());
    assertThat(back.state()).isEqualTo(ImportState.CHECKED);
    assertThat(back.counts().rows()).isZero();
  }

  @Test
  void keepsAPreviewThatAnotherSourceHasNotTouched() {
    ImportJob seen = run.preview("u.csv", HEADER + "U1,2024-01-01,red,1\n", published);
    run.run(
        "u-other.csv",
        (HEADER + "U2,2024-01-01,red,1\n").getBytes(StandardCharsets.UTF_8),
        AskedTo.APPEND,
        false,
        published,
        "another-post");
    assertThat(answer.confirm(seen.id(), "steward")).isEqualTo(Answered.TAKEN);
    assertThat(run.await(seen.id()).state()).isEqualTo(ImportState.DONE);
  }

  @Test
  void namesInAPreviewWhatIsNotRecognised() {
    String rows = "V1,2024-01-01,red,1\nV2,2024-01-01,mauve,1\nV3,2024-01-01,mauve,1\n";
    ImportPreview preview = run.preview("v.csv", HEADER + rows, published).preview();
    assertThat(preview).isNotNull();
    assertThat(preview.texts())
        .containsExactly(new UnrecognisedTexts.Text("colour", "not-recognised", "mauve", 2, 2));
  }

  /// A day is granted, as clocks differ by up to one.
  @Test
  void quarantinesAnEventThatIsDatedAfterItsFile() {
    String header = "parcel,day,colour,weight,content\n";
    String rows =
        """
        X1,2023-05-10,red,1,x
        X2,2023-05-11,red,1,x
        X3,2023-05-12,red,1,x
        X3,2023-05-12,red,1,y
        """;
    Instant day = Instant.parse("2023-05-10T12:00:00Z");
    ImportPreview preview = run.preview("x0.csv", header + rows, day).preview();
    assertThat(preview).isNotNull();
    assertThat(preview.quarantined()).isEqualTo(Map.of("after-publication", 2L));

    ImportJob job = run.append("x.csv", header + rows, day);
    assertThat(job.counts().appended()).isEqualTo(2);
    assertThat(quarantine.list(job.id(), Only.ALL, 0, 9))
        .extracting(Quarantine.Held::row, held -> held.findings().getFirst())
        .containsExactly(
            tuple(3L, new Finding("day", "after-publication", "2023-05-12", "2023-05-11")),
            tuple(4L, new Finding("day", "after-publication", "2023-05-12", "2023-05-11")));
  }

  /// Rows about periods are published while the period runs.
  @Test
  void takesAPeriodThatEndsAfterItsFile() {
    Instant day = Instant.parse("2023-05-10T12:00:00Z");
    ImportJob job = run.append("y.csv", HEADER + "Y1,2023-05-31,red,1\n", day);
    assertThat(job.counts().appended()).isEqualTo(1);
  }

  /// A month in a file's name is no day.
  @Test
  void takesEventsOfTheWholeMonthThatAFileIsNamedAfter() {
    String header = "parcel,day,colour,weight,content\n";
    ImportJob job =
        run.append(
            "parcels-2023-06.csv", header + "Z1,2023-06-30,red,1,x\nZ2,2023-07-02,red,1,x\n");
    assertThat(job.counts().appended()).isEqualTo(1);
    assertThat(job.counts().quarantined()).isEqualTo(1);
  }

  /// One name short, every row would have a cell too many: the header is at fault.
  @Test
  void refusesAHeaderThatLacksAName() {
    String rows = "1,2024-01-01,red,1\n2,2024-01-02,red,2\n3,2024-01-03,red,3\n";
    ImportJob job = run.append("h.csv", "parcel,colour,weight\n" + rows, published);
    assertThat(job.state()).isEqualTo(ImportState.REFUSED);
    assertThat(job.refusal())
        .isEqualTo(new FileRefusal(Rule.HEADER_DOES_NOT_FIT, "h.csv", 0, "day", "3", "4"));
    ImportJob cbp =
        run.append(
            "h3.csv",
            """
            FY,Month (abbv),Component,Region,Land Filter,Drug Type,Count of Event,Sum Qty (lbs)
            2024,OCT,OFO,A,B,C,Heroin,1,2
            2024,NOV,OFO,A,B,C,Heroin,1,2
            """,
            published);
    assertThat(cbp.refusal())
        .isEqualTo(
            new FileRefusal(
                Rule.HEADER_DOES_NOT_FIT,
                "h3.csv",
                0,
                "Area of Responsibility / Branch",
                "8",
                "9"));
    ImportJob unknown = run.append("h2.csv", "a,b\n" + rows, published);
    assertThat(unknown.refusal())
        .isEqualTo(new FileRefusal(Rule.HEADER_DOES_NOT_FIT, "h2.csv", 0, "", "2", "4"));
  }

  @Test
  void groupsTheQuarantineByRuleAndColumn() {
    String rows = "W1,no,red,x\nW2,no,red,1\nW3,2024-01-01,red,x\nW4\n";
    ImportJob job = run.append("w.csv", HEADER + rows, published);
    assertThat(quarantine.countByReason(job.id(), 9))
        .containsExactly(
            new ReasonCount(new Reason("not-a-date", "day"), 2),
            new ReasonCount(new Reason("not-a-number", "weight"), 2),
            new ReasonCount(new Reason("column-count", ""), 1));
    assertThat(quarantine.list(job.id(), Only.reason(new Reason("not-a-number", "weight")), 0, 9))
        .extracting(Quarantine.Held::row)
        .containsExactly(1L, 3L);
  }

  /// A reason is cut to 200 characters and never inside one.
  @Test
  void keepsWholeCharactersInReasons() {
    String text = "x".repeat(199) + "\ud83d\ude00".repeat(40);
    ImportJob job = run.append("l.csv", HEADER + "L1,2024-01-01,red," + text + "\n", published);
    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(quarantine.list(job.id(), Only.ALL, 0, 9).getFirst().findings().getFirst().found())
        .isEqualTo("x".repeat(199));
  }

  @Test
  void refusesAMappingThatCannotBeRead() {
    ImportJob job =
        run.append("m.json", "{\"kind\": \"import-mapping\", \"content\": {\"name\": \"\"}}");
    assertThat(job.refusal()).matches(r -> r != null && r.rule() == Rule.MAPPING_NOT_READABLE);
  }
}
