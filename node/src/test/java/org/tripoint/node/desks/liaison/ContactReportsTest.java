package org.tripoint.node.desks.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.ContactReport.State;
import org.tripoint.node.desks.liaison.ContactRule.Counting;
import org.tripoint.node.desks.liaison.ContactRule.Sureness;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// A Mexican node, whose law has contacts with foreign authorities reported.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = "tripoint.node.country=MX")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactReportsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc web;
  @Autowired private ApplicationContext node;
  @Autowired private ListContacts contacts;
  @Autowired private ContactRules rules;
  @Autowired private TellDeadlines deadlines;
  @Autowired private ReadLedger ledger;
  @Autowired private RecordKinds kinds;
  @Autowired private Clock clock;

  private LiaisonWorld world;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  void fill() {
    world = new LiaisonWorld(node, Country.MEXICO);
    world.agree("us", Country.UNITED_STATES);
  }

  private RecordId answered(Instant at) {
    RequestAnswer answer =
        new RequestAnswer(
            "us-20250101-" + UUID.randomUUID().toString().substring(0, 8),
            Country.MEXICO,
            Country.UNITED_STATES,
            RequestAnswer.Outcome.ANSWERED,
            null,
            "=HYPERLINK(1)",
            List.of(),
            "Marta Prueba",
            at.truncatedTo(ChronoUnit.MICROS));
    return world.append(
        Here.SOURCE,
        new Entry.Put<>(
            RequestAnswer.KIND, UUID.randomUUID().toString(), answer, Here.own(), null));
  }

  private ContactRow draft(RecordId answer) {
    return contacts.findDraft("answer/" + answer).orElseThrow();
  }

  private String send(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(
            request
                .header("Accept-Language", "en")
                .with(user("sam").roles(Role.Names.ANALYST, Role.Names.STEWARD))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void mexicosRuleIsThreeDaysAndSaysThatItIsOnlyLikely() throws Exception {
    assertThat(send(get("/liaison/contacts")))
        .contains("3 calendar days", "likely, not checked", "Ley de Seguridad Nacional");
    LocalDate friday = LocalDate.parse("2026-11-20");
    ContactRule rule = rules.find().orElseThrow();
    assertThat(rule.dueAfter(friday)).isEqualTo("2026-11-23");
    assertThat(
            new ContactRule(
                    Country.MEXICO,
                    3,
                    Counting.WORKING,
                    "a",
                    "b",
                    Sureness.LIKELY,
                    "c",
                    clock.instant())
                .dueAfter(friday))
        .isEqualTo("2026-11-25");
  }

  @Test
  void anAnswerProposesAReportUntilItIsWrittenAndReported() throws Exception {
    RecordId answer = answered(clock.instant());
    ContactRow proposed = draft(answer);
    assertThat(proposed.report().official()).isEqualTo("Marta Prueba");
    assertThat(proposed.late()).isFalse();
    assertThat(send(get("/liaison/contacts/write").param("draft", proposed.draft())))
        .contains("Marta Prueba");
    assertThat(send(post("/liaison/contacts").param("draft", proposed.draft())))
        .contains("Nothing was saved");
    send(
        post("/liaison/contacts")
            .param("draft", proposed.draft())
            .param("official", "Marta Prueba")
            .param("authority", "HSI")
            .param("country", "US")
            .param("day", "2026-11-20")
            .param("time", "10:30")
            .param("means", "TELEPHONE")
            .param("subject", "Container")
            .param("given", "=HYPERLINK(1)"));
    world.catchUp();
    assertThat(contacts.findDraft(proposed.draft())).isEmpty();
    ContactRow written =
        contacts.list().stream()
            .filter(row -> row.draft().equals(proposed.draft()))
            .findFirst()
            .orElseThrow();
    assertThat(written.report().due()).isEqualTo("2026-11-23");
    assertThat(send(get("/liaison/contacts/" + written.record()))).contains("Marta Prueba", "HSI");
    send(post("/liaison/contacts/" + written.record() + "/reported"));
    world.catchUp();
    RecordId record = Objects.requireNonNull(written.record());
    assertThat(contacts.find(record).orElseThrow().report().state()).isEqualTo(State.REPORTED);
    assertThat(send(get("/liaison/contacts/export")))
        .contains("Marta Prueba", "'=HYPERLINK(1)")
        .doesNotContain(",=HYPERLINK");
  }

  @Test
  void aReportNeverLeavesTheNode() {
    RecordId answer = answered(clock.instant());
    RecordId record =
        node.getBean(KeepContacts.class).nothing(draft(answer), "A mistake of the list", "sam");
    var marking = ledger.findCurrent(record).orElseThrow().header().marking();
    assertThat(marking.tlp()).isEqualTo(Tlp.RED);
    assertThat(marking.releasableToCountries()).isEmpty();
    assertThat(kinds.listFromOutside()).doesNotContain(ContactReport.KIND);
    world.catchUp();
    assertThat(contacts.findDraft("answer/" + answer)).isEmpty();
  }

  @Test
  void aContactThatIsNotReportedInTimeRaisesASignal() {
    RecordId answer = answered(clock.instant().minus(Duration.ofDays(10)));
    assertThat(draft(answer).late()).isTrue();
    assertThat(deadlines.tell()).isPositive();
    assertThat(deadlines.tell()).isZero();
  }

  @Test
  void aRuleIsNotCorrectedWithoutASource() throws Exception {
    send(
        post("/liaison/contacts/rule")
            .param("days", "3")
            .param("counting", "WORKING")
            .param("authority", "SRE")
            .param("instrument", "Ley")
            .param("certainty", "SURE")
            .param("source", ""));
    world.catchUp();
    assertThat(rules.find().orElseThrow().authority()).isNotEqualTo("SRE");
  }
}
