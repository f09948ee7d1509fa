package org.tripoint.node.desks.law.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.TestDatabase;

/// An instrument read twice; an answer reviewed; a fact entered and taken back.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class ReadingPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String LIST =
      "substance,dea_number,schedule,narcotic,other_names\nFentanyl,9801,II,Y,\n";

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(
            request.with(user("ana").roles(Role.Names.STEWARD, Role.Names.ANALYST)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse read(String text) throws Exception {
    return web.perform(
            multipart("/law/readings")
                .file(new MockMultipartFile("file", text.getBytes(StandardCharsets.UTF_8)))
                .with(user("ana").roles(Role.Names.STEWARD))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }

  @Test
  void aReadingTellsWhatChanged() throws Exception {
    assertThat(read("nonsense").getContentAsString()).contains("neither XML nor the list");
    String first = read(LIST).getRedirectedUrl();
    assertThat(send(get(first)).getContentAsString()).contains("first reading", "Fentanyl");
    String second =
        read(LIST.replace(",II,", ",I,") + "Isotonitazene,9614,I,Y,\n").getRedirectedUrl();
    assertThat(second).isEqualTo(first);
    assertThat(send(get(second)).getContentAsString())
        .contains("changed", "added", "/substances/fentanyl", "/substances/isotonitazene");
    assertThat(send(get("/law/readings")).getContentAsString()).contains("DEA list");
  }

  @Test
  void aPersonReviewsAnAnswerAndEntersAFact() throws Exception {
    String cell = "/law/cells/medetomidine/MX";
    assertThat(send(get(cell)).getContentAsString()).contains("Nobody here has reviewed");
    send(post(cell + "/review").param("verdict", "DOUBTFUL"));
    assertThat(send(get(cell)).getContentAsString()).contains("Nobody here has reviewed");
    send(post(cell + "/review").param("verdict", "CONFIRMED").param("note", "read the act"));
    assertThat(send(get(cell)).getContentAsString()).contains("read the act", "ana: confirmed");
    assertThat(send(get("/law").param("q", "medetomidine")).getContentAsString())
        .contains("reviewed: confirmed (ana)");

    MockHttpServletRequestBuilder fact =
        post(cell + "/fact")
            .param("entry", "LGS art. 245")
            .param("says", "TAKEN_IN")
            .param("kind", "PUBLISHED")
            .param("certainty", "SURE")
            .param("citation", "a gazette of a test")
            .param("from", "2020-01-01");
    send(fact);
    String in = send(get(cell).param("on", "2020-01-01")).getContentAsString();
    assertThat(in).contains("LGS art. 245", "a gazette of a test", "tag info");
    assertThat(send(get(cell).param("on", "2019-12-31")).getContentAsString())
        .doesNotContain("tag info");
    send(
        post(cell + "/fact")
            .param("entry", "none")
            .param("says", "NOT_CONTROLLED")
            .param("kind", "EFFECTIVE")
            .param("certainty", "SURE")
            .param("citation", "no text"));
    assertThat(send(get(cell)).getContentAsString()).doesNotContain("no text");
    assertThat(send(get("/law/cells/no-such/MX")).getStatus()).isEqualTo(404);
  }
}
