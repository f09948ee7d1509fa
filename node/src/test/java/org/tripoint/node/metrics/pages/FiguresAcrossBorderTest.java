package org.tripoint.node.metrics.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.GivenHere;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.observations.MetricObservation;
import org.tripoint.node.metrics.observations.ObservationStore;
import org.tripoint.node.metrics.observations.ObservationStore.Stated;
import org.tripoint.node.metrics.observations.StateFigures;
import org.tripoint.node.metrics.observations.StatedExpectation;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// A Canadian node with records of its own and of a Mexican partner, about Mexico and about Canada.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {"tripoint.node.country=CA", "tripoint.metrics.state-every=PT0.5S"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresAcrossBorderTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant PUBLISHED = Instant.parse("2025-06-01T00:00:00Z");
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired private MockMvc web;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private KeepAgreements agreements;
  @Autowired private DefinitionStore definitions;
  @Autowired private GivenHere given;
  @Autowired private ReadFigures figures;
  @Autowired private ObservationStore store;
  @Autowired private RecordKinds kinds;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  void fill() {
    append("ca-cbsa", "CA-BC", "2025-01", 12);
    append("ca-cbsa", "CA-BC", "2025-02", 4);
    append("ca-cbsa", "CA-ON", "2025-03", 20);
    append(PartnerSource.of("mx", "mx-sedena"), "MX-COL", "2025-01", 10);
    append(PartnerSource.of("mx", "mx-sedena"), "CA-BC", "2025-01", 3);
    agree();
    readers.catchUp();
  }

  /// As its originator marks what others may make figures of.
  private void append(String source, String place, String month, int events) {
    append(source, place, month, events, PUBLISHED, Marking.published());
  }

  private void append(
      String source, String place, String month, int events, Instant published, Marking marking) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Seizure seizure =
          SeizureSamples.event(
              "AGENCY",
              month + "-1" + (i % 10),
              place,
              SeizureSamples.drug(1, "fentanyl", "1", "kg"));
      entries.add(new Entry.Put<>(Seizure.KIND, place + month + "/" + i, seizure, marking, null));
    }
    ledger.append(new Batch(source, null, published, "tester", entries));
  }

  private void agree() {
    SharingBasis basis =
        new SharingBasis(
            "b",
            "An instrument",
            Country.CANADA,
            Country.MEXICO,
            Set.of(MetricObservation.KIND.name()),
            Set.of(Part.OPEN),
            Set.of(Purpose.STATISTICS),
            SharingBasis.Onward.NEVER,
            SharingBasis.Assurance.NOT_ASKED,
            LocalDate.parse("2025-01-01"),
            null,
            365);
    agreements.keep(
        new PartnerAgreement(
            "mx",
            "An authority",
            Country.MEXICO,
            List.of(basis),
            List.of(
                new PartnerAgreement.Audience(
                    "statistics", Set.of("INEGI"), Purpose.STATISTICS, "b"))),
        "tester");
  }

  private Read.Usable events() {
    return (Read.Usable) definitions.find("M03").orElseThrow();
  }

  private CountrySource source(Country country) {
    return events().definition().source(country).orElseThrow();
  }

  private BigDecimal value(CountrySource source, YearMonth month) {
    return figures
        .answer(events().definition(), source, Map.of(), new Moment.Today())
        .series()
        .published()
        .stream()
        .filter(point -> point.month().equals(month))
        .map(FigurePoint::value)
        .findFirst()
        .orElseThrow();
  }

  private String page(String address) throws Exception {
    return web.perform(
            get(address)
                .header("Accept-Language", "en")
                .with(user("ana").roles(Role.Names.STEWARD)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void neverAddsWhatAPartnerGaveAboutTheSame() throws Exception {
    CountrySource canada = given.usual(source(Country.CANADA));
    assertThat(canada.givers()).isEqualTo(Givers.OWN);
    assertThat(value(canada, JANUARY)).isEqualByComparingTo("12");
    assertThat(value(canada.givenBy(new Givers.Partner("mx")), JANUARY)).isEqualByComparingTo("3");
    assertThat(value(canada.givenBy(Givers.ALL), JANUARY)).isEqualByComparingTo("15");
    CountrySource mexico = given.usual(source(Country.MEXICO));
    assertThat(mexico.givers()).isEqualTo(new Givers.Partner("mx"));
    assertThat(value(mexico, JANUARY)).isEqualByComparingTo("10");
    assertThat(page("/metrics/M03?country=CA"))
        .contains(
            "Not added, since they may tell of the same events: records of the node of Mexico");
    assertThat(page("/metrics/M03?country=MX"))
        .contains("count only the records that the node of Mexico (mx) gave this node");
    assertThat(page("/metrics/M03?country=CA&from=mx")).contains("from=mx");
    assertThat(page("/metrics/M03/records?country=CA&month=2025-01&from=mx"))
        .contains("partner:mx/mx-sedena")
        .doesNotContain("ca-cbsa");
    assertThat(page("/metrics/M03/records?country=CA&month=2025-01"))
        .doesNotContain("partner:mx/mx-sedena");
  }

  @Test
  void makesNoFigureOfWhatItsOriginatorKeepsFromSuchUse() throws Exception {
    String source = PartnerSource.of("mx", "mx-fgr");
    Marking ask = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
    YearMonth march = YearMonth.of(2024, 3);
    append(source, "MX-SIN", "2024-03", 8, PUBLISHED, Marking.published());
    append(source, "MX-SON", "2024-03", 6, PUBLISHED, ask);
    readers.catchUp();
    CountrySource mexico = source(Country.MEXICO).givenBy(new Givers.Partner("mx"));
    assertThat(value(mexico, march)).isEqualByComparingTo("8");
    assertThat(value(mexico.givenBy(Givers.ALL), march)).isEqualByComparingTo("14");
    assertThat(page("/metrics/M03?country=MX"))
        .contains("6 counted entries of 24 from records given by the node of Mexico (mx)");
    append(source, "MX-SIN", "2024-03", 3, PUBLISHED.plusSeconds(60), ask);
    readers.catchUp();
    assertThat(value(mexico, march)).as("narrowed later").isEqualByComparingTo("5");
    assertThat(page("/metrics/M03?country=MX&lang=es")).contains("9 anotaciones de 24");
    assertThat(page("/metrics/M03/records?country=MX&month=2024-03&from=mx"))
        .as("the records behind the figure are those that it counts")
        .contains("5");
  }

  @Test
  void statesItsFiguresWithoutSmallNumbers() throws Exception {
    web.perform(
            post("/metrics/M03/state")
                .param("version", "2")
                .param("to", "MX")
                .with(user("sam").roles(Role.Names.STEWARD))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    readers.catchUp();
    List<Stated> own =
        store.list("M03").stream().filter(one -> one.source().equals(StateFigures.SOURCE)).toList();
    assertThat(own).hasSize(3);
    assertThat(stated(own, JANUARY).value()).isEqualByComparingTo("12");
    assertThat(stated(own, YearMonth.of(2025, 2)).value()).isNull();
    assertThat(stated(own, YearMonth.of(2025, 2)).state()).isEqualTo(FigureState.SUPPRESSED);
    assertThat(own).extracting(Stated::checkpoint).doesNotContainNull();
    assertThat(own).extracting(Stated::outlook).as("where one is withheld").containsOnlyNulls();
    web.perform(
            post("/metrics/M03/state")
                .param("version", "2")
                .with(user("sam").roles(Role.Names.STEWARD))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    web.perform(
            post("/metrics/M03/state")
                .param("version", "2")
                .param("to", "MX")
                .with(user("ana").roles(Role.Names.ANALYST))
                .with(csrf()))
        .andExpect(status().isForbidden());
    assertThat(kinds.listFromPeople()).doesNotContain(MetricObservation.KIND);
    assertThat(kinds.listFromOutside()).contains(MetricObservation.KIND);
    goesOnStating();
  }

  private void goesOnStating() throws Exception {
    decide("/metrics/M03/state");
    assertThat(page("/metrics/M03")).contains("These figures are stated to Mexico again whenever");
    append("ca-cbsa", "CA-ON", "2025-04", 12);
    readers.catchUp();
    YearMonth april = YearMonth.of(2025, 4);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (store.list("M03").stream().noneMatch(one -> one.span().last().equals(april))) {
      assertThat(System.nanoTime()).as("waiting for April").isLessThan(end);
      Thread.sleep(100);
      readers.catchUp();
    }
    assertThat(stated(store.list("M03"), april).value()).isEqualByComparingTo("12");
    decide("/metrics/M03/state/end");
    assertThat(page("/metrics/M03")).doesNotContain("These figures are stated to Mexico again");
  }

  private void decide(String path) throws Exception {
    web.perform(
            post(path)
                .param("version", "2")
                .param("to", "MX")
                .param("keep", "true")
                .with(user("sam").roles(Role.Names.STEWARD))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    readers.catchUp();
  }

  private static Stated stated(List<Stated> all, YearMonth month) {
    return all.stream()
        .filter(one -> one.span().last().equals(month) && one.span().months() == 1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void setsSideBySideWhatStandsUnderOneDefinitionOnly() throws Exception {
    String hash = StateFigures.hashOf(events());
    state("1", observation(2, hash, Country.MEXICO, JANUARY, "11"));
    state("2", observation(3, hash, Country.MEXICO, YearMonth.of(2025, 2), "7777"));
    state("3", observation(2, hash, Country.UNITED_STATES, JANUARY, "8888"));
    state("4", observation(2, "another text", Country.MEXICO, YearMonth.of(2025, 3), "9999"));
    readers.catchUp();
    String html = page("/metrics/M03?country=MX");
    assertThat(html)
        .contains(">11<", "differs by −1")
        .contains("expected 13 (12 to 14 in five of ten cases, 11 to 16 in nine of ten)")
        .contains("84.6 % reported")
        .contains("Mexico is late: its newest stated period ends in")
        .contains("United States is late: it has stated nothing of this under version 2")
        .contains("Mexico states figures under version 3")
        .contains("of another text than the one held here")
        .doesNotContain("7,777", "8,888", "9,999");
  }

  private void state(String key, MetricObservation said) {
    ledger.append(
        new Batch(
            PartnerSource.of("mx", StateFigures.SOURCE),
            null,
            PUBLISHED,
            "tester",
            List.of(
                new Entry.Put<>(
                    MetricObservation.KIND,
                    key,
                    said,
                    Marking.originatorOnly(Purpose.STATISTICS),
                    null))));
  }

  private static MetricObservation observation(
      int version, String document, Country country, YearMonth month, String value) {
    return new MetricObservation(
        "M03",
        version,
        document,
        country,
        Map.of(),
        "reported-events",
        "rolling-12-06",
        1,
        month,
        "events",
        FigureState.REPORTED,
        new BigDecimal(value),
        new StatedExpectation(
            new BigDecimal("13"),
            new BigDecimal("12"),
            new BigDecimal("14"),
            new BigDecimal("11"),
            new BigDecimal("16"),
            new BigDecimal("0.846")),
        "commitment");
  }
}
