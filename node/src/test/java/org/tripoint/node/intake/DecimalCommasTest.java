package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.ImportJob.Question;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.testing.TestDatabase;

/// A native layout that a spreadsheet saved with semicolons and decimal commas is read as it is
/// meant, and nothing is guessed where it could be meant otherwise.
@SpringBootTest
@Import({ParcelFormats.class, ImportRun.class})
class DecimalCommasTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String HEADER = "parcel;day;colour;weight\n";

  @Autowired private ImportRun run;
  @Autowired private AnswerImport answer;
  @Autowired private Quarantine quarantine;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void readsDecimalCommasThatTheFileItselfShows() {
    ImportJob job =
        append("a", "a_2024-02.csv", "A1;2024-01-01;red;1,5\nA2;2024-01-01;1,5;1.234\n");
    assertThat(job.counts().appended()).isEqualTo(2);
    assertThat(job.readingOrThrow().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(weights("a")).containsExactlyInAnyOrder("1.5", "1234");
    assertThat(contents("a"))
        .as("a text stands as it was")
        .anyMatch(one -> one.contains("\"1,5\""));
  }

  @Test
  void leavesPointsAsTheyAreAndWhatIsSeparatedByCommas() {
    assertThat(append("p", "p_2024-02.csv", "P1;2024-01-01;red;0.125\n").readingOrThrow().numbers())
        .isNull();
    ImportJob commas =
        run.run(
            "c_2024-02.csv",
            "parcel,day,colour,weight\nC1,2024-01-01,red,1.234\n".getBytes(StandardCharsets.UTF_8),
            AskedTo.APPEND,
            false,
            null,
            "test-c");
    assertThat(commas.state()).isEqualTo(ImportState.DONE);
    assertThat(weights("c")).containsExactly("1.234");
  }

  @Test
  void bothSignsInOneFileLeaveTheOtherRowsInQuarantine() {
    ImportJob job = append("b", "b_2024-02.csv", "B1;2024-01-01;red;1,5\nB2;2024-01-01;red;1.5\n");
    assertThat(job.counts().appended()).isEqualTo(1);
    assertThat(job.counts().quarantined()).isEqualTo(1);
  }

  @Test
  void asksWhereEveryNumberCouldBeEither() {
    for (NumberStyle style : NumberStyle.values()) {
      String source = "q" + style.name().charAt(0);
      ImportJob asked = append(source, source + "_2024-02.csv", "Q1;2024-01-01;red;1.234\n");
      assertThat(asked.question()).isEqualTo(Question.NUMBERS);
      assertThat(asked.counts().rows()).isZero();
      assertThat(answer.numbers(asked.id(), style)).isEqualTo(Answered.TAKEN);
      assertThat(run.await(asked.id()).counts().appended()).isEqualTo(1);
      assertThat(answer.numbers(asked.id(), style)).isEqualTo(Answered.NOT_ASKED);
    }
    assertThat(weights("qP")).containsExactly("1.234");
    assertThat(weights("qC")).containsExactly("1234");
  }

  @Test
  void aMendedRowIsReadAsItsFile() {
    ImportJob job = append("m", "m_2024-02.csv", "M1;2024-01-01;red;2,5\nM2;never;red;1,234\n");
    assertThat(job.counts().quarantined()).isEqualTo(1);
    String mended =
        String.join(",", OurColumns.IMPORT, OurColumns.ROW, OurColumns.REASON)
            + ",parcel,day,colour,weight\n"
            + job.id()
            + ",2,why,M2,2024-01-02,red,\"1,234\"\n";
    assertThat(run.append("mended.csv", mended).counts().appended()).isEqualTo(1);
    assertThat(weights("m")).containsExactlyInAnyOrder("2.5", "1.234");
    assertThat(quarantine.countOpen(job.id())).isZero();
  }

  private ImportJob append(String source, String name, String rows) {
    return run.run(
        name,
        (HEADER + rows).getBytes(StandardCharsets.UTF_8),
        AskedTo.APPEND,
        false,
        null,
        "test-" + source.toLowerCase(java.util.Locale.ROOT));
  }

  private List<String> weights(String source) {
    return contents(source).stream()
        .map(content -> content.replaceAll(".*\"value\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private List<String> contents(String source) {
    return jdbc.sql(
            """
            select c.open_body from ledger.content c join ledger.version v using (seq)
            where v.source = ? and v.kind = 'test-parcel' and v.state = 0
            """)
        .param("test-" + source.toLowerCase(java.util.Locale.ROOT))
        .query(String.class)
        .list();
  }
}
