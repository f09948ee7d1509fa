package org.tripoint.node.desks.laboratory.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;

/// Cases for those who may read health, what laboratories declare, two of them compared, and
/// published counts.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class BesidePagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String CAUSE = "invented cause";
  private static boolean filled;

  @Autowired private MockMvc web;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeEach
  void fill() {
    synchronized (DATABASE) {
      if (!filled) {
        filled = true;
        LaboratoryWorld.fill(ledger, CAUSE);
        readers.catchUp();
      }
    }
  }

  @Test
  void casesAreForThoseWhoMayReadHealth() throws Exception {
    for (String address : new String[] {"/laboratory/cases", one()}) {
      assertThat(page(get(address), "READS_NOMINAL"))
          .contains("about people’s health")
          .doesNotContain(LaboratoryWorld.CASE, "Ohio", CAUSE, "TOXLAB");
    }
    assertThat(page(get("/laboratory/cases"), "READS_HEALTH"))
        .contains(LaboratoryWorld.CASE, "Ohio", "TOXLAB (US)", "Aug 2024", "1 case");
    assertThat(page(get("/laboratory/cases").param("type", "CLINICAL"), "READS_HEALTH"))
        .contains("No cases here");
    assertThat(page(get("/laboratory/cases").param("after", "9999-99-99_1"), "READS_HEALTH"))
        .contains(LaboratoryWorld.CASE);
  }

  @Test
  void aCaseSaysWhereANegativeSaysNothing() throws Exception {
    assertThat(page(get(one()), "READS_HEALTH"))
        .contains(CAUSE, "X42, T40.4", "25-34", "1: Femoral blood", "NaF")
        .contains("Found, amount not stated", "Caused it", "Scope BLOOD, version 7")
        .contains("Not in scope: the negative says nothing");
  }

  @Test
  void noOtherRecordIsShownAsACase() throws Exception {
    String profile =
        jdbc.sql("select record::text from laboratory.profile").query(String.class).single();
    for (String id : new String[] {profile, UUID.randomUUID().toString()}) {
      assertThat(answer(get("/laboratory/cases/" + id), "READS_HEALTH").getStatus()).isEqualTo(404);
    }
  }

  private String one() {
    return "/laboratory/cases/"
        + jdbc.sql("select record::text from laboratory.toxicology_case")
            .query(String.class)
            .single();
  }

  @Test
  void laboratoriesDeclareMethodsAndScopes() throws Exception {
    assertThat(page(get("/laboratory/methods"), "READS_NOMINAL"))
        .contains("Invented Toxicology Laboratory (US)", "ISO/IEC 17025:2017")
        .contains("LC-MS/MS of blood", "L2, identity and purity", "Scope BLOOD, version 7")
        .contains("1 analyte", "0.1 ng/mL", "0.5 ng/mL");
  }

  @Test
  void comparesTwoLaboratoriesOfARound() throws Exception {
    assertThat(compare("BESIDE-A", "BESIDE-B"))
        .contains(
            "0 of 1 comparable pairs", "Disagree", "difference 2.7, at most 0.85", "Questionable");
    assertThat(compare("BESIDE-A", "BESIDE-C"))
        .contains("0 of 0 comparable pairs", "1 cannot be compared", "no uncertainty stated");
    assertThat(compare("BESIDE-A", "TOXLAB")).contains("Nothing that both measured");
    assertThat(compare("BESIDE-A", "BESIDE-A")).contains("Choose two laboratories");
    assertThat(compare("<script>", "BESIDE-A")).doesNotContain("<script>\"");
  }

  private String compare(String left, String right) throws Exception {
    return page(
        get("/laboratory/compare").param("left", left).param("right", right), "READS_NOMINAL");
  }

  @Test
  void whatWasNotPublishedIsNotZero() throws Exception {
    String substance = LaboratoryWorld.FENTANYL.key();
    assertThat(page(get("/laboratory/published"), "READS_NOMINAL"))
        .contains("State and local", "2,150", "1,800", "640", "all substances");
    String places =
        page(get("/laboratory/published").param("substance", substance), "READS_NOMINAL");
    assertThat(places).contains("Ohio", "West Virginia", "not zero");
    assertThat(csv(substance))
        .containsExactly(
            "Place,Jul 2024 – Dec 2024,Jan 2024 – Jun 2024",
            "Ohio,\"1,800\",\"2,150\"",
            "West Virginia,0,–",
            "");
    assertThat(page(get("/laboratory/published").param("substance", "text:never"), "READS_NOMINAL"))
        .contains("No published counts here");
  }

  private String[] csv(String substance) throws Exception {
    return page(
            get("/laboratory/published").param("substance", substance).param("format", "csv"),
            "READS_NOMINAL")
        .split("\r\n", -1);
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String reads)
      throws Exception {
    return web.perform(request.with(user("ana").roles(Role.Names.ANALYST, reads)))
        .andReturn()
        .getResponse();
  }

  private String page(MockHttpServletRequestBuilder request, String reads) throws Exception {
    return answer(request, reads).getContentAsString(StandardCharsets.UTF_8);
  }
}
