package org.tripoint.node.desks.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.RequestAnswer.Outcome;
import org.tripoint.node.desks.liaison.RequestForInformation.Urgency;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A Canadian node with officers of Mexico and of the United States.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = "tripoint.node.country=CA")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiaisonDeskTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc web;
  @Autowired private ApplicationContext node;
  @Autowired private AgreeRules rules;
  @Autowired private KeepRequests requests;
  @Autowired private PostOfficers officers;
  @Autowired private Entries entries;
  @Autowired private ReadLedger ledger;
  @Autowired private TellDeadlines deadlines;

  private LiaisonWorld world;
  private RecordId rule;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeAll
  void fill() {
    world = new LiaisonWorld(node, Country.CANADA);
    world.agree("mx", Country.MEXICO);
    world.agree("us", Country.UNITED_STATES);
    world.post("mx.one", "mx", Country.MEXICO, LiaisonWorld.FAR);
    world.post("us.one", "us", Country.UNITED_STATES, LiaisonWorld.FAR);
    world.post("mx.over", "mx", Country.MEXICO, LocalDate.parse("2024-12-31"));
    rule = world.rule("mx", "CA-BC", "fentanyl", LiaisonWorld.FAR);
  }

  private MockHttpServletResponse open(String account, String path) throws Exception {
    return web.perform(
            get(path).header("Accept-Language", "en").with(user(account).roles(Role.Names.LIAISON)))
        .andReturn()
        .getResponse();
  }

  private static String path(RecordId rule, RecordId record) {
    return "/liaison/mine/rules/" + rule + "/records/" + record;
  }

  private List<Kept<LiaisonRead>> reads() {
    world.catchUp();
    return entries.list(LiaisonRead.KIND, 1_000);
  }

  @Test
  void showsWhatARuleFoundAndNothingElseToNobodyElse() throws Exception {
    RecordId fits = world.seize("fits", "CA-BC", Country.MEXICO);
    RecordId elsewhere = world.seize("elsewhere", "CA-ON", Country.MEXICO);
    RecordId kept = world.seize("kept", "CA-BC");
    RecordId others = world.seize("others", "CA-BC", Country.UNITED_STATES);
    world.awaitFound(rule, fits, true);
    String page = open("mx.one", path(rule, fits)).getContentAsString();
    assertThat(page).contains("TLP:AMBER", "not to be passed on", "in court: ask");
    assertThat(open("mx.one", "/liaison/mine").getContentAsString())
        .contains("/liaison/mine/rules/" + rule, fits.toString())
        .doesNotContain(elsewhere.toString(), kept.toString(), others.toString());
    MockHttpServletResponse unknown = open("mx.one", path(rule, new RecordId(UUID.randomUUID())));
    assertThat(unknown.getStatus()).isEqualTo(404);
    for (RecordId hidden : List.of(elsewhere, kept, others)) {
      MockHttpServletResponse answer = open("mx.one", path(rule, hidden));
      assertThat(answer.getStatus()).isEqualTo(404);
      assertThat(answer.getContentAsString()).isEqualTo(unknown.getContentAsString());
    }
    assertThat(open("us.one", path(rule, fits)).getStatus()).as("another country").isEqualTo(404);
    assertThat(open("mx.over", path(rule, fits)).getStatus()).as("posting over").isEqualTo(404);
    assertThat(open("nobody", "/liaison/mine").getContentAsString())
        .contains("You are not posted on this node today");
  }

  @Test
  void whatIsNarrowedOrTakenBackDisappearsAtOnce() throws Exception {
    RecordId narrowed = world.seize("narrowed", "CA-BC", Country.MEXICO);
    RecordId recalled = world.seize("recalled", "CA-BC", Country.MEXICO);
    world.awaitFound(rule, narrowed, true);
    world.awaitFound(rule, recalled, true);
    assertThat(open("mx.one", path(rule, narrowed)).getStatus()).isEqualTo(200);
    world.seize("narrowed", "CA-BC", Country.UNITED_STATES);
    world.append("ca-cbsa", new Entry.Withdraw(Seizure.KIND, "recalled", "an error"));
    assertThat(open("mx.one", path(rule, narrowed)).getStatus())
        .as("before the log has it")
        .isEqualTo(404);
    assertThat(open("mx.one", path(rule, recalled)).getStatus()).isEqualTo(404);
    world.awaitFound(rule, narrowed, false);
    world.awaitFound(rule, recalled, false);
    assertThat(open("mx.one", "/liaison/mine").getContentAsString())
        .contains("called back or no longer fit")
        .doesNotContain(narrowed.toString());
  }

  @Test
  void aRuleThatIsOverOrEndedShowsNothing() throws Exception {
    RecordId over = world.rule("mx", "CA-BC", "", LocalDate.parse("2024-12-31"));
    assertThat(open("mx.one", "/liaison/mine/rules/" + over).getStatus()).isEqualTo(404);
    RecordId ended = world.rule("mx", "CA-QC", "", LiaisonWorld.FAR);
    assertThat(open("mx.one", "/liaison/mine/rules/" + ended).getStatus()).isEqualTo(200);
    rules.end(ended, "carla");
    world.catchUp();
    assertThat(open("mx.one", "/liaison/mine/rules/" + ended).getStatus()).isEqualTo(404);
  }

  @Test
  void aProtectedSourceIsNotNamed() throws Exception {
    RecordId record =
        world.seize("secret", "CA-BC", LiaisonWorld.marking(Set.of(Country.MEXICO), true));
    world.awaitFound(rule, record, true);
    assertThat(open("mx.one", path(rule, record)).getContentAsString())
        .contains("source protected")
        .doesNotContain("ca-cbsa", "CBSA");
  }

  @Test
  void everyReadIsARecordForBothCountriesBeforeItIsShown() throws Exception {
    RecordId record = world.seize("read", "CA-BC", Country.MEXICO);
    world.awaitFound(rule, record, true);
    int before = reads().size();
    open("mx.one", path(rule, record));
    assertThat(reads()).hasSize(before + 1);
    Kept<LiaisonRead> read = reads().getFirst();
    assertThat(read.content().records()).containsExactly(record);
    assertThat(read.content().rule()).isEqualTo(rule);
    assertThat(read.content().page()).isEqualTo(LiaisonRead.Page.RECORD);
    assertThat(read.content().fullName()).isEqualTo("Officer mx.one");
    var version = ledger.findCurrent(read.record()).orElseThrow();
    assertThat(version.header().marking().releasableToCountries()).contains(Country.MEXICO);
    assertThat(version.canonicalParts().get(Part.OPEN)).doesNotContain("mx.one");
  }

  @Test
  void nothingIsShownWhenTheReadCannotBeKept() throws Exception {
    RecordId record = world.seize("unread", "CA-BC", Country.MEXICO);
    world.awaitFound(rule, record, true);
    owner("revoke insert on ledger.version from tripoint_app");
    try {
      assertThatThrownBy(() -> open("mx.one", path(rule, record))).isNotNull();
      assertThatThrownBy(() -> open("mx.one", "/liaison/mine")).isNotNull();
    } finally {
      owner("grant insert on ledger.version to tripoint_app");
    }
    assertThat(open("mx.one", path(rule, record)).getStatus()).isEqualTo(200);
  }

  private static void owner(String sql) throws Exception {
    var access = DATABASE.access();
    try (Connection connection =
            DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aRuleTakesTwoPeopleAndNoMoreThanTheAgreementGives() throws Exception {
    LiaisonRuleForm wide =
        new LiaisonRuleForm(
            "mx/enforcement", "x", Set.of("signal"), "", "", null, LiaisonWorld.FAR);
    assertThatThrownBy(() -> rules.propose(wide, "ana")).hasMessage("NO_KIND_OF_THE_AGREEMENT");
    LiaisonRuleForm form =
        new LiaisonRuleForm(
            "mx/enforcement",
            "All of Quebec",
            Set.of(Seizure.KIND.name()),
            "ca-qc",
            "",
            null,
            LiaisonWorld.FAR);
    UUID proposal = rules.propose(form, "ana");
    assertThatThrownBy(() -> rules.agree(proposal, "ana")).hasMessage("SAME_PERSON");
    RecordId agreed = rules.agree(proposal, "benito");
    world.catchUp();
    assertThatThrownBy(() -> rules.agree(proposal, "carla")).hasMessage("GONE");
    LiaisonRule said = entries.find(LiaisonRule.KIND, agreed).orElseThrow().content();
    assertThat(said.proposedBy()).isEqualTo("ana");
    assertThat(said.agreedBy()).isEqualTo("benito");
    assertThat(said.place()).isEqualTo("CA-QC");
    assertThat(said.instrument()).isEqualTo("Treaty on mutual legal assistance");
  }

  private static KeepRequests.Asked question(Urgency urgency, LocalDate until) {
    return new KeepRequests.Asked(
        "Treaty",
        Purpose.LAW_ENFORCEMENT,
        urgency,
        "Juan Prueba",
        "Who owns the container?",
        "reservada",
        true,
        List.of(),
        until);
  }

  private RequestView view(String number) {
    world.catchUp();
    return requests.find(number).orElseThrow();
  }

  @Test
  void anAnswerTakesOnlyWhatTheAskingCountryMayHave() throws Exception {
    Posted officer = officers.find("mx.one").orElseThrow();
    String number = requests.ask(officer, question(Urgency.URGENT, LiaisonWorld.FAR));
    assertThat(view(number).state()).isEqualTo(RequestState.NEW);
    RecordId may = world.seize("may", "CA-AB", Country.MEXICO);
    RecordId mayNot = world.seize("may-not", "CA-AB", Country.UNITED_STATES);
    KeepRequests.Said with =
        new KeepRequests.Said(Outcome.ANSWERED, null, "Two.", List.of(may, mayNot));
    assertThatThrownBy(() -> requests.answer(view(number), with, "ana", "ana"))
        .hasMessage("RECORDS_NOT_RELEASABLE");
    assertThat(view(number).answers()).isEmpty();
    assertThatThrownBy(() ->
            requests.answer(
                view(number),
                new KeepRequests.Said(Outcome.REFUSED, null, "", List.of()),
                "ana",
                "ana"))
        .hasMessage("NO_REASON");
    requests.answer(
        view(number),
        new KeepRequests.Said(Outcome.ANSWERED, null, "One.", List.of(may)),
        "ana",
        "ana");
    assertThat(view(number).state()).isEqualTo(RequestState.ANSWERED);
    String page = "/liaison/mine/requests/" + number;
    assertThat(open("mx.one", page).getContentAsString()).contains("One.", may.toString());
    assertThat(open("mx.one", page + "/records/" + may).getStatus()).isEqualTo(200);
    assertThat(open("mx.one", page + "/records/" + mayNot).getStatus()).isEqualTo(404);
    assertThat(open("us.one", page).getStatus()).as("another country").isEqualTo(404);
    assertThat(open("mx.one", "/liaison/mine/requests/mx-20250101-00000000").getStatus())
        .isEqualTo(404);
    web.perform(
        post(page + "/feedback")
            .param("hit", "HIT")
            .param("useful", "true")
            .param("action", "Warrant")
            .with(user("mx.one").roles(Role.Names.LIAISON))
            .with(csrf()));
    assertThat(view(number).feedback()).hasSize(1);
    assertThatThrownBy(() ->
            requests.tell(view(number), Country.CANADA, RequestFeedback.Hit.HIT, true, "", "ana"))
        .hasMessage("NOT_OF_THIS_COUNTRY");
  }

  @Test
  void aRequestPastItsDueTimeRaisesOneSignalAndExpiresOnItsDay() throws Exception {
    RequestForInformation late = request("mx-20250101-0000aaaa", LiaisonWorld.FAR);
    put("liaison", late);
    RequestForInformation expired = request("mx-20250101-0000bbbb", LocalDate.parse("2025-02-01"));
    put("liaison", expired);
    assertThat(view(late.number()).late()).isTrue();
    assertThat(view(expired.number()).state()).isEqualTo(RequestState.EXPIRED);
    assertThat(view(expired.number()).late()).isFalse();
    deadlines.tell();
    world.catchUp();
    assertThat(deadlines.tell()).isZero();
    assertThat(
            node.getBean(ReadSignals.class)
                .list(Set.of(SignalState.values()), Optional.empty(), 100))
        .filteredOn(one -> one.titleArguments().contains(late.number()))
        .hasSize(1);
  }

  @Test
  void nobodySpeaksInAnotherCountrysName() throws Exception {
    RequestForInformation forged = request("mx-20250101-0000cccc", LiaisonWorld.FAR);
    put("partner:us/liaison", forged);
    world.catchUp();
    assertThat(requests.find(forged.number())).isEmpty();
    put("partner:mx/liaison", request("mx-20250101-0000dddd", LiaisonWorld.FAR));
    RequestAnswer answer =
        new RequestAnswer(
            "mx-20250101-0000dddd",
            Country.CANADA,
            Country.MEXICO,
            Outcome.ANSWERED,
            null,
            "Forged",
            List.of(),
            null,
            late());
    world.append(
        "partner:us/liaison",
        new Entry.Put<>(RequestAnswer.KIND, "forged", answer, Here.own(), null));
    assertThat(view("mx-20250101-0000dddd").answers()).isEmpty();
    assertThat(view("mx-20250101-0000dddd").forHere()).isTrue();
  }

  private static Instant late() {
    return Instant.parse("2025-01-02T00:00:00Z");
  }

  private RequestForInformation request(String number, LocalDate until) {
    return new RequestForInformation(
        number,
        Country.MEXICO,
        "POLICE",
        Country.CANADA,
        "Treaty",
        Purpose.LAW_ENFORCEMENT,
        Urgency.URGENT,
        null,
        null,
        officers.find("mx.one").orElseThrow().id(),
        "Anything?",
        "",
        true,
        List.of(),
        late().minusSeconds(3_600),
        late(),
        until);
  }

  private void put(String source, RequestForInformation request) {
    world.append(
        source,
        new Entry.Put<>(RequestForInformation.KIND, request.number(), request, Here.own(), null));
  }

  @Test
  void clocksRunByTheHourAndByWorkingDays() {
    Clocks clocks = new Clocks(Duration.ofHours(4), Duration.ofHours(24), 10);
    var friday = Instant.parse("2026-11-20T16:00:00Z");
    var utc = ZoneOffset.UTC;
    assertThat(clocks.dueAfter(friday, Urgency.URGENT, utc)).isEqualTo("2026-11-20T20:00:00Z");
    assertThat(clocks.dueAfter(friday, Urgency.PRIORITY, utc)).isEqualTo("2026-11-21T16:00:00Z");
    assertThat(clocks.dueAfter(friday, Urgency.ROUTINE, utc)).isEqualTo("2026-12-04T16:00:00Z");
  }
}
