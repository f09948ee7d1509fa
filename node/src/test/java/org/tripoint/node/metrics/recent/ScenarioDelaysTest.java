package org.tripoint.node.metrics.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.scenario.Scenario;
import org.tripoint.vocabulary.Country;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulated deaths of the scenario, whose truth is known and one of whose states reports late,
/// through the node: what is expected is nearer the truth than what is reported.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioDelaysTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir static Path folder;

  @Autowired private MockMvc web;
  @Autowired private ReadFigures figures;
  @Autowired private ReadRecent recent;
  @Autowired private DefinitionStore definitions;
  @Autowired private RunReaders readers;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  void bringTheReleasesIn() throws Exception {
    Scenario.in(folder, 3, "tiny").write();
    for (String line : Files.readAllLines(folder.resolve("import-order.txt"))) {
      if (line.startsWith("us-cdc-vsrr")) {
        String[] parts = line.split(" published=", -1);
        bringIn(parts[0], parts[1]);
      }
    }
    readers.catchUp();
  }

  @Test
  void expectsTheNationsDeathsNearerTheTruthThanReported() {
    assertNearerTheTruth("US");
  }

  @Test
  void expectsTheLateStatesDeathsNearerTheTruthThanReported() {
    assertNearerTheTruth("US-NC");
  }

  /// The releases carry the simulated truth as the publisher's prediction.
  private void assertNearerTheTruth(String place) {
    Answer answer = figures.answer(metric(), over(source(), place), Map.of(), new Moment.Today());
    Map<YearMonth, BigDecimal> truth = new TreeMap<>();
    answer.series().predicted().forEach(p -> truth.put(p.month(), p.value()));
    double own = 0;
    double reported = 0;
    int figuresExpected = 0;
    for (RecentFigure figure : recent.of(answer).published()) {
      BigDecimal told = truth.get(figure.month());
      if (told != null && figure.estimate() instanceof Expected expected) {
        own += Math.abs(expected.median().doubleValue() / told.doubleValue() - 1);
        reported += Math.abs(figure.reported().doubleValue() / told.doubleValue() - 1);
        figuresExpected++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "scenario, %s, %d figures: mean error %.4f, reported %.4f%n",
        place,
        figuresExpected,
        own / figuresExpected,
        reported / figuresExpected);
    assertThat(figuresExpected).isGreaterThanOrEqualTo(4);
    assertThat(own).isLessThan(reported);
  }

  @Test
  void saysSoOnThePageAndInEveryFileInThreeLanguages() throws Exception {
    Map<String, String> titles =
        Map.of(
            "en", "Recent figures: what they will become",
            "es-MX", "Cifras recientes: a cuánto llegarán",
            "fr-CA", "Chiffres récents : ce qu’ils deviendront");
    for (Map.Entry<String, String> language : titles.entrySet()) {
      Locale locale = Locale.forLanguageTag(language.getKey());
      for (String address : List.of("/metrics/M09?country=US", "/metrics", "/")) {
        assertThat(text(get(address), locale)).as(address).doesNotContain("metrics.recent");
      }
      assertThat(text(get("/metrics/M09?country=US"), locale))
          .contains(language.getValue(), "class=\"band ");
    }
    assertThat(text(get("/metrics/M09?country=US&format=csv"), Locale.ENGLISH))
        .contains(",PENDING,");
    assertThat(text(get("/metrics/M09?country=US&format=sdmx-csv"), Locale.ENGLISH))
        .contains(",PENDING,");
    assertThat(text(get("/api/metrics/M09/figures?country=US"), Locale.ENGLISH))
        .contains("\"nowcast_method\":\"PENDING\"");
    assertThat(text(get("/api/metrics"), Locale.ENGLISH)).contains("\"ninetyLow\":");
  }

  private static CountrySource over(CountrySource nation, String place) {
    Map<String, Allowed> where = new TreeMap<>(nation.main().where());
    where.put("jurisdiction", new Allowed.Values(Set.of(place)));
    return nation.counting(
        new Counted.Sum(new CellSum(nation.main().cube(), nation.main().measure(), where)));
  }

  private MetricDefinition metric() {
    return definitions.find("M09").map(read -> ((Read.Usable) read).definition()).orElseThrow();
  }

  private CountrySource source() {
    return metric().source(Country.UNITED_STATES).orElseThrow();
  }

  private void bringIn(String file, String published) throws Exception {
    String answer =
        text(
            post("/api/imports")
                .param("fileName", file)
                .param("published", published)
                .param("synthetic", "true")
                .contentType("text/csv")
                .content(Files.readAllBytes(folder.resolve(file)))
                .with(csrf()),
            Locale.ENGLISH);
    long id = JsonMapper.shared().readTree(answer).get("id").longValue();
    long end = System.nanoTime() + LONGEST.toNanos();
    String state = "";
    while (!state.equals("DONE")) {
      JsonNode progress =
          JsonMapper.shared().readTree(text(get("/api/imports/" + id), Locale.ENGLISH));
      state = progress.get("state").stringValue();
      assertThat(state).as(progress.toString()).isNotIn("FAILED", "REFUSED", "NEEDS_ANSWER");
      assertThat(System.nanoTime()).as(progress.toString()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private String text(MockHttpServletRequestBuilder asked, Locale locale) throws Exception {
    MockHttpServletResponse response =
        web.perform(
                asked
                    .locale(locale)
                    .header("Accept-Language", locale.toLanguageTag())
                    .with(user("sam").roles(Role.Names.STEWARD)))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isLessThan(300);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }
}
