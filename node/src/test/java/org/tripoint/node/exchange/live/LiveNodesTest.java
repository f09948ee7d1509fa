package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tripoint.node.exchange.live.LiveNode.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.Commitments;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.NodeCertificate;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.PinnedTrust;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.exchange.keys.Tls;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.vocabulary.Country;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes over mutual TLS, with everything running behind them as in a ministry.
class LiveNodesTest {

  private static LiveNode us;
  private static LiveNode ca;

  @BeforeAll
  static void start() throws Exception {
    us = new LiveNode("us", Country.UNITED_STATES);
    ca = new LiveNode("ca", Country.CANADA);
    us.trust(ca);
    ca.trust(us);
    us.agree(ca, true);
  }

  @AfterAll
  static void stop() {
    us.close();
    ca.close();
  }

  @Test
  void seizureArrivesIsCorrectedAndCalledBackWithAReceipt() throws Exception {
    us.seize("1", "12.5", "CA");
    us.seize("2", "3", "MX");
    await("the seizure in Canada", () -> ca.seizuresFrom(us).size() == 1);
    assertThat(ca.seizuresFrom(us).getFirst()).contains("12.5", "CASE-1");
    us.seize("1", "13.75", "CA");
    await("the correction", () -> ca.seizuresFrom(us).toString().contains("13.75"));
    us.withdraw("1");
    await("nothing left in Canada", () -> ca.seizuresFrom(us).isEmpty());
    await("every batch confirmed", () -> us.journal(ca).acknowledged() == us.journal(ca).written());
    assertThat(us.journal(ca).recallsOpen()).isZero();
  }

  @Test
  void newKeysTakeOverWithoutAStop() throws Exception {
    String before = us.bean(NodeSigner.class).keyId();
    String authority = us.bean(NodeCertificate.class).authorities().getFirst();
    us.bean(OwnIntroduction.class).renewKeys();
    await("the new key signs", () -> !us.bean(NodeSigner.class).keyId().equals(before));
    us.seize("after-the-key", "7.25", "CA");
    await("what the new key signed", () -> ca.seizuresFrom(us).toString().contains("7.25"));
    assertThat(us.journal(ca).stopped()).isNull();
    assertThat(ca.journal(us).stopped()).isNull();
    Partners.Partner known = ca.bean(Partners.class).find("us").orElseThrow();
    assertThat(known.introduction().keys()).hasSize(2);
    await(
        "the former authority is trusted no longer",
        () ->
            !ca.bean(Partners.class)
                .find("us")
                .orElseThrow()
                .introduction()
                .authorities()
                .contains(authority));
    us.seize("under-the-new-authority", "8.5", "CA");
    await("what came after", () -> ca.seizuresFrom(us).toString().contains("8.5"));
    us.withdraw("under-the-new-authority");
    us.withdraw("after-the-key");
    await("it is gone again", () -> !ca.seizuresFrom(us).toString().contains("7.25"));
  }

  @Test
  void introductionThatDoesNotContinueTheOneBeforeIsRefused() throws Exception {
    Partners.Partner known = ca.bean(Partners.class).find("us").orElseThrow();
    TestKeys stranger =
        TestKeys.of(
            Files.createTempDirectory("other-us"),
            "us",
            "US",
            "https://127.0.0.1:2",
            Clock.systemUTC());
    IntroducePartner introduce = ca.bean(IntroducePartner.class);
    String forged = TestPartners.introductionOf(ca.context, stranger, 99);
    assertThatThrownBy(() -> introduce.renew(known, forged)).isInstanceOf(NotTrusted.class);
    assertThatThrownBy(() -> introduce.renew(known, "a.b.c")).isInstanceOf(NotTrusted.class);
    assertThat(ca.bean(Partners.class).find("us").orElseThrow().introduction())
        .isEqualTo(known.introduction());
  }

  @Test
  void strangerWithoutOrWithAnotherCertificateIsTurnedAway() throws Exception {
    PinnedTrust trustsUs = new PinnedTrust(LiveNodesTest::pinOfUs, Clock.systemUTC());
    SSLContext nobody = SSLContext.getInstance("TLS");
    nobody.init(null, new javax.net.ssl.TrustManager[] {trustsUs}, null);
    assertThat(get(nobody, "/journal/batches?after=1/0/-").statusCode()).isEqualTo(401);
    assertThat(get(nobody, "/journal/introduction").statusCode()).isEqualTo(401);
    assertThat(get(nobody, "/login").statusCode()).as("pages").isEqualTo(404);
    assertThat(get(nobody, "/api/openapi.json").statusCode()).isEqualTo(404);
    assertThat(get(nobody, "/taxii2/").statusCode()).isEqualTo(401);

    Path home = Files.createTempDirectory("stranger");
    TestKeys stranger = TestKeys.of(home, "ca", "CA", "https://127.0.0.1:1", Clock.systemUTC());
    assertThatThrownBy(() -> get(stranger.tls().context(trustsUs), "/journal/batches?after=1/0/-"))
        .as("the same name under an authority of its own")
        .isInstanceOf(IOException.class);
  }

  /// One byte more than is taken is refused unread; as many as are taken are read and not believed,
  /// which for receipts and heads would stop the exchange.
  @Test
  void messagesThatAreTooLongAreRefused() throws Exception {
    int longest = 4 << 20;
    SSLContext canada =
        ca.bean(Tls.class).context(new PinnedTrust(LiveNodesTest::pinOfUs, Clock.systemUTC()));
    for (String path : List.of("/journal/receipts", "/journal/heads", "/journal/introduction")) {
      assertThat(post(canada, path, new byte[longest + 1])).as(path).isEqualTo(413);
    }
    assertThat(post(canada, "/journal/introduction", new byte[longest])).isEqualTo(422);
    assertThat(us.journal(ca).stopped()).isNull();
  }

  private static int post(SSLContext shown, String path, byte[] body) throws Exception {
    URI address = URI.create(LiveNode.endpoint(us.exchangePort) + path);
    try (HttpClient http = HttpClient.newBuilder().sslContext(shown).build()) {
      return http.send(
              HttpRequest.newBuilder(address)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void partnersNodeSpeaksTaxiiByItsCertificateAlone() throws Exception {
    us.seize("over-taxii", "4.125", "CA");
    await("it in Canada", () -> ca.seizuresFrom(us).toString().contains("4.125"));
    PinnedTrust trustsUs = new PinnedTrust(LiveNodesTest::pinOfUs, Clock.systemUTC());
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(ca.bean(Tls.class).context(trustsUs)).build()) {
      String root = LiveNode.endpoint(us.exchangePort) + "/taxii2/exchange/collections/";
      JsonNode collections = JsonMapper.shared().readTree(taxii(http, root, null).body());
      assertThat(collections.path("collections").findValuesAsString("title"))
          .containsExactly("ca enforcement", "inbox of node:ca");
      String read = root + collections.path("collections").path(0).path("id").asString() + "/";
      String inbox = root + collections.path("collections").path(1).path("id").asString() + "/";
      assertThat(taxii(http, read + "objects/?match[type]=tripoint-seizure", null).body())
          .contains("4.125");
      assertThat(taxii(http, read + "objects/?match[type]=incident", null).body())
          .contains("4.125", "\"type\":\"incident\"");
      String note =
          "{\"objects\":[{\"type\":\"note\",\"id\":\"note--5f1b6c1e-7a55-4c7e-9b5d-1d7f6a1c9e01\","
              + "\"modified\":\"2026-01-01T00:00:00.000Z\",\"content\":\"from Canada\"}]}";
      assertThat(taxii(http, inbox + "objects/", note).statusCode()).isEqualTo(202);
      assertThat(taxii(http, inbox + "objects/", null).body()).contains("from Canada");
      assertThat(taxii(http, read + "objects/", note).statusCode()).isEqualTo(403);
    }
    us.withdraw("over-taxii");
    await("nothing left of it", () -> !ca.seizuresFrom(us).toString().contains("4.125"));
  }

  private static HttpResponse<String> taxii(HttpClient http, String address, @Nullable String sent)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.replace("[", "%5B").replace("]", "%5D")))
            .header("Accept", "application/taxii+json;version=2.1")
            .header("Content-Type", "application/taxii+json;version=2.1");
    if (sent != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(sent));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void packageGoesFromOneInterfaceToTheOther() throws Exception {
    HttpResponse<byte[]> made =
        ask(us, "/api/exchange/packages/ca/export?after=1/0", null, BodyHandlers.ofByteArray());
    assertThat(made.statusCode()).isEqualTo(200);
    byte[] bytes = made.body();
    HttpResponse<String> taken = ask(ca, "/api/exchange/packages", bytes, BodyHandlers.ofString());
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("\"from\":\"us\"").contains("Nothing was doubled");
    HttpResponse<String> own = ask(us, "/api/exchange/packages", bytes, BodyHandlers.ofString());
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("package-for-another-key").contains("sealed for another node");
    HttpResponse<String> wrong =
        ask(us, "/api/exchange/packages/ca/export?after=x", null, BodyHandlers.ofString());
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("such as 1/17");
  }

  @Test
  void wordsOnTheLedgersAreGivenAndCompared() throws Exception {
    LocalDate end = LocalDate.of(9999, 1, 1);
    await(
        "the word of the United States in Canada",
        () -> !ca.bean(Commitments.class).listTheirs(end, 5).isEmpty());
    LocalDate day = ca.bean(Commitments.class).listTheirs(end, 5).getFirst().day();
    Commitments.Opening opening = us.bean(Commitments.class).open(day).orElseThrow();
    assertThat(ca.bean(Commitments.class).compare("us", opening))
        .isEqualTo(Commitments.Compared.OPENS);
  }

  @Test
  void partnerGetsBackItsOwnBatchesAndNobodyElseDoes() throws Exception {
    PinnedTrust trustsUs = new PinnedTrust(LiveNodesTest::pinOfUs, Clock.systemUTC());
    HttpResponse<String> own =
        get(ca.bean(Tls.class).context(trustsUs), "/journal/returned?after=1/0/-");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).as("Canada has given nothing").isEmpty();
    SSLContext nobody = SSLContext.getInstance("TLS");
    nobody.init(null, new javax.net.ssl.TrustManager[] {trustsUs}, null);
    assertThat(get(nobody, "/journal/returned?after=1/0/-").statusCode()).isEqualTo(401);
  }

  private static <T> HttpResponse<T> ask(
      LiveNode node, String path, byte @Nullable [] body, HttpResponse.BodyHandler<T> answer)
      throws Exception {
    Path home = Path.of(node.context.getEnvironment().getRequiredProperty("tripoint.home"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.webPort() + path))
            .header(
                "Authorization",
                "Bearer " + Files.readString(home.resolve("keys/local-token")).strip());
    if (body != null) {
      request
          .header("Content-Type", "application/octet-stream")
          .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), answer);
    }
  }

  @Test
  void journalIsNotReachedByPeopleNorPagesByPartners() throws Exception {
    HttpResponse<String> overPages =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + us.webPort() + "/journal/introduction"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(overPages.statusCode()).isEqualTo(401);
  }

  private static List<PinnedTrust.Pin> pinOfUs() {
    Partners partners = ca.bean(Partners.class);
    return partners.find("us").map(partners::pin).stream().toList();
  }

  private static HttpResponse<String> get(SSLContext context, String path) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(LiveNode.endpoint(us.exchangePort) + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
