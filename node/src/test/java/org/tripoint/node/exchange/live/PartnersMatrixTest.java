package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tripoint.node.exchange.journal.JournalEndpoint;
import org.tripoint.node.exchange.live.MatrixWorld.Belongings;
import org.tripoint.node.exchange.live.MatrixWorld.Caller;
import org.tripoint.node.exchange.live.MatrixWorld.Person;
import org.tripoint.node.exchange.taxii.TaxiiEndpoint;

/// Every address that is no page, asked over TLS at the exchange's port by everybody of every
/// country: nobody, people of the house, officers of two countries, programs and nodes of two
/// countries, and a node that nobody introduced; each with what shows who it is. What is expected
/// stands in one table; an endpoint that is not in it fails. The matrix is printed.
class PartnersMatrixTest {

  /// What a caller is told.
  private enum Told {
    LET_IN,
    /// 401.
    WHO,
    /// 404, as of what does not exist.
    NOTHING,
    /// No connection at all.
    HUNG_UP,
    OTHER;

    static Told of(int status) {
      return switch (status) {
        case 0 -> HUNG_UP;
        case 401 -> WHO;
        case 404 -> NOTHING;
        default -> status == 403 || status >= 500 ? OTHER : LET_IN;
      };
    }
  }

  /// By endpoint: its own program, another's, its own node, another's. Whoever is neither is asked
  /// who it is, and a node that nobody introduced gets no connection.
  private static final Map<String, List<Told>> EXPECTED =
      Map.ofEntries(
          Map.entry("GET DISCOVERY", everyCaller()),
          Map.entry("GET ROOT", everyCaller()),
          Map.entry("GET COLLECTIONS", everyCaller()),
          Map.entry("GET COLLECTION", ofTheAudience()),
          Map.entry("GET MANIFEST", ofTheAudience()),
          Map.entry("GET OBJECTS", ofTheAudience()),
          Map.entry("GET OBJECT", ofTheAudience()),
          Map.entry("GET VERSIONS", ofTheAudience()),
          Map.entry("POST OBJECTS", ofTheSender()),
          Map.entry("DELETE OBJECT", ofTheSender()),
          Map.entry("GET STATUS", ofTheSender()),
          Map.entry("GET BATCHES", everyNode()),
          Map.entry("GET RETURNED", everyNode()),
          Map.entry("GET INTRODUCTION", everyNode()),
          Map.entry("POST RECEIPTS", everyNode()),
          Map.entry("POST HEADS", everyNode()),
          Map.entry("POST RENEWAL", everyNode()));

  private static List<Told> everyCaller() {
    return List.of(Told.LET_IN, Told.LET_IN, Told.LET_IN, Told.LET_IN);
  }

  private static List<Told> ofTheAudience() {
    return List.of(Told.LET_IN, Told.NOTHING, Told.LET_IN, Told.NOTHING);
  }

  private static List<Told> ofTheSender() {
    return List.of(Told.LET_IN, Told.NOTHING, Told.NOTHING, Told.NOTHING);
  }

  private static List<Told> everyNode() {
    return List.of(Told.WHO, Told.WHO, Told.LET_IN, Told.LET_IN);
  }

  /// One question.
  ///
  /// @param address where the thing of a partner is
  private record Question(
      String method, String endpoint, Function<Belongings, String> address, String body) {
    String row() {
      return method + " " + endpoint;
    }
  }

  @TempDir private static Path folder;

  private static MatrixWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new MatrixWorld(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void everyAddressTellsEachCallerWhatTheTableSays() throws Exception {
    List<Question> questions = questions();
    assertThat(questions.stream().map(Question::row).collect(Collectors.toSet()))
        .as("the endpoints that there are, and those of the table")
        .isEqualTo(EXPECTED.keySet());
    List<String> wrong = new ArrayList<>();
    StringBuilder matrix = new StringBuilder();
    for (Belongings thing : world.things) {
      for (Question question : questions) {
        List<String> cells = new ArrayList<>();
        for (Person person : world.people) {
          int status = ask(person, question, thing);
          Told expected = expected(question, person.to(thing.partner()));
          if (Told.of(status) != expected) {
            wrong.add(
                "%s of %s for %s answers %d, expected %s"
                    .formatted(question.row(), thing.partner(), person.name(), status, expected));
          }
          cells.add(person.name() + " " + status);
        }
        matrix
            .append(
                "%-6s %-13s of %s: "
                    .formatted(question.method(), question.endpoint(), thing.partner()))
            .append(String.join(", ", cells))
            .append('\n');
      }
    }
    System.out.println(matrix);
    assertThat(wrong).isEmpty();
  }

  /// A servlet that the matrix does not know would be open or closed unseen.
  @Test
  void nothingElseAnswersBesidePages() {
    Set<String> mappings =
        ((ServletWebServerApplicationContext) world.ca.context)
            .getServletContext().getServletRegistrations().values().stream()
                .flatMap(one -> one.getMappings().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mappings).containsExactlyInAnyOrder("/", "/journal/*", "/taxii2/*");
  }

  /// People's pages are not at the port for partners, whoever asks there.
  @Test
  void noPageIsAtThePortForPartners() throws Exception {
    Set<String> found = new TreeSet<>();
    for (Caller kind : List.of(Caller.STRANGER, Caller.OWN_PROGRAM, Caller.OWN_NODE)) {
      Person person =
          world.people.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
      for (String path : pages()) {
        HttpResponse<String> answer = world.send(person, "GET", path, "");
        if (answer.statusCode() != 404 || !answer.body().isEmpty()) {
          found.add(path + " for " + person.name() + " answers " + answer.statusCode());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static Set<String> pages() {
    return world
        .ca
        .context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .map(pattern -> pattern.replaceAll("\\{[^/]*}", "1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Told expected(Question question, Caller caller) {
    List<Told> row = EXPECTED.getOrDefault(question.row(), List.of());
    return switch (caller) {
      case STRANGER -> Told.WHO;
      case OWN_PROGRAM -> row.get(0);
      case OTHER_PROGRAM -> row.get(1);
      case OWN_NODE -> row.get(2);
      case OTHER_NODE -> row.get(3);
      case UNKNOWN_NODE -> Told.HUNG_UP;
    };
  }

  /// HEAD is left out: it goes the way of GET.
  private static List<Question> questions() {
    Stream<Question> taxii =
        Arrays.stream(TaxiiEndpoint.values())
            .flatMap(one ->
                one.methods().stream()
                    .filter(method -> !method.equals("HEAD"))
                    .map(method -> question(one, method)));
    Stream<Question> journal =
        Arrays.stream(JournalEndpoint.values())
            .map(one ->
                new Question(
                    one.method(), one.name(), thing -> one.address() + "?after=1/0/-", "x"));
    return Stream.concat(taxii, journal).toList();
  }

  private static Question question(TaxiiEndpoint endpoint, String method) {
    Function<Belongings, String> address =
        switch (method) {
          case "POST" -> thing -> endpoint.address(thing.inbox());
          case "DELETE" -> thing -> endpoint.address(thing.inbox(), world.sent(thing));
          default ->
              thing ->
                  endpoint == TaxiiEndpoint.STATUS
                      ? endpoint.address(thing.status())
                      : endpoint.address(thing.collection(), thing.object());
        };
    return new Question(
        method, endpoint.name(), address, method.equals("POST") ? world.note() : "");
  }

  private static int ask(Person person, Question question, Belongings thing) throws Exception {
    world.ca.bean(JdbcTemplate.class).update("delete from accounts.failed_sign_in");
    String address = question.address().apply(thing);
    try {
      return world.send(person, question.method(), address, question.body()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
