package org.tripoint.node.exchange.taxii;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node whose audiences are filled by hand, and programs that read them. The basis of their
/// partner has ended, so that no record of the node comes between what a test gave.
@Import(ReadPlainObjects.class)
abstract class TaxiiNode extends RunningNode {
  static final String TAXII = "application/taxii+json;version=2.1";
  static final String ROOT = "/taxii2/exchange/";
  static final String PARTNER = "mx-programs";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /// Everything that happened so far, over all tests of the process.
  private static long moments = 1_767_225_600_000_000L;

  private static int named;

  @Autowired JdbcTemplate jdbc;
  @Autowired Clients clients;
  @Autowired private KeepAgreements agreements;
  @Autowired private RunReaders readers;
  @Autowired private ReadShared shared;

  @BeforeEach
  void agreeWithMexico() {
    if (shared.listAudiences().stream().noneMatch(one -> one.partner().equals(PARTNER))) {
      SharingBasis basis =
          new SharingBasis(
              "b",
              "An instrument",
              Country.CANADA,
              Country.MEXICO,
              Set.of("seizure"),
              Set.of(Part.OPEN),
              Set.of(Purpose.LAW_ENFORCEMENT),
              Onward.NEVER,
              Assurance.NOT_ASKED,
              LocalDate.parse("2025-01-01"),
              LocalDate.parse("2025-01-31"),
              365);
      agreements.keep(
          new PartnerAgreement(
              PARTNER,
              "An authority",
              Country.MEXICO,
              List.of(basis),
              List.of(audience("enforcement", "FGR"), audience("customs", "ANAM"))),
          "tester");
      readers.catchUp();
    }
    for (String table : List.of("entry", "object")) {
      jdbc.update("delete from exchange." + table);
    }
  }

  private static PartnerAgreement.Audience audience(String name, String agency) {
    return new PartnerAgreement.Audience(name, Set.of(agency), Purpose.LAW_ENFORCEMENT, "b");
  }

  int bitOf(String audience) {
    return shared.listAudiences().stream()
        .filter(one -> one.partner().equals(PARTNER) && one.name().equals(audience))
        .findFirst()
        .orElseThrow()
        .bit();
  }

  /// A new client of the audience.
  Program reader(String audience) {
    return program(bitOf(audience), false);
  }

  /// A new client with an inbox that reads nothing else.
  Program writer() {
    return program(null, true);
  }

  Program program(@Nullable Integer audience, boolean writes) {
    String name = "program-" + ++named;
    Clients.Secrets secrets = clients.make(name, PARTNER, audience, writes, "tester").orElseThrow();
    return new Program(base(), name, secrets);
  }

  /// Gives a version of an object to an audience.
  ///
  /// @return when it was added
  long give(String audience, String object, long modified) {
    return give(bitOf(audience), object, modified);
  }

  long give(int bit, String object, long modified) {
    return give(bit, object, modified, moments += 7);
  }

  /// @param at when it was added
  long give(int bit, String object, long modified, long at) {
    String type = object.substring(0, object.indexOf("--"));
    jdbc.update(
        """
        insert into exchange.object (id, modified, type, sha256, body) values (?, ?, ?, '', ?)
        on conflict do nothing
        """,
        object,
        modified,
        type,
        body(object, modified).getBytes(StandardCharsets.UTF_8));
    int before =
        jdbc.update(
            """
            update exchange.entry set superseded = ?
            where audience = ? and object = ? and action = 0 and superseded is null
            """,
            at,
            bit,
            object);
    jdbc.update(
        """
        insert into exchange.entry (audience, date_added, action, object, modified, type, first)
        values (?, ?, 0, ?, ?, ?, ?)
        """,
        bit,
        at,
        object,
        modified,
        type,
        before == 0);
    return at;
  }

  /// Calls every version of the object back from an audience.
  void recall(String audience, String object) {
    recall(bitOf(audience), object, moments += 7);
  }

  /// @param at when it was called back
  void recall(int bit, String object, long at) {
    jdbc.update(
        "update exchange.entry set gone = ? where audience = ? and object = ? and gone is null",
        at,
        bit,
        object);
    jdbc.update(
        """
        insert into exchange.entry (audience, date_added, action, why, object, modified, type, first)
        values (?, ?, 1, 'WITHDRAWN', ?, 0, ?, false)
        """,
        bit,
        at,
        object,
        object.substring(0, object.indexOf("--")));
  }

  static String body(String object, long modified) {
    return "{\"id\":\"%s\",\"modified\":\"%s\",\"spec_version\":\"2.1\",\"type\":\"%s\"}"
        .formatted(
            object, Timestamps.writeVersion(modified), object.substring(0, object.indexOf("--")));
  }

  static String id(String type, int number) {
    return "%s--00000000-0000-4000-8000-%012d".formatted(type, number);
  }

  /// A moment of the version numbered so.
  static long version(int number) {
    return 1_700_000_000_000_000L + number * 1_000L;
  }

  /// A program with a client account.
  record Program(String base, String name, Clients.Secrets secrets) {

    Answer get(String path, String... headers) throws IOException, InterruptedException {
      return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body, String... headers)
        throws IOException, InterruptedException {
      List<String> all = new ArrayList<>(List.of("Content-Type", TAXII));
      all.addAll(Arrays.asList(headers));
      return send(
          "POST", path, HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
      List<String> given = Arrays.asList(headers);
      if (!given.contains("Accept")) {
        request.header("Accept", TAXII);
      }
      if (!given.contains("Authorization")) {
        request.header("Authorization", basic(name, secrets.secret()));
      }
      for (int i = 0; i < headers.length; i += 2) {
        if (!headers[i + 1].isEmpty()) {
          request.header(headers[i], headers[i + 1]);
        }
      }
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /// The address of the only collection whose title ends so.
    String collection(String title) throws IOException, InterruptedException {
      for (JsonNode one : get(ROOT + "collections/").json().path("collections")) {
        if (one.path("title").asString().endsWith(title)) {
          return ROOT + "collections/" + one.path("id").asString() + "/";
        }
      }
      throw new AssertionError("no collection " + title);
    }
  }

  static String basic(String name, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What came back.
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      json().path("objects").forEach(one -> ids.add(one.path("id").asString()));
      return ids;
    }

    boolean more() {
      return json().path("more").asBoolean(false);
    }

    String next() {
      return encode(json().path("next").asString(""));
    }
  }
}
