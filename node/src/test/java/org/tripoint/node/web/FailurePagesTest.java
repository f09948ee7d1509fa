package org.tripoint.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.RunningNode;

/// What could not be answered is said in the reader's language in the page's own frame, with a way
/// back and without a stack.
class FailurePagesTest extends RunningNode {

  @Autowired private WebApplicationContext node;

  @Test
  void saysInThreeLanguagesThatAnAccountMayNotUseAPage() throws Exception {
    assertSaid(
        403,
        new IllegalStateException("refused"),
        Map.of(
            "en", "Your roles do not allow this.",
            "es-MX", "Sus funciones",
            "fr-CA", "Vos rôles"));
  }

  @Test
  void saysInThreeLanguagesThatTheNodeFailedWithAReferenceAndNothingOfTheCause() throws Exception {
    assertSaid(
        500,
        new IllegalStateException("a secret in the cause"),
        Map.of(
            "en", "The node could not answer.",
            "es-MX", "El nodo no pudo",
            "fr-CA", "Le nœud n’a pas pu"));
  }

  @Test
  void refusesAPageToWhoMayNotUseIt() throws Exception {
    var refused = person("failures.analyst", Role.ANALYST).get("/accounts?lang=fr");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<html lang=\"fr-CA\"", "<nav class=\"side\"");
  }

  private void assertSaid(int status, Exception cause, Map<String, String> said) throws Exception {
    for (Map.Entry<String, String> language : said.entrySet()) {
      MockHttpServletResponse page =
          MockMvcBuilders.webAppContextSetup(node)
              .apply(SecurityMockMvcConfigurers.springSecurity())
              .build()
              .perform(
                  get("/error")
                      .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                      .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/metrics")
                      .requestAttr(RequestDispatcher.ERROR_EXCEPTION, cause)
                      .header("Accept-Language", language.getKey())
                      .with(user("ana").roles(Role.Names.ANALYST)))
              .andReturn()
              .getResponse();
      assertThat(page.getStatus()).isEqualTo(status);
      assertThat(page.getContentAsString(StandardCharsets.UTF_8))
          .contains("lang=\"" + language.getKey() + "\"", language.getValue())
          .contains("<header class=\"top\">", "<a class=\"button\" href=\"/")
          .doesNotContain("web.failure")
          .doesNotContain("IllegalStateException", "a secret", "at org.");
    }
  }
}
