package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface as a program meets it, over HTTP.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ParcelFormats.class, ImportRun.class})
class IntakeApiTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RECORD =
      """
      {"kind": "test-parcel", "source": "test-post", "key": "K%s", "published": "2024-01-01",
       "content": {"colour": "red", "weight": {"value": "%s", "text": "%s"}, "contents": []}}
      """;

  @LocalServerPort private int port;
  @Autowired private ImportRun run;
  @Autowired private RecordKinds kinds;

  @Value("${tripoint.home}")
  private Path home;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private HttpResponse<String> send(String path, String type, String body, boolean signedIn)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (signedIn) {
      request.header("Authorization", "Bearer " + token());
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.header("Accept-Language", "es").build(), BodyHandlers.ofString());
    }
  }

  private String token() throws IOException {
    try (var files = Files.walk(home)) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().contains("local-token"))
              .findFirst()
              .orElseThrow();
      return Files.readString(file).strip();
    }
  }

  @Test
  void refusesWhoIsNotSignedIn() throws Exception {
    assertThat(send("/api/imports?fileName=a.csv", "text/csv", "a,b\n", false).statusCode())
        .isIn(401, 403);
    assertThat(send("/api/records", "application/json", "{}", false).statusCode()).isIn(401, 403);
  }

  @Test
  void refusesParametersThatCannotBeRead() throws Exception {
    for (String query : new String[] {"mode=later", "published=soon", "source=Not%20A%20Source"}) {
      var response = send("/api/imports?fileName=a.csv&" + query, "text/csv", "a,b\n1,2\n", true);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
    var form =
        send("/api/imports?fileName=a.csv", "application/x-www-form-urlencoded", "a=b", true);
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(form.body()).contains("application/octet-stream");
  }

  @Test
  void takesAFileAndTellsWhatBecameOfIt() throws Exception {
    var response =
        send(
            "/api/imports?fileName=p_2024-02.csv",
            "application/octet-stream",
            "parcel,day,colour,weight\nP1,2024-01-01,red,1\nP2,2024-01-01,red,one\n",
            true);
    assertThat(response.statusCode()).isEqualTo(202);
    long id = JSON.readTree(response.body()).path("id").asLong();
    run.await(id);
    JsonNode done = JSON.readTree(send("/api/imports/" + id, "", "", true).body());
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.path("appended").asLong()).isEqualTo(1);
    assertThat(done.path("quarantined").asLong()).isEqualTo(1);
    assertThat(done.path("publishedBasis").asString()).isEqualTo("IN_FILE_NAME");
    String quarantine = send("/api/imports/" + id + "/quarantine", "", "", true).body();
    assertThat(quarantine)
        .contains(
            id + ",2,weight: «one» no es un número escrito como 1234.5,P2,2024-01-01,red,one");
    assertThat(send("/api/imports/999999", "", "", true).statusCode()).isEqualTo(404);
  }

  @Test
  void saysInThePersonsLanguageWhyAFileIsRefused() throws Exception {
    var response = send("/api/imports?fileName=n.csv", "text/csv", "a,b\n1,2\r\n3,4\n", true);
    long id = JSON.readTree(response.body()).path("id").asLong();
    run.await(id);
    JsonNode refused = JSON.readTree(send("/api/imports/" + id, "", "", true).body());
    assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.path("refusal").path("happened").asString())
        .isEqualTo("La fila 1 termina con CRLF, las anteriores con LF.");
  }

  @Test
  void appendsRecordsOnceHoweverOftenTheyAreSent() throws Exception {
    String body = "{\"records\": [" + RECORD.formatted(1, "1.50", "1.50") + "]}";
    JsonNode first = JSON.readTree(send("/api/records", "application/json", body, true).body());
    assertThat(first.path("results").get(0).path("outcome").asString()).isEqualTo("APPENDED");
    JsonNode again = JSON.readTree(send("/api/records", "application/json", body, true).body());
    assertThat(again.path("results").get(0).path("outcome").asString()).isEqualTo("UNCHANGED");
    assertThat(again.path("results").get(0).path("record"))
        .isEqualTo(first.path("results").get(0).path("record"));
  }

  @Test
  void keepsSimulatedMessagesAndRealOnesApartByTheirSource() throws Exception {
    String made = RECORD.formatted(1, "1", "1").replace("test-post", "test-made");
    String taken = "{\"simulated\": true, \"records\": [" + made + "]}";
    assertThat(send("/api/records", "application/json", taken, true).statusCode()).isEqualTo(200);
    assertThat(send("/login", "", "", false).body()).contains("class=\"ribbon\"");

    var real = send("/api/records", "application/json", taken.replace("true", "false"), true);
    assertThat(real.statusCode()).isEqualTo(422);
    JsonNode error = JSON.readTree(real.body()).path("errors").get(0);
    assertThat(error.path("pointer").asString()).isEqualTo("/records/0/source");
    assertThat(error.path("expected").asString()).contains("test-made", "es simulado");

    var file =
        send(
            "/api/imports?fileName=p_2024-05.csv&source=test-made",
            "application/octet-stream",
            "parcel,day,colour,weight\nP1,2024-01-01,red,1\n",
            true);
    long id = JSON.readTree(file.body()).path("id").asLong();
    run.await(id);
    assertThat(
            JSON.readTree(send("/api/imports/" + id, "", "", true).body()).path("state").asString())
        .isEqualTo("REFUSED");

    String own = RECORD.formatted(2, "1", "1").replace("test-post", "test-own");
    String first = "{\"records\": [" + own + "]}";
    assertThat(send("/api/records", "application/json", first, true).statusCode()).isEqualTo(200);
    String later = "{\"simulated\": true, \"records\": [" + made + "," + own + "]}";
    var mixed = send("/api/records", "application/json", later, true);
    assertThat(mixed.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(mixed.body()).path("errors").findValuesAsString("pointer"))
        .containsExactly("/records/1/source");
  }

  @Test
  void refusesARequestThatSaysNeitherYesNorNo() throws Exception {
    String body = "{\"simulated\": \"yes\", \"records\": [" + RECORD.formatted(3, "1", "1") + "]}";
    var refused = send("/api/records", "application/json", body, true);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("simulated");
  }

  @Test
  void appendsNothingWhenOneRecordBreaksARule() throws Exception {
    String body =
        "{\"records\": ["
            + RECORD.formatted(7, "1", "1")
            + ","
            + RECORD.formatted(8, "1", "1").replace("test-parcel", "no-such-kind")
            + ","
            + RECORD.formatted(9, "many", "1")
            + "]}";
    var refused = send("/api/records", "application/json", body, true);
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode problem = JSON.readTree(refused.body());
    assertThat(problem.path("errors").findValuesAsString("pointer"))
        .containsExactly("/records/1/kind", "/records/2/content");
    String good = "{\"records\": [" + RECORD.formatted(7, "1", "1") + "]}";
    JsonNode alone = JSON.readTree(send("/api/records", "application/json", good, true).body());
    assertThat(alone.path("results").get(0).path("outcome").asString()).isEqualTo("APPENDED");
  }

  @Test
  void refusesWhatHappenedAfterItWasPublished() throws Exception {
    String event =
        """
        {"kind": "test-event", "source": "test-post", "key": "%d", "published": "2024-03-01",
         "content": %s}\
        """;
    String body =
        "{\"records\": ["
            + event.formatted(1, "{\"date\": \"2024-03-02\"}")
            + ","
            + event.formatted(2, "{\"date\": \"2024-03-03\"}")
            + ","
            + event.formatted(3, "{\"open\": {\"date\": \"2030-01-01\"}}")
            + "]}";
    var refused = send("/api/records", "application/json", body, true);
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode errors = JSON.readTree(refused.body()).path("errors");
    assertThat(errors.findValuesAsString("pointer"))
        .containsExactly("/records/1/content/date", "/records/2/content/open/date");
    assertThat(errors.findValuesAsString("rule"))
        .containsExactly("after-publication", "after-publication");
    assertThat(errors.get(0).path("detail").asString())
        .contains("2024-03-03", "posterior a la publicación");
  }

  @Test
  void refusesANumberThatItsTextDeniesAndSaysSoInTheCallersLanguage() throws Exception {
    String body = "{\"records\": [" + RECORD.formatted(5, "500", "1.50") + "]}";
    var refused = send("/api/records", "application/json", body, true);
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode error = JSON.readTree(refused.body()).path("errors").get(0);
    assertThat(error.path("rule").asString()).isEqualTo("number-not-of-text");
    assertThat(error.path("detail").asString())
        .isEqualTo("el número 500 acompaña al texto «1.50», que es otro número");
  }

  @Test
  void refusesAPoundOfFiveHundredKilograms() throws Exception {
    Seizure pound =
        SeizureSamples.event(
            "CBP", "2024-01-01", "US-AZ", SeizureSamples.drug(1, "Fentanyl", "1", "lb"));
    String content = kinds.write(Seizure.KIND, pound).replace("\"0.45359237\"", "\"500\"");
    var refused = send("/api/records", "application/json", seizure(content), true);
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode error = JSON.readTree(refused.body()).path("errors").get(0);
    assertThat(error.path("rule").asString()).isEqualTo("amount-not-of-unit");
    assertThat(error.path("expected").asString()).isEqualTo("0.45359237 kg (lb-kg)");
  }

  @Test
  void keepsAndListsNamesAndPlacesThatNothingRecognises() throws Exception {
    Seizure unknown =
        SeizureSamples.event(
            "CBP",
            "2024-01-01",
            "US-ZZ",
            SeizureSamples.drug(1, "Fentanyl", "1", "kg"),
            SeizureSamples.drug(2, "nobody knows this", "1", "kg"));
    String body = seizure(kinds.write(Seizure.KIND, unknown));
    JsonNode answer = JSON.readTree(send("/api/records", "application/json", body, true).body());
    assertThat(answer.path("notRecognised").asLong()).isEqualTo(1);
    JsonNode names = answer.path("results").get(0).path("notRecognised");
    assertThat(names.findValuesAsString("pointer"))
        .containsExactly("/place", "/items/1/substance/suspected");
    assertThat(names.findValuesAsString("text")).containsExactly("US-ZZ", "nobody knows this");
  }

  private static String seizure(String content) {
    return "{\"records\": [{\"kind\": \"seizure\", \"source\": \"test-post\", \"key\": \"S1\","
        + " \"published\": \"2024-02-01\", \"content\": "
        + content
        + "}]}";
  }

  @Test
  void saysInTheCallersLanguageWhatWasExpected() throws Exception {
    String body =
        "{\"records\": [1, "
            + RECORD
                .formatted(5, "1", "1")
                .replace("test-post", "No source")
                .replace("2024-01-01", "soon")
            + "]}";
    JsonNode problem = JSON.readTree(send("/api/records", "application/json", body, true).body());
    assertThat(problem.path("errors").findValuesAsString("expected"))
        .containsExactly(
            "un objeto",
            "palabras en minúsculas unidas por guiones",
            "un día o instante ISO 8601 que no sea futuro");
  }

  @Test
  void takesNobodysWordForWhatThisNodeFindsAndDecides() throws Exception {
    for (String kind :
        new String[] {"signal", "signal-triage", "disclosure", "partner-agreement"}) {
      String body =
          "{\"records\": [" + RECORD.formatted(6, "1", "1").replace("test-parcel", kind) + "]}";
      var refused = send("/api/records", "application/json", body, true);
      assertThat(refused.statusCode()).as(kind).isEqualTo(422);
      assertThat(JSON.readTree(refused.body()).path("errors").findValuesAsString("pointer"))
          .containsExactly("/records/0/kind");
    }
  }

  @Test
  void refusesBodiesThatAreTooDeepTooLongOrNoJson() throws Exception {
    for (String body : new String[] {"{", "[]", "{\"records\": {}}", "[".repeat(5_000)}) {
      assertThat(send("/api/records", "application/json", body, true).statusCode()).isEqualTo(400);
    }
    String many = "{\"records\": [" + "{},".repeat(1_000) + "{}]}";
    assertThat(send("/api/records", "application/json", many, true).statusCode()).isEqualTo(413);
  }

  @Test
  void describesItself() throws Exception {
    String openApi = send("/api/openapi.json", "", "", true).body();
    JsonNode description = JSON.readTree(openApi);
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    assertThat(description.path("paths").has("/api/imports")).isTrue();
    assertThat(description.path("paths").has("/api/records")).isTrue();
  }
}
