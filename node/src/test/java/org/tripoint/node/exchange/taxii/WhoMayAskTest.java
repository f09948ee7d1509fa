package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who gets in, what each sees, and how the others are told.
class WhoMayAskTest extends TaxiiNode {

  private static final String NOTE = id("note", 1);
  private static final List<String> WRONG_ACCEPTS =
      List.of(
          "application/json",
          "application/taxii+json;version=2.0",
          "application/vnd.oasis.taxii+json",
          "application/taxii+json;q=0",
          "text/html");

  @Test
  void asksEveryoneForASecretOnEveryAddress() throws Exception {
    Program program = reader("enforcement");
    give("enforcement", NOTE, version(1));
    for (String address : addresses(program)) {
      for (String wrong :
          List.of(
              "",
              "Basic",
              "Basic %%%",
              "Bearer nothing",
              "Token " + program.secrets().token(),
              basic(program.name(), ""),
              basic("", program.secrets().secret()))) {
        jdbc.update("delete from accounts.failed_sign_in");
        Answer answer = program.get(address, "Authorization", wrong);
        assertThat(answer.status()).as("%s with %s", address, wrong).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Basic");
        assertError(answer, 401);
      }
      assertThat(
              program.get(address, "Authorization", "Bearer " + program.secrets().token()).status())
          .as(address)
          .isEqualTo(200);
    }
  }

  @Test
  void doesNotTakeAPersonsPasswordOrSession() throws Exception {
    assertThat(administrator().get("/taxii2/").statusCode()).isEqualTo(401);
    assertThat(
            reader("enforcement").get("/taxii2/", "Authorization", basic(ADMIN, PASSWORD)).status())
        .isEqualTo(401);
    jdbc.update("delete from accounts.failed_sign_in");
    Program program = reader("enforcement");
    assertThat(program.get("/api/imports").status()).isEqualTo(401);
    jdbc.update("delete from accounts.failed_sign_in");
  }

  @Test
  void endsAndRenewsClientsAtOnce() throws Exception {
    Program program = reader("enforcement");
    assertThat(program.get(ROOT).status()).isEqualTo(200);
    Clients.Secrets fresh = clients.renew(program.name()).orElseThrow();
    assertThat(program.get(ROOT).status()).isEqualTo(401);
    assertThat(program.get(ROOT, "Authorization", "Bearer " + program.secrets().token()).status())
        .isEqualTo(401);
    Program renewed = new Program(base(), program.name(), fresh);
    assertThat(renewed.get(ROOT).status()).isEqualTo(200);
    assertThat(clients.end(program.name())).isTrue();
    assertThat(renewed.get(ROOT).status()).isEqualTo(401);
    assertThat(clients.make(program.name(), PARTNER, 0, false, "tester"))
        .as("a name is never given twice")
        .isEmpty();
    jdbc.update("delete from accounts.failed_sign_in");
  }

  @Test
  void slowsGuessingDown() throws Exception {
    Program program = reader("enforcement");
    for (int i = 0; i < 5; i++) {
      assertThat(program.get(ROOT, "Authorization", basic(program.name(), "guess" + i)).status())
          .isEqualTo(401);
    }
    Answer closed = program.get(ROOT, "Authorization", basic(program.name(), "guess"));
    assertError(closed, 429);
    assertThat(closed.header("Retry-After")).isNotEmpty();
    assertThat(program.get(ROOT).status()).as("even the right one").isEqualTo(429);
    jdbc.update("delete from accounts.failed_sign_in");
    assertThat(program.get(ROOT).status()).isEqualTo(200);
  }

  @Test
  void showsNobodyAByteOfAnothersCollection() throws Exception {
    Program customs = reader("customs");
    Program enforcement = reader("enforcement");
    give("enforcement", NOTE, version(1));
    give("enforcement", id("note", 2), version(1));
    for (String address : addresses(enforcement)) {
      if (!address.contains("/collections/") || address.endsWith("/collections/")) {
        continue;
      }
      Answer hidden = customs.get(address);
      String nowhere = address.replaceAll("[0-9a-f-]{36}(?=/)", UUID.randomUUID().toString());
      assertError(hidden, 404);
      assertThat(withoutNumber(hidden)).as(address).isEqualTo(withoutNumber(customs.get(nowhere)));
    }
    String next =
        enforcement.get(enforcement.collection("enforcement") + "objects/?limit=1").next();
    String own = customs.collection("customs") + "objects/";
    assertError(customs.get(own + "?next=" + next), 400);
    Answer empty = customs.get(own);
    assertThat(empty.response().body()).isEqualTo("{}");
    assertThat(customs.get(ROOT + "collections/").response().body()).doesNotContain("enforcement");
  }

  @Test
  void speaksItsOwnMediaTypeOnly() throws Exception {
    Program program = reader("enforcement");
    give("enforcement", NOTE, version(1));
    for (String address : addresses(program)) {
      for (String wrong : WRONG_ACCEPTS) {
        assertError(program.get(address, "Accept", wrong), 406);
      }
      for (String right :
          List.of(
              TAXII,
              "application/taxii+json",
              "application/taxii+json; version=\"2.1\"",
              "text/html, application/taxii+json;q=0.5",
              "*/*")) {
        Answer answer = program.get(address, "Accept", right);
        assertThat(answer.status()).as("%s: %s", address, right).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(TAXII);
      }
    }
    assertError(program.get(ROOT, "Accept", ""), 406);
  }

  @Test
  void refusesOtherMethodsAndAddresses() throws Exception {
    Program program = reader("enforcement");
    give("enforcement", NOTE, version(1));
    for (String address : addresses(program)) {
      for (String method : List.of("PUT", "PATCH", "OPTIONS")) {
        Answer answer = program.send(method, address, BodyPublishers.noBody());
        assertError(answer, 405);
        assertThat(answer.header("Allow")).contains("GET");
      }
      Answer head = program.send("HEAD", address, BodyPublishers.noBody());
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.response().body()).isEmpty();
      assertThat(head.header("Content-Type")).isEqualTo(TAXII);
    }
    for (String wrong :
        List.of(
            "/taxii2/other/",
            ROOT + "channels/",
            ROOT + "status/",
            ROOT + "status/x/",
            ROOT + "collections/x/",
            ROOT + "collections/mx%20enforcement/objects/",
            ROOT + "collections/" + UUID.randomUUID() + "/objects/",
            program.collection("enforcement") + "objects/" + NOTE + "/versions/x/",
            program.collection("enforcement") + "objects/" + id("note", 2) + "/")) {
      assertError(program.get(wrong), 404);
    }
    assertError(program.get("/taxii2//exchange/"), 400);
  }

  @Test
  void writesOneLineForEachRead() throws Exception {
    Program program = reader("enforcement");
    long at = give("enforcement", NOTE, version(1));
    String objects = program.collection("enforcement") + "objects/";
    program.get(objects);
    program.get(objects + "?limit=0");
    assertThat(
            jdbc.queryForList(
                """
                select action || '|' || outcome || '|' || detail from accounts.audit
                where account = ? order by id
                """,
                String.class,
                "client:" + program.name()))
        .containsExactly(
            "taxii read|DONE|1, " + Timestamps.write(at) + " to " + Timestamps.write(at),
            "taxii refused|REFUSED|GET 400");
  }

  private List<String> addresses(Program program) throws Exception {
    String collection = program.collection("enforcement");
    return List.of(
        "/taxii2/",
        ROOT,
        ROOT + "collections/",
        collection,
        collection + "manifest/",
        collection + "objects/",
        collection + "objects/" + NOTE + "/",
        collection + "objects/" + NOTE + "/versions/");
  }

  private static String withoutNumber(Answer answer) {
    return answer.response().body().replaceAll("\"error_id\":\"[^\"]*\"", "");
  }

  private static void assertError(Answer answer, int status) {
    assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo(TAXII);
    JsonNode error = answer.json();
    assertThat(error.path("title").asString()).isNotEmpty();
    assertThat(error.path("http_status").asString()).isEqualTo(Integer.toString(status));
    assertThat(error.path("error_id").asString()).hasSize(36);
  }
}
