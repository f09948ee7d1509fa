package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.live.LiveNode.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.LiaisonWorld;
import org.tripoint.node.exchange.keys.Certificates;
import org.tripoint.node.exchange.keys.NodeCertificate;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.Introductions;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.exchange.taxii.TaxiiEndpoint;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;

/// A Canadian node with agreements with Mexico and the United States, and everybody who may knock
/// at its port for partners.
final class MatrixWorld implements AutoCloseable {

  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final String CLIENTS = "/exchange/clients";
  private static final Pattern CODE = Pattern.compile("<code>([A-Za-z0-9_-]{43,50})</code>");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Map<String, Country> PARTNERS =
      Map.of("mx", Country.MEXICO, "us", Country.UNITED_STATES);

  /// What the caller is to whose the thing is that the address names.
  enum Caller {
    STRANGER,
    OWN_PROGRAM,
    OTHER_PROGRAM,
    OWN_NODE,
    OTHER_NODE,
    UNKNOWN_NODE
  }

  /// Somebody with what shows who they are.
  ///
  /// @param partner whose program or node it is; empty for a stranger
  record Person(
      String name, Caller kind, String partner, HttpClient http, @Nullable String authorization) {

    Caller to(String whose) {
      return switch (kind) {
        case OWN_PROGRAM -> partner.equals(whose) ? kind : Caller.OTHER_PROGRAM;
        case OWN_NODE -> partner.equals(whose) ? kind : Caller.OTHER_NODE;
        default -> kind;
      };
    }
  }

  /// What a program of one partner has here.
  record Belongings(
      String partner, String collection, String inbox, String object, String status) {}

  final LiveNode ca;
  final List<Person> people = new ArrayList<>();
  private final Map<String, Person> programs = new LinkedHashMap<>();
  final List<Belongings> things = new ArrayList<>();
  private final Path folder;
  private int notes;

  MatrixWorld(Path folder) throws Exception {
    this.folder = folder;
    ca = new LiveNode("ca", Country.CANADA);
    LiaisonWorld world = new LiaisonWorld(ca.context, Country.CANADA);
    HttpClient plain = client(keys("nobody", "US"), false);
    add("nobody", Caller.STRANGER, "", plain, null);
    add("wrong password", Caller.STRANGER, "", plain, basic("program-mx", "guess"));
    add("wrong token", Caller.STRANGER, "", plain, "Bearer tpx_guess");
    ca.hire("matrix.analyst", Role.ANALYST);
    add("analyst", Caller.STRANGER, "", plain, basic("matrix.analyst", RunningNode.PASSWORD));
    for (String partner : new TreeSet<>(PARTNERS.keySet())) {
      Country country = PARTNERS.getOrDefault(partner, Country.MEXICO);
      world.agree(partner, country);
      ca.hire("officer." + partner, Role.LIAISON);
      world.post("officer." + partner, partner, country, LiaisonWorld.FAR);
      add(
          "officer " + partner,
          Caller.STRANGER,
          "",
          plain,
          basic("officer." + partner, RunningNode.PASSWORD));
    }
    world.seize("S1", "CA-ON", Country.MEXICO, Country.UNITED_STATES);
    for (String partner : new TreeSet<>(PARTNERS.keySet())) {
      TestKeys keys = keys(partner, partner.toUpperCase(java.util.Locale.ROOT));
      introduce(partner, keys);
      add("node " + partner, Caller.OWN_NODE, partner, client(keys, true), null);
      addProgram(partner, plain);
    }
    add("node of nobody", Caller.UNKNOWN_NODE, "", client(keys("stranger", "US"), true), null);
    for (String partner : programs.keySet()) {
      things.add(belongings(partner));
    }
  }

  @Override
  public void close() {
    ca.close();
  }

  /// An object that its own program has just sent.
  String sent(Belongings thing) {
    try {
      String note = note();
      Person program = programs.get(thing.partner());
      send(program, "POST", TaxiiEndpoint.OBJECTS.address(thing.inbox()), note);
      return first(note);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> send(Person person, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(LiveNode.endpoint(ca.exchangePort) + path))
            .header("Accept", TAXII)
            .header("Content-Type", TAXII)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (person.authorization() != null) {
      request.header("Authorization", person.authorization());
    }
    return person.http().send(request.build(), BodyHandlers.ofString());
  }

  private void add(
      String name, Caller kind, String partner, HttpClient http, @Nullable String authorization) {
    people.add(new Person(name, kind, partner, http, authorization));
  }

  private TestKeys keys(String name, String country) throws IOException {
    return TestKeys.of(
        Files.createDirectories(folder.resolve(name)),
        name,
        country,
        "https://127.0.0.1:9",
        Clock.systemUTC());
  }

  private HttpClient client(TestKeys keys, boolean showsItself) {
    return HttpClient.newBuilder()
        .sslContext(
            keys.tls()
                .context(
                    showsItself,
                    ca.bean(NodeCertificate.class).authorities().stream()
                        .map(Certificates::read)
                        .toList()))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private void introduce(String partner, TestKeys keys) throws Exception {
    String signed = TestPartners.introductionOf(ca.context, keys, 1);
    Introductions reader = ca.bean(Introductions.class);
    String fingerprint = reader.fingerprintOf(reader.read(signed));
    ca.bean(IntroducePartner.class).propose(signed, fingerprint, "ana");
    ca.bean(IntroducePartner.class).confirm(partner, fingerprint, "benito");
    ca.bean(org.tripoint.node.ledger.RunReaders.class).catchUp();
  }

  /// A program that reads the audience of its partner and sends, by password and by token.
  private void addProgram(String partner, HttpClient http) throws Exception {
    String name = "program-" + partner;
    String audience =
        ca.bean(ReadShared.class).listAudiences().stream()
            .filter(one -> one.partner().equals(partner))
            .map(one -> Integer.toString(one.bit()))
            .findFirst()
            .orElseThrow();
    Visitor admin = ca.administrator();
    admin.post(
        CLIENTS,
        CLIENTS,
        Map.of("name", name, "audience", audience, "reads", "true", "writes", "true"));
    Matcher code = CODE.matcher(admin.get(CLIENTS).body());
    assertThat(code.find()).isTrue();
    add(name + " by password", Caller.OWN_PROGRAM, partner, http, basic(name, code.group(1)));
    assertThat(code.find()).isTrue();
    add(name + " by token", Caller.OWN_PROGRAM, partner, http, "Bearer " + code.group(1));
    programs.put(partner, people.getLast());
  }

  private Belongings belongings(String partner) throws Exception {
    Person program = programs.get(partner);
    String collections = get(program, TaxiiEndpoint.COLLECTIONS.address());
    Matcher id = ID.matcher(collections);
    assertThat(id.find()).isTrue();
    String collection = id.group(1);
    assertThat(id.find()).isTrue();
    String inbox = id.group(1);
    String objects = TaxiiEndpoint.OBJECTS.address(collection);
    await("an object for " + partner, () -> get(program, objects).contains("\"objects\""));
    String status =
        first(send(program, "POST", TaxiiEndpoint.OBJECTS.address(inbox), note()).body());
    return new Belongings(partner, collection, inbox, first(get(program, objects)), status);
  }

  private String get(Person person, String path) {
    try {
      return send(person, "GET", path, "").body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String first(String json) {
    Matcher id = ID.matcher(json);
    assertThat(id.find()).as(json).isTrue();
    return id.group(1);
  }

  private static String basic(String name, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  String note() {
    return """
    {"objects":[{"id":"note--00000000-0000-4000-8000-%012d","type":"note",\
    "spec_version":"2.1","created":"2026-05-01T00:00:00.000Z",\
    "modified":"2026-05-01T00:00:00.000Z","content":"x",\
    "object_refs":["note--00000000-0000-4000-8000-000000000000"]}]}\
    """
        .formatted(++notes);
  }
}
