package org.tripoint.node.desks.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.ControlMatrix.Row;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.testing.TestDatabase;

/// The matrix on several days.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class LawPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc web;
  @Autowired private ControlMatrix matrix;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user("ana").roles(Role.Names.ANALYST)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void silenceIsUnknownAndNeverFree() {
    List<Row> rows = matrix.on(LocalDate.parse("2026-07-01"));

    assertThat(rows).hasSizeGreaterThan(400);
    Row xylazine =
        rows.stream().filter(row -> row.substance().id().equals("xylazine")).findFirst().get();
    assertThat(xylazine.outcomes().get(Jurisdiction.MX)).isEqualTo(ControlOutcome.NO_RULE);
    assertThat(xylazine.outcomes().get(Jurisdiction.CA)).isEqualTo(ControlOutcome.NOT_CONTROLLED);
    for (Row row : rows) {
      row.answers()
          .forEach((jurisdiction, answer) -> {
            if (answer.grounds().isEmpty()) {
              assertThat(row.outcomes().get(jurisdiction)).isEqualTo(ControlOutcome.NO_RULE);
            }
          });
    }
  }

  @Test
  void showsWhatTurnedOnADayWithWhatItWasBefore() throws Exception {
    String changed =
        page(
            get("/law")
                .param("on", "2018-02-06")
                .param("q", "chlorofentanyl")
                .param("changed", "true"));

    assertThat(changed)
        .contains("para-chlorofentanyl", "before: unknown", "21 CFR 1308.11(h)(30)")
        .doesNotContain(">cocaine<");
  }

  @Test
  void everyCellThatSpeaksCitesItsText() throws Exception {
    String page = page(get("/law").param("on", "2026-07-01").param("q", "isotonitazene"));

    assertThat(page).contains("1961 Convention, Schedule I", "Voted on", "date likely", "CND");
    assertThat(page(get("/law").param("q", "no such thing"))).contains("No substance fits");
    assertThat(page(get("/law").param("on", "nonsense"))).contains("name=\"on\"");
  }

  @Test
  void theSliderLeadsToADayOnWhichARuleTurns() throws Exception {
    int last = matrix.turns().size() - 1;
    for (int turn : new int[] {-5, 0, 3, last, 100_000}) {
      String to =
          web.perform(
                  get("/law")
                      .param("turn", String.valueOf(turn))
                      .param("class", "nitazene")
                      .param("q", "a & b")
                      .with(user("ana").roles(Role.Names.ANALYST)))
              .andReturn()
              .getResponse()
              .getHeader("HX-Push-Url");
      LocalDate day = matrix.turns().get(Math.clamp(turn, 0, last));
      assertThat(to).isEqualTo("/law?on=" + day + "&class=nitazene&q=a%20%26%20b");
    }
    assertThat(page(get("/law").param("on", matrix.turns().get(3).toString())))
        .contains("type=\"range\"", "value=\"3\"");
  }
}
