package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.live.LiveNode.await;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.exchange.keys.NodeCertificate;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;

/// A Mexican node reads a Canadian one as any program would: over TLS, by token, by password and by
/// certificate.
class RemoteCollectionOverTlsTest {

  private static final String CLIENTS = "/exchange/clients";
  private static final String REMOTE = "/exchange/remote";
  private static final Pattern CODE = Pattern.compile("<code>([A-Za-z0-9_-]{43,50})</code>");

  private static LiveNode ca;
  private static LiveNode mx;
  private static String collection;
  private static String secret;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    ca = new LiveNode("ca", Country.CANADA);
    mx = new LiveNode("mx", Country.MEXICO);
    ca.trust(mx);
    ca.agree(mx, true);
    ca.seize("S1", "2", "MX");
    Visitor admin = ca.administrator();
    admin.post(
        CLIENTS, CLIENTS, Map.of("name", "mx-reader", "audience", audience(), "reads", "true"));
    Matcher code = CODE.matcher(admin.get(CLIENTS).body());
    assertThat(code.find()).isTrue();
    secret = code.group(1);
    assertThat(code.find()).isTrue();
    token = code.group(1);
    await("the collection", () -> !collections().isEmpty());
    collection = collections().getFirst();
    // A look that came before it would be followed by the next a minute later.
    await("the seizure in the collection", () -> given() > 0);
  }

  private static int given() {
    Integer given =
        ca.bean(JdbcTemplate.class)
            .queryForObject(
                "select count(*) from exchange.entry where line is not null", Integer.class);
    return given == null ? 0 : given;
  }

  /// Ids of collections of audiences: they are made when somebody first asks for the list.
  private static List<String> collections() {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      client.send(
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create(ca.pages() + "/taxii2/exchange/collections/"))
              .header("Accept", "application/taxii+json;version=2.1")
              .header("Authorization", "Bearer " + token)
              .build(),
          java.net.http.HttpResponse.BodyHandlers.discarding());
      return ca.bean(JdbcTemplate.class)
          .queryForList(
              "select id::text from exchange.collection where audience is not null", String.class);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String audience() {
    return ca.bean(org.tripoint.node.sharing.ReadShared.class).listAudiences().stream()
        .map(one -> Integer.toString(one.bit()))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void stop() {
    ca.close();
    mx.close();
  }

  @Test
  void readsByTokenAndTheRecordStaysUnderItsOriginatorsControl() throws Exception {
    add("by-token", Map.of("signIn", "TOKEN", "secret", token, "authority", authorityOf(ca)));
    await("the seizure in Mexico", () -> seizures("by-token") == 1);
    assertThat(
            mx.bean(JdbcTemplate.class)
                .queryForList(
                    "select distinct source from ledger.version where kind = 'seizure'",
                    String.class))
        .allMatch(source -> source.startsWith("partner:ca/remote:"));
  }

  @Test
  void readsByPassword() throws Exception {
    add(
        "by-password",
        Map.of(
            "signIn",
            "PASSWORD",
            "user",
            "mx-reader",
            "secret",
            secret,
            "authority",
            authorityOf(ca)));
    await("the seizure in Mexico", () -> seizures("by-password") == 1);
  }

  @Test
  void readsByItsOwnCertificate() throws Exception {
    add("by-certificate", Map.of("signIn", "CERTIFICATE", "authority", authorityOf(ca)));
    await("the seizure in Mexico", () -> seizures("by-certificate") == 1);
  }

  @Test
  void tellsNoSecretToAServerThatNobodyVouchesFor() throws Exception {
    add("untrusted", Map.of("signIn", "TOKEN", "secret", token, "authority", authorityOf(mx)));
    add("unknown", Map.of("signIn", "TOKEN", "secret", token));
    for (String name : List.of("untrusted", "unknown")) {
      await("that it is not trusted", () -> "NOT_TRUSTED".equals(failure(name)));
    }
  }

  private static void add(String name, Map<String, String> how) throws Exception {
    Map<String, String> form = new HashMap<>(how);
    form.put("name", name);
    form.put("partner", "ca");
    form.put("root", LiveNode.endpoint(ca.exchangePort) + "/taxii2/exchange/");
    form.put("collection", collection);
    form.put("minutes", "1");
    Visitor admin = mx.administrator();
    admin.post(REMOTE, REMOTE, form);
    assertThat(admin.get(REMOTE).body()).contains("read from now on");
  }

  private static int seizures(String name) {
    Integer count =
        mx.bean(JdbcTemplate.class)
            .queryForObject(
                "select count(*) from ledger.version where kind = 'seizure' and source = ?",
                Integer.class,
                "partner:ca/remote:" + name);
    return count == null ? 0 : count;
  }

  private static String failure(String name) {
    return mx.bean(JdbcTemplate.class)
        .queryForObject(
            "select failure from exchange.remote_place where name = ?", String.class, name);
  }

  private static String authorityOf(LiveNode node) {
    return node.bean(NodeCertificate.class).authorities().stream()
        .map(text ->
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(Base64.getDecoder().decode(text))
                + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }
}
