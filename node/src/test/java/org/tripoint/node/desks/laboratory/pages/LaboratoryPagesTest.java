package org.tripoint.node.desks.laboratory.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.conformance.CheckMessage;
import org.tripoint.node.desks.laboratory.conformance.CheckMessage.Answer;
import org.tripoint.node.desks.laboratory.conformance.ConformanceKit;
import org.tripoint.node.desks.laboratory.conformance.ConformanceKit.KitMessage;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Broken;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound.RoundResult;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// The desk's pages, over results of the conformance kit; the kit, through the check.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class LaboratoryPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final SubstanceId FENTANYL =
      new SubstanceId.Structure("PJMPHNIQZUBGLI-UHFFFAOYSA-N");
  private static boolean filled;

  @Autowired private MockMvc web;
  @Autowired private ConformanceKit kit;
  @Autowired private CheckMessage check;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void everyMessageOfTheKitDoesWhatItMust() {
    Map<String, String> wrong = new HashMap<>();
    List<KitMessage> messages = kit.messages();
    for (KitMessage one : messages) {
      Answer answer = check.check(one.message()).getFirst();
      boolean right =
          switch (answer) {
            case Answer.Unreadable _ -> !one.mustPass() && one.rules().isEmpty();
            case Answer.Sound _ -> one.mustPass() && one.rules().isEmpty();
            case Answer.Read(LabResult _, var checked) ->
                checked.conforms() == one.mustPass()
                    && checked.broken().stream()
                        .map(Broken::rule)
                        .collect(Collectors.toSet())
                        .equals(one.rules());
          };
      if (!right) {
        wrong.put(one.name(), answer.toString());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(messages).extracting(KitMessage::name).doesNotHaveDuplicates();
    assertThat(messages.stream().filter(KitMessage::mustPass)).hasSizeGreaterThan(9);
    assertThat(messages.stream().filter(one -> !one.mustPass())).hasSizeGreaterThan(20);
  }

  @Test
  void theKitCanBeTakenAway() throws Exception {
    byte[] zip =
        web.perform(get("/laboratory/conformance-kit.zip").with(person()))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> names = new ArrayList<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
        names.add(one.getName());
      }
    }
    assertThat(names)
        .hasSize(kit.messages().size() + 2)
        .contains("README.txt", "expected.csv", "pass/two-properties.json");
  }

  @Test
  void aMessageIsCheckedOnThePageAndNotKept() throws Exception {
    fill();
    long before = count();
    String good = kit.messages().getFirst().message();
    String page = page(post("/laboratory/validator").with(csrf()).param("message", good));
    assertThat(page).contains("Passes: L1, identity");
    assertThat(page(post("/laboratory/validator").with(csrf()).param("message", "no JSON")))
        .contains("Fails", "Expected: JSON");
    assertThat(
            page(
                post("/laboratory/validator")
                    .with(csrf())
                    .param("message", "{\"kind\":\"seizure\",\"content\":{}}")))
        .contains("Expected: kind lab-result");
    String scope =
        kit.messages().stream()
            .filter(one -> one.name().equals("scope"))
            .findFirst()
            .orElseThrow()
            .message();
    assertThat(page(post("/laboratory/validator").with(csrf()).param("message", scope)))
        .contains("Passes as")
        .doesNotContain("proof.kind");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void programsAreToldTheSameAndNothingIsKept() throws Exception {
    long before = count();
    for (KitMessage one : kit.messages()) {
      String answer =
          web.perform(
                  post("/api/laboratory/validate")
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(one.message())
                      .with(csrf())
                      .with(person()))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(answer).as(one.name()).startsWith("{\"passes\":" + one.mustPass());
      one.rules().forEach(rule -> assertThat(answer).contains("\"rule\":\"" + rule + "\""));
    }
    assertThat(count()).isEqualTo(before);
  }

  private long count() {
    return jdbc.sql("select count(*) from ledger.version").query(Long.class).single();
  }

  @Test
  void listsResultsAndTheirTotals() throws Exception {
    fill();
    String all = page(get("/laboratory"));
    assertThat(all).contains("29 results", "S-100/1", "Ontario", "fentanyl");
    assertThat(page(get("/laboratory").param("substance", FENTANYL.key()))).contains("25 results");
    assertThat(page(get("/laboratory").param("origin", "CLINICAL"))).contains("No results here");
    assertThat(page(get("/laboratory").param("month", "2026-03").param("place", "CA-ON")))
        .contains("29 results");
    assertThat(page(get("/laboratory").param("month", "nonsense").param("after", "x_1")))
        .contains("29 results");
  }

  @Test
  void saysWhatIsEstablishedWhatIsMissingAndWhatIsOutOfScope() throws Exception {
    fill();
    assertThat(result("hyphenated-with-both-outputs"))
        .contains("Meets the minimum", "SWGDRUG 8.0", "/substances/fentanyl#control");
    assertThat(result("outputs-not-named"))
        .contains("Partial", "which of its outputs were used", "Does not keep the protocol");
    assertThat(result("colour-test-alone")).contains("Presumptive only");
    assertThat(result("isomer-named-and-not-told-apart"))
        .contains("fluorofentanyl, isomer unspecified");
    assertThat(result("quantity-of-a-salt")).contains("as free base (factor 0.902)", "± 0.6");
    // The scope that the fixture declares holds fentanyl alone.
    assertThat(result("negative-in-scope")).contains("Not in scope: the negative says nothing");
    assertThat(result("below-limit-without-limit")).contains("Below the limit of quantification");
  }

  @Test
  void scoresEveryLaboratoryOfARound() throws Exception {
    fill();
    assertThat(page(get("/laboratory/rounds")))
        .contains("UNODC-ICE", "DAS", "Satisfactory", "Action needed", "-3.5");
  }

  @Test
  void computesSampleSizesAndRefusesNonsense() throws Exception {
    assertThat(page(get("/laboratory/sampling").param("units", "1,000")))
        .contains("Analyse 28 of 1,000 units");
    assertThat(page(get("/laboratory/sampling").param("units", "many")))
        .contains("Write whole numbers");
    assertThat(page(get("/laboratory/sampling").param("units", "10").param("proportion", "0")))
        .contains("Write whole numbers");
    assertThat(page(get("/laboratory/sampling"))).doesNotContain("Analyse 2");
  }

  @Test
  void rendersTheProtocolInEachLanguage() throws Exception {
    assertThat(page(get("/laboratory/protocol")))
        .contains("SWGDRUG, version 8.0", "Mass spectrometry", "0.902", "GC-MS", "Must");
    assertThat(page(get("/laboratory/protocol").param("lang", "es")))
        .contains("Espectrometría de masas", "0.902", "Obligatorio");
    assertThat(page(get("/laboratory/protocol").param("lang", "fr")))
        .contains("Spectrométrie de masse", "0,902", "Obligatoire");
  }

  private String result(String name) throws Exception {
    String record =
        jdbc.sql("select record::text from laboratory.result where item = ?")
            .param(name.equals("two-properties") ? "S-100/1" : "S-100/" + name)
            .query(String.class)
            .single();
    return page(get("/laboratory/results/" + record));
  }

  /// Every message of the kit that can be read, a scope with one analyte, a round.
  private void fill() {
    synchronized (DATABASE) {
      if (filled) {
        return;
      }
      filled = true;
      List<Entry> entries = new ArrayList<>();
      for (KitMessage one : kit.messages()) {
        String renamed =
            one.name().equals("two-properties")
                ? one.message()
                : one.message().replace("\"item\":\"1\"", "\"item\":\"" + one.name() + "\"");
        if (check.check(renamed).getFirst() instanceof Answer.Read(LabResult result, var _)) {
          entries.add(
              new Entry.Put<>(
                  LabResult.KIND, one.name(), result, Marking.published(), result.day()));
        }
      }
      AnalysisScope scope =
          new AnalysisScope(
              "EXAMPLE",
              Country.CANADA,
              "PANEL",
              "3",
              LocalDate.of(2020, 1, 1),
              null,
              "powders and tablets",
              List.of(new ScopeAnalyte("fentanyl", FENTANYL, null)));
      entries.add(
          new Entry.Put<>(AnalysisScope.KIND, scope.key(), scope, Marking.published(), null));
      ProficiencyRound round =
          new ProficiencyRound(
              "UNODC-ICE",
              "2026/1",
              "3",
              LocalDate.of(2026, 5, 1),
              "fentanyl",
              FENTANYL,
              ConcentrationUnit.PERCENT,
              QuantityBasis.FREE_BASE,
              number("10"),
              number("1"),
              null,
              List.of(
                  new RoundResult("DAS", number("12"), null, null),
                  new RoundResult("FGR", number("6.5"), null, null)));
      entries.add(
          new Entry.Put<>(ProficiencyRound.KIND, round.key(), round, Marking.published(), null));
      ledger.append(
          new Batch("ca-example", null, Instant.parse("2026-06-01T00:00:00Z"), "tester", entries));
      readers.catchUp();
    }
  }

  private static ReportedNumber number(String text) {
    return ReportedNumber.find(text).orElseThrow();
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(person()))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static org.springframework.test.web.servlet.request.RequestPostProcessor person() {
    return user("ana").roles(Role.Names.ANALYST);
  }
}
