package org.tripoint.node.substances.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Marking.Tlp;

/// What people and programs ask of the registry, and what a steward adds to it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class SubstancePagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String ETONITAZENE_OF_THE_ACT =
      "2-(p-ethoxybenzyl)-1-diethylaminoethyl-5-nitrobenzimidazole";

  @Autowired private MockMvc web;
  @Autowired private AddedSubstances added;
  @Autowired private Chemistry chemistry;
  @Autowired private ReadLedger ledger;
  @Autowired private MessageSource words;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Role role)
      throws Exception {
    String[] roles = role.withLesser().stream().map(Role::name).toArray(String[]::new);
    return web.perform(request.with(csrf()).with(user("ana").roles(roles)))
        .andReturn()
        .getResponse();
  }

  private String page(String path, String... parameters) throws Exception {
    MockHttpServletRequestBuilder request = get(path);
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    MockHttpServletResponse answer = send(request, Role.STEWARD);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4-AP | means several substances",
        "etonitazepyne | one or two letters away",
        "china white | is a name of the street",
        "fluorofentanyl | leaves open which isomer",
        "clorhidrato de fentanilo | names a salt",
        "437-38-7 | means one substance",
        "PJMPHNIQZUBGLI-UHFFFAOYSA-N | The registry holds the structure",
        "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 | The registry holds the structure",
        "N-phenyl-N-[1-(2-phenylethyl)piperidin-4-yl]propanamide | The registry holds the"
            + " structure",
        "fentanyll | Names near it, none of them chosen",
        "no such thing at all | Nothing in the registry is called",
      })
  void saysWhatSomethingMeansAndChoosesNothing(String typed, String answer) throws Exception {
    assertThat(page("/substances", "q", typed)).contains(answer);
  }

  @Test
  void aNameThatIsReadWithDoubtsIsNoAnswer() throws Exception {
    assertThat(page("/substances", "q", ETONITAZENE_OF_THE_ACT))
        .contains("only with doubts")
        .contains("Other structures may bear this name");
  }

  @Test
  void marksEveryDifferenceAndTravelsInTime() throws Exception {
    assertThat(page("/substances/para-chlorofentanyl", "on", "2018-02-05"))
        .contains("Whose rules took it in on Feb 5, 2018")
        .contains("on=2018-02-06#control");
    assertThat(page("/substances/para-chlorofentanyl", "on", "2020-01-01"))
        .contains("within the definition of a class")
        .contains("class=\"mark mark-1\"")
        .contains("aniline ring replaced by any aromatic monocycle");
    assertThat(page("/substances/xylazine", "on", "2026-07-01")).contains("unknown");
    assertThat(page("/substances/fentanyl", "on", "not a day"))
        .contains("Whose rules take it in today");
    assertThat(send(get("/substances/no-such"), Role.STEWARD).getStatus()).isEqualTo(404);
  }

  @Test
  void programsAreToldTheSame() throws Exception {
    assertThat(page("/api/substances", "name", "4-AP")).contains("\"meaning\":\"SEVERAL\"");
    assertThat(page("/api/substances", "name", "Fentanilo"))
        .contains("\"meaning\":\"ONE\"", "PJMPHNIQZUBGLI-UHFFFAOYSA-N");
    String key = chemistry.shipped().findById("para-chlorofentanyl").orElseThrow().inchiKey();
    assertThat(page("/api/substances/" + key, "on", "2018-02-05"))
        .contains("\"jurisdiction\":\"US\",\"answer\":\"NO_RULE\"");
    assertThat(page("/api/substances/" + key, "on", "2018-02-06"))
        .contains("\"jurisdiction\":\"US\",\"answer\":\"IN\"", "\"clauses\":[\"D\"]");
    assertThat(send(get("/api/substances/AAAAAAAAAAAAAA-UHFFFAOYSA-N"), Role.ANALYST).getStatus())
        .isEqualTo(404);
    assertThat(send(get("/api/substances").param("name", " "), Role.ANALYST).getStatus())
        .isEqualTo(400);
  }

  @Test
  void answersForAStructureThatTheRegistryDoesNotHold() throws Exception {
    String outside = "CCC(=O)N(c1ccc(I)cc1)C1CCN(CCc2ccccc2)CC1";
    assertThat(page("/substances/ask", "smiles", outside, "on", "2026-07-01"))
        .contains("The registry does not hold this structure")
        .contains("within the definition of a class")
        .contains("class=\"mark mark-1\"");
    assertThat(page("/substances/ask", "smiles", "CCC(=O)N(c1ccccc1)C1CCN(CC(=O)c2ccccc2)CC1"))
        .contains("near miss", "Class definitions that do not take it in");
    assertThat(page("/substances/ask", "smiles", "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl"))
        .contains("/substances/fentanyl?on=");
    assertThat(page("/substances/ask", "smiles", "what is this", "on", "never"))
        .contains("No structure could be read");
    assertThat(page("/substances/ask")).contains("Ask about a structure");
    assertThat(page("/substances/add", "text", outside))
        .contains("within the definition of a class");

    assertThat(page("/api/coverage", "smiles", outside, "on", "2018-02-05"))
        .contains("\"jurisdiction\":\"US\",\"answer\":\"NO_RULE\"");
    assertThat(page("/api/coverage", "smiles", outside, "on", "2018-02-06"))
        .contains("\"jurisdiction\":\"US\",\"answer\":\"IN\"", "\"clauses\":[\"D\"]");
    assertThat(
            page(
                "/api/coverage",
                "smiles",
                "CCC(=O)N(c1ccccc1)C1CCN(CC(=O)c2ccccc2)CC1",
                "on",
                "2026-07-01"))
        .contains("\"group\":\"oxo\"", "\"verdict\":\"OUT\"");
    for (String wrong : new String[] {" ", "what is this", "C".repeat(2_001)}) {
      assertThat(send(get("/api/coverage").param("smiles", wrong), Role.ANALYST).getStatus())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  private static MockHttpServletRequestBuilder adding(String text, String english) {
    return post("/substances")
        .param("text", text)
        .param("english", english)
        .param("family", "nitazene")
        .param("roles", "DRUG")
        .param("source", "a laboratory's report")
        .param("share", "OWN");
  }

  @Test
  void aSaltAMixtureAndNonsenseAreRefused() throws Exception {
    assertThat(page("/substances/add", "text", "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl"))
        .contains("The registry holds the base or acid alone");
    assertThat(page("/substances/add", "text", "c1ccccc1CCN.CCCCCCCCCCCN"))
        .contains("Several molecules stand side by side");
    assertThat(page("/substances/add", "text", "what is this"))
        .contains("neither a SMILES nor a systematic name");
    int before = added.list().size();
    send(adding("CCC.Cl(Cl)(Cl)", "wrong"), Role.STEWARD);
    assertThat(added.list()).hasSize(before);
    assertThat(send(adding("CCCCCCCCCCCCCN", "x y"), Role.ANALYST).getStatus()).isEqualTo(403);
  }

  @Test
  void doubtsAreConfirmedOneByOneAndACorrectionIsAVersion() throws Exception {
    assertThat(
            send(adding(ETONITAZENE_OF_THE_ACT, "of the act"), Role.STEWARD).getContentAsString())
        .contains("Confirm each doubt");
    MockHttpServletRequestBuilder confirmed = adding(ETONITAZENE_OF_THE_ACT, "of the act");
    for (int i = 0; i < 5; i++) {
      confirmed.param("confirmed", Integer.toString(i));
    }
    String address = Objects.requireNonNull(send(confirmed, Role.STEWARD).getRedirectedUrl());
    assertThat(page(address)).contains("of the act", "added here", "structure with a second");
    var kept = added.find(address.substring("/substances/".length())).orElseThrow();
    assertThat(kept.content().doubts()).isNotEmpty();
    assertThat(ledger.findCurrent(kept.record()).orElseThrow().header().marking().tlp())
        .isEqualTo(Tlp.RED);
    assertThat(page("/substances", "q", "of the act")).contains("means one substance");
    assertThat(send(adding(ETONITAZENE_OF_THE_ACT, "again"), Role.STEWARD).getContentAsString())
        .contains("The structure cannot be added");

    send(
        post(address + "/correct")
            .param("english", "etonitazene as the act writes it")
            .param("family", "nitazene")
            .param("roles", "DRUG")
            .param("source", "the act")
            .param("comparedWith", "a second book"),
        Role.STEWARD);
    assertThat(page(address)).contains("etonitazene as the act writes it").doesNotContain("Nobody");
    assertThat(ledger.listVersions(kept.record())).hasSize(2);

    send(post(address + "/withdraw").param("reason", "it is another one"), Role.STEWARD);
    assertThat(send(get(address), Role.STEWARD).getStatus()).isEqualTo(404);
  }

  @Test
  void everythingThatTheRulesSayHasWords() {
    Set<String> missing = new TreeSet<>();
    for (Substance one : chemistry.shipped().substances()) {
      want("class", one.family(), missing);
      for (Jurisdiction jurisdiction : Jurisdiction.values()) {
        var structure = chemistry.structureOf(one);
        for (String day : new String[] {"2019-06-01", "2026-07-01"}) {
          var coverage = chemistry.decide(jurisdiction, structure, LocalDate.parse(day));
          List<Ground> grounds = new ArrayList<>(coverage.grounds());
          grounds.addAll(coverage.nearMisses());
          for (Ground ground : grounds) {
            if (ground instanceof Ground.ByClass(var rule, var reading)) {
              reading
                  .differences()
                  .forEach(difference -> want("place", difference.site(), missing));
              if (!reading.reason().isEmpty()) {
                want("reason", reading.reason(), missing);
              }
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private void want(String sort, String code, Set<String> missing) {
    for (Language language : Language.values()) {
      try {
        words.getMessage("substances." + sort + "." + code, null, language.locale());
      } catch (NoSuchMessageException e) {
        missing.add(sort + "." + code + " " + language);
      }
    }
  }
}
