package org.tripoint.node.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;

/// Who gets in, who does not, and what is written down about it; over HTTP against a whole node.
class AccountsTest extends RunningNode {

  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @Test
  void nothingIsOpenButTheLoginPageAndHealth() throws Exception {
    Visitor nobody = visitor();
    for (String path : List.of("/", "/accounts", "/ledger", "/imports", "/search", "/me")) {
      assertThat(location(nobody.get(path))).as(path).endsWith("/login");
    }
    assertThat(nobody.get("/login").statusCode()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(nobody.get("/actuator/env").statusCode()).isNotEqualTo(200);
    HttpResponse<String> api = nobody.get("/api/imports");
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void everyAnswerCarriesTheContentPolicy() throws Exception {
    for (String path : List.of("/login", "/api/imports", "/nowhere")) {
      var headers = visitor().get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }
  }

  @Test
  void refusesAFormWithoutItsToken() throws Exception {
    Visitor admin = administrator();
    HttpResponse<String> answer =
        admin.post(
            null, "/accounts", Map.of("name", "mallory", "fullName", "M", "roles", "ANALYST"));
    assertThat(answer.statusCode()).isIn(302, 403);
    assertThat(accounts("mallory")).isZero();
  }

  @Test
  void anAnalystMayReadButNotAdminister() throws Exception {
    Visitor analyst = person("ana.lyst", Role.ANALYST);
    assertThat(analyst.get("/").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = analyst.get("/accounts");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Your roles do not allow this").doesNotContain("Exception");
    HttpResponse<String> post =
        analyst.post(
            "/me", "/accounts", Map.of("name", "bob", "fullName", "B", "roles", "ANALYST"));
    assertThat(post.statusCode()).isEqualTo(403);
    assertThat(lines("ana.lyst", "REFUSED")).isPositive();
  }

  @Test
  void anAuditorReadsTheTrailAndTheDatabaseKeepsIt() throws Exception {
    Visitor auditor = person("audi.tor", Role.AUDITOR);
    assertThat(auditor.get("/accounts/audit").body()).contains("POST /accounts");
    assertThatThrownBy(
            () -> JdbcClient.create(DATABASE.app()).sql("delete from accounts.audit").update())
        .hasRootCauseMessage("ERROR: permission denied for table audit");
  }

  @Test
  void closesTheDoorAfterFiveWrongPasswords() throws Exception {
    person("thro.ttled", Role.ANALYST);
    for (int i = 0; i < 5; i++) {
      assertThat(location(visitor().signIn("thro.ttled", "wrong " + i))).endsWith("/login?wrong");
    }
    assertThat(location(visitor().signIn("thro.ttled", PASSWORD))).endsWith("/login?throttled");
    assertThat(visitor().get("/login?throttled").body()).contains("Too many failed sign-ins");
    OWNER.sql("delete from accounts.failed_sign_in").update();
  }

  @Test
  void aDisabledAccountLosesItsSessionsAtOnce() throws Exception {
    Visitor person = person("dis.abled", Role.ANALYST);
    assertThat(person.get("/me").statusCode()).isEqualTo(200);
    Visitor admin = administrator();
    admin.post(
        "/accounts/of/dis.abled",
        "/accounts/of/dis.abled/rights",
        Map.of("roles", "ANALYST", "disabled", "true"));
    assertThat(location(person.get("/me"))).endsWith("/login?ended");
    assertThat(location(visitor().signIn("dis.abled", PASSWORD))).endsWith("/login?disabled");
    OWNER.sql("delete from accounts.failed_sign_in").update();
  }

  @Test
  void keepsItsLastAdministrator() throws Exception {
    Visitor admin = administrator();
    admin.post("/accounts/of/admin", "/accounts/of/admin/rights", Map.of("roles", "ANALYST"));
    assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void tokensAndPasswordsOpenTheApiUntilRevoked() throws Exception {
    Visitor analyst = person("pro.gram", Role.STEWARD);
    analyst.post("/me", "/me/tokens", Map.of("label", "nightly", "days", "30"));
    Matcher token = Pattern.compile("<code>(tpt_[^<]+)</code>").matcher(analyst.get("/me").body());
    assertThat(token.find()).isTrue();
    String bearer = "Bearer " + token.group(1);
    assertThat(visitor().get("/api/imports", "Authorization", bearer).statusCode()).isEqualTo(200);
    assertThat(visitor().get("/accounts", "Authorization", bearer).statusCode()).isEqualTo(302);
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    ("pro.gram:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(visitor().get("/api/imports", "Authorization", basic).statusCode()).isEqualTo(200);
    Matcher revoke =
        Pattern.compile("/me/tokens/[0-9a-f-]+/revoke").matcher(analyst.get("/me").body());
    assertThat(revoke.find()).isTrue();
    analyst.post("/me", revoke.group(), Map.of());
    assertThat(visitor().get("/api/imports", "Authorization", bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void theLocalTokenWorksFromThisMachineAndBehindNoProxy() throws Exception {
    String token = Files.readString(home().resolve("keys/local-token")).strip();
    String bearer = "Bearer " + token;
    assertThat(visitor().get("/api/imports", "Authorization", bearer).statusCode()).isEqualTo(200);
    assertThat(
            visitor()
                .get("/api/imports", "Authorization", bearer, "X-Forwarded-For", "203.0.113.7")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Visitor person = person("one.click", Role.ANALYST);
    assertThat(location(person.post("/me", "/logout", Map.of()))).endsWith("/login?signed-out");
    assertThat(location(person.get("/me"))).endsWith("/login");
  }

  @Test
  void speaksTheLanguageOfTheBrowserOrOfTheChoice() throws Exception {
    assertThat(visitor().get("/login", "Accept-Language", "fr-CA").body())
        .contains("Se connecter", "lang=\"fr-CA\"");
    assertThat(visitor().get("/login", "Accept-Language", "de,es-MX;q=0.8").body())
        .contains("Iniciar sesión");
    Visitor chooser = visitor();
    chooser.post("/login", "/language", Map.of("language", "fr", "returnTo", "//evil.example/"));
    assertThat(chooser.get("/login").body()).contains("Se connecter");
  }

  @Test
  void hashesWithArgon2id() {
    Passwords passwords = new Passwords();
    String encoded = passwords.encode("correct horse battery");
    assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("correct horse battery", encoded)).isTrue();
    assertThat(passwords.matches("correct horse batterz", encoded)).isFalse();
  }

  @Test
  void knowsWhatAnAccountMayBeCalled() {
    assertThat(AccountName.isValid("ana.lopez-2")).isTrue();
    for (String wrong : List.of("", "A", "a", "system", "local", "ana lopez", "ana'--", "é.t")) {
      assertThat(AccountName.isValid(wrong)).as(wrong).isFalse();
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElse(answer.statusCode() + " without a redirect");
  }

  private static long accounts(String name) {
    return OWNER
        .sql("select count(*) from accounts.account where name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private static long lines(String account, String outcome) {
    return OWNER
        .sql("select count(*) from accounts.audit where account = ? and outcome = ?")
        .params(account, outcome)
        .query(Long.class)
        .single();
  }
}
