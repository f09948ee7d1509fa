package org.tripoint.node.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the first page tells a person who was away while releases came in: which figures are new,
/// which say something else than they did, and which are published no more.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NewsAcrossReleasesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String ADMIN = "admin";
  private static final String PASSWORD = "seven quiet lakes at dawn";
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String HEADER =
      "State,Year,Month,Period,Indicator,Data Value,Percent Complete\n";
  private static final Pattern ROW =
      Pattern.compile(
          "<tr>\\s*<th scope=\"row\"><a href=\"/metrics/M09\\?.*?</tr>", Pattern.DOTALL);

  @LocalServerPort private int port;
  @Autowired private RunReaders readers;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void tellsNewRestatedAndNoLongerPublishedFiguresOnce() throws Exception {
    Visitor.administrator(base(), DATABASE.home());
    take(
        "2024-08-15",
        month("January", 100),
        month("February", 110),
        month("March", 120),
        month("April", 125));
    assertThat(figures(visit()))
        .as("at the first visit after a release everything of it is new")
        .singleElement()
        .asString()
        .contains("Apr 2024", "New", "125 deaths", "the newest of 4 new periods");

    take(
        "2024-09-15",
        month("January", 100),
        month("February", 115),
        month("April", 125),
        month("May", 131));
    String page = visit();
    assertThat(figures(page)).hasSize(3);
    assertThat(figures(page).get(0))
        .contains("Mar 2024", "120 deaths", "Not published", "vsrr 2024-09-15.csv")
        .contains("clock=ledger&amp;at=");
    assertThat(figures(page).get(1))
        .contains("Feb 2024", "110 deaths", "115 deaths", "vsrr 2024-09-15.csv");
    assertThat(figures(page).get(2)).contains("May 2024", "New", "131 deaths");
    assertThat(page).contains("<b>2</b>", "restated", "one new period");

    assertNothingIsNew(visit());

    take(
        "2024-10-15",
        month("January", 100),
        month("February", 115),
        month("April", 125),
        month("May", 131).replace("US,", "AL,"));
    assertThat(figures(visit()))
        .as("a release that covers the newest period, and leaves the nation out, takes it back")
        .singleElement()
        .asString()
        .contains("May 2024", "131 deaths", "Not published", "vsrr 2024-10-15.csv");
    assertNothingIsNew(visit());
  }

  private static void assertNothingIsNew(String page) {
    assertThat(figures(page)).isEmpty();
    assertThat(page).contains("no new period").doesNotContain("id=\"figures\"");
  }

  /// Signs in anew, as on another day, and reads the first page: what is told is what came since
  /// the sign-in before.
  private String visit() throws Exception {
    Visitor person = new Visitor(base());
    person.signIn(ADMIN, PASSWORD);
    HttpResponse<String> page = person.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  /// Rows of the table of changed figures that are of overdose deaths.
  private static List<String> figures(String page) {
    return ROW.matcher(page)
        .results()
        .map(MatchResult::group)
        .map(row -> row.replace("&nbsp;", " ").replace("\u00a0", " "))
        .toList();
  }

  private static String month(String name, int deaths) {
    return "US,2024,"
        + name
        + ",12 month-ending,Number of Drug Overdose Deaths,"
        + deaths
        + ",100\n";
  }

  private void take(String published, String... months) throws Exception {
    String address = "/api/imports?fileName=vsrr%20" + published + ".csv&published=" + published;
    HttpRequest delivery =
        request(address)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString(HEADER + String.join("", months)))
            .build();
    String id = answer(delivery).path("id").asString();
    long end = System.nanoTime() + LONGEST.toNanos();
    String state = "";
    while (!state.equals("DONE")) {
      JsonNode progress = answer(request("/api/imports/" + id).build());
      state = progress.path("state").asString();
      assertThat(state).as(progress.toString()).isNotIn("FAILED", "REFUSED", "NEEDS_ANSWER");
      assertThat(System.nanoTime()).as(progress.toString()).isLessThan(end);
      Thread.sleep(50);
    }
    readers.catchUp();
  }

  private HttpRequest.Builder request(String address) {
    String login = ADMIN + ":" + PASSWORD;
    return HttpRequest.newBuilder(URI.create(base() + address))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode answer(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }
}
