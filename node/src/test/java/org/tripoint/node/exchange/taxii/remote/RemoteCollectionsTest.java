package org.tripoint.node.exchange.taxii.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.taxii.Timestamps;
import org.tripoint.node.exchange.taxii.remote.AwkwardServer.Answer;
import org.tripoint.node.exchange.taxii.remote.RemotePlaces.Place;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;

/// A node that reads servers which refuse, talk rubbish, lead in circles or forget: what it says of
/// each, and that nothing of it harms.
class RemoteCollectionsTest extends RunningNode {

  private static final String PAGE = "/exchange/remote";
  private static final String SECRET = "token-of-the-test-4711";
  private static final String FIRST = "2026-05-01T00:00:00.000001Z";
  private static final String SECOND = "2026-05-02T00:00:00.000002Z";

  private static int named;

  @Autowired private RemotePlaces places;
  @Autowired private JdbcTemplate jdbc;

  private AwkwardServer server;
  private String name;

  @BeforeEach
  void open() throws Exception {
    server = new AwkwardServer(query -> Answer.page("{}", ""));
    name = "awkward-" + ++named;
  }

  @AfterEach
  void close() throws Exception {
    administrator().post(PAGE, PAGE + "/" + name + "/end", Map.of());
    server.close();
  }

  @Test
  void saysThatItWasNotLetInAndTriesAnotherSecretAtOnce() throws Exception {
    server.answerWith(query -> Answer.of(401));
    assertFailure("NOT_LET_IN", "(401)");
    assertThat(server.secrets()).containsOnly("Bearer " + SECRET);
    server.answerWith(query -> Answer.page("{\"objects\":[" + note(1, "") + "]}", FIRST));
    Instant before = place().lookedAt();
    administrator().post(PAGE, PAGE + "/" + name + "/secret", Map.of("secret", "another-secret"));
    await(() -> !place().lookedAt().equals(before));
    assertThat(place().failure()).isNull();
    assertThat(place().taken()).isEqualTo(1);
    assertThat(server.secrets()).contains("Bearer another-secret");
  }

  @Test
  void believesNoPageThatIsNoTaxii() throws Exception {
    server.answerWith(query -> new Answer(200, "text/html", "<p>Welcome</p>", ""));
    assertFailure("NOT_TAXII", "no answer of TAXII");
  }

  @Test
  void believesNoRubbishUnderTheRightType() throws Exception {
    server.answerWith(query -> Answer.page("{\"objects\":[{\"id\":", ""));
    assertFailure("NOT_TAXII", "no answer of TAXII");
    assertThat(place().taken()).isZero();
  }

  @Test
  void takesNothingOfAnAnswerThatIsTooLarge() throws Exception {
    server.answerWith(query ->
        Answer.page("{\"objects\":[" + note(1, "") + ",\"" + "x".repeat(17 << 20) + "\"]}", FIRST));
    assertFailure("TOO_LARGE", "larger than allowed");
    assertThat(place().taken()).isZero();
  }

  @Test
  void followsNoRedirect() throws Exception {
    server.answerWith(query -> Answer.of(302));
    assertFailure("OTHER_ANSWER", "302");
    assertThat(server.asked()).noneMatch(one -> one.contains("elsewhere"));
  }

  @Test
  void endsWithAServerThatAlwaysHasMore() throws Exception {
    server.answerWith(query ->
        Answer.page("{\"more\":true,\"next\":\"same\",\"objects\":[" + note(1, "") + "]}", FIRST));
    assertFailure("CIRCLE", "nothing new");
    assertThat(server.asked()).hasSizeLessThan(5);
  }

  /// Other tokens, the same objects again and again: the first look takes them and goes on, the
  /// next one finds nothing new.
  @Test
  void endsWithAServerThatGivesTheSameUnderOtherTokens() throws Exception {
    AtomicInteger token = new AtomicInteger();
    server.answerWith(query ->
        Answer.page(
            "{\"more\":true,\"next\":\"t%d\",\"objects\":[%s]}"
                .formatted(token.incrementAndGet(), note(1, "")),
            FIRST));
    assertFailure("CIRCLE", "nothing new");
    assertThat(place().taken()).isEqualTo(1);
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(2 * LookAtCollection.MOST_PAGES);
  }

  /// What cannot even be kept: nothing of it is taken, and the others do not wait for it.
  @Test
  void believesNoPlaceWithControlCharacters() throws Exception {
    server.answerWith(query ->
        Answer.page(
            "{\"more\":true,\"next\":\"\\u0000\",\"objects\":[" + note(1, "") + "]}", FIRST));
    assertFailure("NOT_TAXII", "no answer of TAXII");
    assertThat(place().taken()).isZero();
  }

  @Test
  void saysThatItCouldNotGoOnWhateverWentWrongHere() throws Exception {
    add(Map.of());
    Path secret = home().resolve("keys/remote-" + name);
    Files.delete(secret);
    Files.createDirectory(secret);
    Instant before = place().lookedAt();
    administrator().post(PAGE, PAGE + "/" + name + "/look", Map.of());
    await(() -> !place().lookedAt().equals(before));
    assertThat(place().failure()).isEqualTo("UNEXPECTED");
    assertThat(place().dueAt()).isAfter(place().lookedAt());
    assertThat(administrator().get(PAGE).body()).contains("could not go on reading");
    Files.delete(secret);
  }

  @Test
  void goesOnFromTheLastDateWhenTheServerForgotItsToken() throws Exception {
    server.answerWith(query -> {
      if (query.contains("next=old")) {
        return Answer.of(400);
      }
      return query.contains("added_after=" + Timestamps.justBefore(FIRST).orElseThrow())
          ? Answer.page("{\"objects\":[" + note(2, "") + "]}", SECOND)
          : Answer.page(
              "{\"more\":true,\"next\":\"old\",\"objects\":[" + note(1, "") + "]}", FIRST);
    });
    add(Map.of());
    assertThat(place().failure()).isNull();
    assertThat(place().taken()).isEqualTo(2);
    assertThat(place().cursor().addedAfter()).isEqualTo(SECOND);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void takesWhatItBelievesCountsTheRestAndDoublesNothing() throws Exception {
    server.answerWith(query ->
        Answer.page(
            "{\"objects\":[" + note(1, ",\"x_weight\":1.50") + ",{\"id\":\"nonsense\"}]}", FIRST));
    add(Map.of());
    assertThat(place().taken()).isEqualTo(1);
    assertThat(place().refused()).isEqualTo(1);
    assertThat(
            jdbc.queryForObject(
                "select convert_from(body, 'UTF8') from exchange.inbox where client = ?",
                String.class,
                "remote:" + name))
        .as("its numbers as they were written")
        .contains("1.50");
    Instant before = place().lookedAt();
    administrator().post(PAGE, PAGE + "/" + name + "/look", Map.of());
    await(() -> !place().lookedAt().equals(before));
    assertThat(place().taken()).isEqualTo(1);
    assertThat(server.asked().getLast()).contains("added_after=" + FIRST);
    assertThat(administrator().get("/exchange/clients/remote:" + name + "/inbox").body())
        .contains("note--");
  }

  @Test
  void keepsTheSecretFromEverybodyAndForgetsItAtTheEnd() throws Exception {
    add(Map.of());
    assertThat(administrator().get(PAGE).body()).contains(name).doesNotContain(SECRET);
    assertThat(Files.readString(home().resolve("keys/remote-" + name))).contains(SECRET);
    administrator().post(PAGE, PAGE + "/" + name + "/end", Map.of());
    assertThat(home().resolve("keys/remote-" + name)).doesNotExist();
    int asked = server.asked().size();
    administrator().post(PAGE, PAGE + "/" + name + "/look", Map.of());
    assertThat(post(Map.of()).body()).contains("there is or was a remote collection");
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void saysInTheReadersLanguageWhatIsWrongWithAForm() throws Exception {
    for (Map<String, String> wrong :
        List.of(
            Map.of("name", "Not a name"),
            Map.of("partner", "ca"),
            Map.of("root", "http://192.0.2.1/api/"),
            Map.of("root", "https://user:secret@example.org/"),
            Map.of("collection", "x"),
            Map.of("secret", ""),
            Map.of("secret", "two\nlines"),
            Map.of("secret", "two words"),
            Map.of("secret", "clé"),
            Map.of("signIn", "PASSWORD"),
            Map.of("signIn", "PASSWORD", "user", "one:two"),
            Map.of("authority", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----"),
            Map.of("minutes", "0"))) {
      assertThat(post(wrong).body()).as(wrong.toString()).contains("Nothing was");
    }
    assertThat(places.list()).doesNotContainKey(name);
    assertThat(server.asked()).isEmpty();
    Visitor steward = person("remote.steward", Role.STEWARD);
    assertThat(steward.get(PAGE).statusCode()).isEqualTo(403);
  }

  private void assertFailure(String why, String said) throws Exception {
    add(Map.of());
    await(() -> place().failure() != null);
    assertThat(place().failure()).isEqualTo(why);
    assertThat(administrator().get(PAGE).body()).contains(said);
    assertThat(administrator().get(PAGE + "?lang=es").body()).contains("No se leyó");
  }

  /// Adds the collection and waits for the first look.
  private void add(Map<String, String> other) throws Exception {
    assertThat(post(other).body()).contains("read from now on");
    await(() -> place().lookedAt() != null);
  }

  private java.net.http.HttpResponse<String> post(Map<String, String> other) throws Exception {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "name",
                name,
                "partner",
                "mx-other",
                "root",
                server.root(),
                "collection",
                AwkwardServer.COLLECTION,
                "signIn",
                "TOKEN",
                "secret",
                SECRET,
                "minutes",
                "60"));
    form.putAll(other);
    Visitor admin = administrator();
    admin.post(PAGE, PAGE, form);
    return admin.get(PAGE);
  }

  private Place place() {
    return places.get(name);
  }

  private static void await(java.util.function.BooleanSupplier holds) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("expected a look within a minute");
      }
      Thread.sleep(50);
    }
  }

  private static String note(int number, String more) {
    return """
    {"type":"note","spec_version":"2.1","id":"note--00000000-0000-4000-8000-%012d",\
    "created":"2026-05-01T00:00:00.000Z","modified":"2026-05-01T00:00:00.000Z",\
    "content":"x","object_refs":["note--00000000-0000-4000-8000-%012d"]%s}\
    """
        .formatted(number, number, more);
  }
}
