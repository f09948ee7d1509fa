package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What programs send, and what they are told about it.
class TakeEnvelopeTest extends TaxiiNode {

  private static final String NOTE = id("note", 1);

  private Program program;
  private String inbox;

  @BeforeEach
  void openAnInbox() throws Exception {
    program = writer();
    inbox = program.collection("inbox of " + program.name());
  }

  @Test
  void takesObjectsAndShowsThemToTheirSender() throws Exception {
    JsonNode collection = program.get(inbox).json();
    assertThat(collection.path("can_read").asBoolean()).isTrue();
    assertThat(collection.path("can_write").asBoolean()).isTrue();
    Answer answer =
        program.post(inbox + "objects/", envelope(body(NOTE, version(1)), body(NOTE, version(2))));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Type")).isEqualTo(TAXII);
    assertStatus(answer.json(), 2, 0);
    String status = ROOT + "status/" + answer.json().path("id").asString() + "/";
    assertThat(program.get(status).json()).isEqualTo(answer.json());
    assertThat(writer().get(status).status()).as("another's").isEqualTo(404);
    assertThat(program.get(inbox + "objects/").response().body())
        .isEqualTo(envelope(body(NOTE, version(2))));
    assertThat(program.get(inbox + "objects/" + NOTE + "/versions/").json().path("versions"))
        .hasSize(2);
  }

  @Test
  void takesTheSameAgainAsSuccessAndOtherContentAsFailureWithASignal() throws Exception {
    program.post(inbox + "objects/", envelope(body(NOTE, version(1))));
    String reordered =
        "{\"type\":\"note\", \"modified\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s\"}"
            .formatted(Timestamps.writeVersion(version(1)), NOTE);
    assertStatus(program.post(inbox + "objects/", envelope(reordered)).json(), 1, 0);
    String other = body(NOTE, version(1)).replace("{", "{\"abstract\":\"x\",");
    JsonNode status = program.post(inbox + "objects/", envelope(other, reordered)).json();
    assertStatus(status, 1, 1);
    assertThat(status.path("failures").get(0).path("id").asString()).isEqualTo(NOTE);
    assertThat(status.path("failures").get(0).path("message").asString()).contains("other content");
    assertThat(program.get(inbox + "objects/").response().body())
        .isEqualTo(envelope(body(NOTE, version(1))));
    assertThat(administrator().get("/signals").body()).contains("client:" + program.name());
  }

  @Test
  void ordersVersionsThatCameInAnyOrder() throws Exception {
    for (int number : List.of(2, 3, 1)) {
      program.post(inbox + "objects/", envelope(body(NOTE, version(number))));
    }
    assertThat(program.get(inbox + "objects/").response().body())
        .isEqualTo(envelope(body(NOTE, version(3))));
    assertThat(program.get(inbox + "objects/?match%5Bversion%5D=first").response().body())
        .isEqualTo(envelope(body(NOTE, version(1))));
  }

  @Test
  void saysOfEachObjectWhatWasWrongWithIt() throws Exception {
    JsonNode status =
        program
            .post(
                inbox + "objects/",
                envelope("{\"a\":1}", body(NOTE, version(1)), "{\"id\":\"note--x\"}"))
            .json();
    assertStatus(status, 1, 2);
    assertThat(status.path("failures").get(0).path("message").asString()).contains("an id");
  }

  @Test
  void refusesWhatIsNoEnvelope() throws Exception {
    for (String wrong :
        List.of(
            "",
            "[]",
            "{}",
            "null",
            "{\"objects\":[]}",
            "{\"objects\":{}}",
            "{\"objects\":[1]}",
            "{\"objects\":[{\"id\":1,\"id\":2}]}",
            "{\"objects\":[{}],\"objects\":[{}]}",
            "{\"objects\":[{}]} {}",
            "{\"objects\":[{}]",
            "{\"objects\":[{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}]}",
            "\uFEFF{\"objects\":[{}]}",
            "{\"objects\":[" + "{},".repeat(EnvelopeObjects.MOST) + "{}]}")) {
      Answer answer = program.post(inbox + "objects/", wrong);
      assertThat(answer.status()).as(cut(wrong)).isEqualTo(422);
      assertThat(answer.header("Content-Type")).isEqualTo(TAXII);
    }
    assertThat(program.get(inbox + "objects/").response().body()).isEqualTo("{}");
  }

  @Test
  void refusesOtherTypesAndWhatIsTooLarge() throws Exception {
    for (String type : List.of("application/json", "application/taxii+json;version=2.0", "")) {
      assertThat(
              program
                  .send(
                      "POST",
                      inbox + "objects/",
                      BodyPublishers.ofString(envelope(body(NOTE, version(1)))),
                      "Content-Type",
                      type)
                  .status())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(
            program
                .send(
                    "POST",
                    inbox + "objects/",
                    BodyPublishers.ofString(envelope(body(NOTE, version(1)))),
                    "Content-Type",
                    "application/taxii+json")
                .status())
        .isEqualTo(202);
    byte[] much = new byte[DescribeServer.MOST_BYTES + 1];
    Arrays.fill(much, (byte) ' ');
    assertThat(
            program
                .send(
                    "POST",
                    inbox + "objects/",
                    BodyPublishers.ofInputStream(() -> chunks(much)),
                    "Content-Type",
                    TAXII)
                .status())
        .as("while streaming")
        .isEqualTo(413);
    byte[] exactly =
        Arrays.copyOf(
            envelope(body(NOTE, version(2))).getBytes(StandardCharsets.UTF_8),
            DescribeServer.MOST_BYTES);
    Arrays.fill(exactly, envelope(body(NOTE, version(2))).length(), exactly.length, (byte) ' ');
    assertThat(
            program
                .send(
                    "POST",
                    inbox + "objects/",
                    BodyPublishers.ofByteArray(exactly),
                    "Content-Type",
                    TAXII)
                .status())
        .as("as large as was promised")
        .isEqualTo(202);
  }

  @Test
  void takesBackOnlyFromTheCallersOwnInboxAndKeepsTheRow() throws Exception {
    program.post(inbox + "objects/", envelope(body(NOTE, version(1)), body(NOTE, version(2))));
    String object = inbox + "objects/" + NOTE + "/";
    Program stranger = program(bitOf("enforcement"), true);
    assertThat(delete(stranger, object)).isEqualTo(404);
    give("enforcement", NOTE, version(1));
    assertThat(delete(stranger, stranger.collection("enforcement") + "objects/" + NOTE + "/"))
        .isEqualTo(403);
    assertThat(delete(program, object + "?match%5Bversion%5D=last")).isEqualTo(200);
    assertThat(program.get(object).response().body()).isEqualTo(envelope(body(NOTE, version(1))));
    assertThat(delete(program, object)).isEqualTo(200);
    assertThat(program.get(object).status()).isEqualTo(404);
    assertThat(delete(program, object)).isEqualTo(404);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from exchange.inbox where client = ? and gone is not null",
                Long.class,
                program.name()))
        .isEqualTo(2);
    assertStatus(program.post(inbox + "objects/", envelope(body(NOTE, version(1)))).json(), 1, 0);
    assertThat(program.get(object).status()).as("sent again").isEqualTo(200);
  }

  @Test
  void doesNotLetAReaderWrite() throws Exception {
    Program reader = reader("enforcement");
    String collection = reader.collection("enforcement");
    assertThat(reader.post(collection + "objects/", envelope(body(NOTE, version(1)))).status())
        .isEqualTo(403);
    assertThat(reader.post(inbox + "objects/", envelope(body(NOTE, version(1)))).status())
        .isEqualTo(404);
    assertThat(reader.get(inbox + "objects/").status()).isEqualTo(404);
  }

  @Test
  void takesThousandsInOneEnvelope() throws Exception {
    String[] many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> body(id("note", i), version(i)))
            .toArray(String[]::new);
    assertStatus(program.post(inbox + "objects/", envelope(many)).json(), 5_000, 0);
  }

  private static int delete(Program program, String address) throws Exception {
    return program.send("DELETE", address, BodyPublishers.noBody()).status();
  }

  private static InputStream chunks(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static void assertStatus(JsonNode status, int successes, int failures) {
    assertThat(status.path("status").asString()).isEqualTo("complete");
    assertThat(status.path("total_count").asInt()).isEqualTo(successes + failures);
    assertThat(status.path("success_count").asInt()).isEqualTo(successes);
    assertThat(status.path("failure_count").asInt()).isEqualTo(failures);
    assertThat(status.path("pending_count").asInt(-1)).isZero();
    assertThat(status.path("successes").size()).isEqualTo(successes);
    assertThat(status.path("failures").size()).isEqualTo(failures);
  }

  private static String envelope(String... objects) {
    return Arrays.stream(objects).collect(Collectors.joining(",", "{\"objects\":[", "]}"));
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60);
  }
}
