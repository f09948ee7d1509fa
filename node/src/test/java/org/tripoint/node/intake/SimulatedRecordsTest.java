package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.testing.TestDatabase;

/// Simulated records and real ones never stand under one source, and pages say where any are held.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ParcelFormats.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatedRecordsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String HEADER = "parcel,day,colour,weight\n";
  private static final String ROW = HEADER + "%s,2024-01-01,red,1\n";

  @LocalServerPort private int port;
  @Autowired private ImportRun run;
  @Autowired private ImportJobs jobs;
  @Autowired private MessageSources messages;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  @Order(1)
  void refusesSimulatedRecordsOfASourceThatHasRealOnesAndShowsNoRibbon() throws Exception {
    assertThat(append("real_2024-02.csv", ROW.formatted("A"), "us-real").state())
        .isEqualTo(ImportState.DONE);
    ImportJob refused = run.simulated("more_2024-03.csv", ROW.formatted("B"), "us-real");
    assertThat(refused.refusal())
        .isEqualTo(
            new FileRefusal(Rule.SIMULATED_AMONG_REAL, "more_2024-03.csv", 0, "", "us-real", ""));
    assertThat(refused.counts().rows()).isZero();
    assertThat(loginPage()).doesNotContain("class=\"ribbon\"");
  }

  @Test
  @Order(2)
  void refusesRealRecordsOfASourceThatHasSimulatedOnesAndShowsTheRibbon() throws Exception {
    ImportJob taken = run.simulated("made_2024-02.csv", ROW.formatted("A"), "us-made");
    assertThat(taken.state()).isEqualTo(ImportState.DONE);
    ImportJob refused = append("real_2024-03.csv", ROW.formatted("B"), "us-made");
    assertThat(refused.refusal())
        .isEqualTo(
            new FileRefusal(Rule.REAL_AMONG_SIMULATED, "real_2024-03.csv", 0, "", "us-made", ""));
    assertThat(loginPage()).contains("class=\"ribbon\"", "This node holds simulated records");
  }

  @Test
  @Order(3)
  void mendedRowsAreSimulatedWhenTheirFileIs() throws Exception {
    ImportJob broken =
        run.simulated("broken_2024-04.csv", HEADER + "C,yesterday,red,1\n", "us-made");
    assertThat(broken.counts().quarantined()).isEqualTo(1);
    String mended =
        String.join(",", OurColumns.IMPORT, OurColumns.ROW, OurColumns.REASON, HEADER)
            + broken.id()
            + ",1,why,C,2024-01-02,red,1\n";
    ImportJob brought = append("mended.csv", mended, null);
    assertThat(brought.counts().appended()).isEqualTo(1);
    assertThat(brought.delivery().synthetic()).isTrue();
  }

  @Test
  @Order(4)
  void aNodeForSimulatedRecordsTakesNoOtherOfAnySource() {
    var only = new SimulatedRecords(jobs, messages, true);
    ImportJob real = append("other_2024-02.csv", ROW.formatted("A"), "us-other");
    assertThat(only.findMixture(real.delivery(), "ca-never-seen"))
        .map(FileRefusal::rule)
        .hasValue(Rule.REAL_AMONG_SIMULATED);
    ImportJob made = run.simulated("new_2024-05.csv", ROW.formatted("Z"), "us-made");
    assertThat(only.findMixture(made.delivery(), "ca-never-seen")).isEqualTo(Optional.empty());
  }

  @Test
  @Order(5)
  void knowsAfterARestartThatSimulatedRecordsAreHeld() {
    assertThat(new SimulatedRecords(jobs, messages, false).holdsSimulated()).isTrue();
  }

  private ImportJob append(String name, String text, @Nullable String source) {
    return run.run(
        name,
        text.getBytes(StandardCharsets.UTF_8),
        AskedTo.APPEND,
        false,
        source == null ? Instant.parse("2024-06-01T00:00:00Z") : null,
        source);
  }

  private String loginPage() throws IOException, InterruptedException {
    URI login = URI.create("http://127.0.0.1:" + port + "/login");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(login).header("Accept-Language", "en").build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
