package org.tripoint.node.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.TripointNode;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.testing.Visitor;

/// A whole node beside a provider of identities over HTTP: who is let in by its word, who is not,
/// and whose word it is not.
class SignInByProviderTest {
  private static TestDatabase database;
  private static TestProvider provider;
  private static ConfigurableApplicationContext node;

  /// The node starts while the provider is down.
  @BeforeAll
  static void start() throws IOException {
    database = TestDatabase.fresh();
    provider = new TestProvider();
    provider.answers = false;
    node =
        SpringApplication.run(
            TripointNode.class,
            "--tripoint.home=" + database.home(),
            "--tripoint.database.url=" + database.access().url(),
            "--tripoint.database.owner.user=" + database.access().owner().user(),
            "--tripoint.database.owner.password=" + database.access().owner().password(),
            "--tripoint.database.app.user=" + database.access().app().user(),
            "--tripoint.database.app.password=" + database.access().app().password(),
            "--tripoint.database.connections=6",
            "--tripoint.node.name=Test node",
            "--tripoint.node.country=CA",
            "--tripoint.oidc.issuer=" + provider.issuer(),
            "--tripoint.oidc.client-id=" + TestProvider.CLIENT,
            "--tripoint.oidc.label=Directory",
            "--tripoint.oidc.claim=realm.groups",
            "--tripoint.oidc.roles.analyst=intel,police",
            "--tripoint.oidc.roles.auditor=audit",
            "--tripoint.oidc.tlp.amber-strict=cleared",
            "--tripoint.oidc.tlp.green=police,cleared",
            "--tripoint.oidc.agency-claim=realm.agency",
            "--server.port=0");
  }

  @AfterAll
  static void stop() {
    node.close();
    provider.close();
    database.close();
  }

  @BeforeEach
  void anAnalyst() throws Exception {
    provider.answers = true;
    provider.spoil = UnaryOperator.identity();
    is("s-1", "ana", "Ana Lyst", List.of("intel"));
    // A provider that was down is asked again after ten seconds.
    for (int i = 0;
        i < 60 && location(visitor().get(OidcSignIn.BEGINS + "provider")).contains("down");
        i++) {
      Thread.sleep(500);
    }
  }

  @Test
  void letsSomebodyInWithTheRolesOfTheirGroupsAndKeepsALineOfIt() throws Exception {
    Visitor ana = visitor();
    assertThat(visitor().get("/login").body()).contains("Sign in with Directory");
    assertThat(enter(ana)).endsWith("/");
    assertThat(ana.get("/seizures").statusCode()).isEqualTo(200);
    assertThat(ana.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(ana.get("/me").body()).contains("Ana Lyst", provider.issuer());
    assertThat(audited("provider-account", "ana")).isEqualTo(1);
    Visitor again = visitor();
    assertThat(enter(again)).endsWith("/");
    assertThat(audited("provider-account", "ana")).as("made once").isEqualTo(1);
  }

  @Test
  void turnsAwayWhoHasNoGroupAndSaysWhomToAsk() throws Exception {
    is("s-2", "nobody", "No Body", List.of("visitors"));
    Visitor nobody = visitor();
    String where = enter(nobody);
    assertThat(where).endsWith("/login?no-role");
    assertThat(nobody.get("/login?no-role").body()).contains("Ask its administrator");
    assertThat(location(nobody.get("/seizures"))).endsWith("/login");
    provider.person.remove("realm");
    assertThat(enter(visitor())).endsWith("/login?no-role");
    assertThat(accounts("subject", "s-2")).isZero();
  }

  @Test
  void whoLosesEveryGroupLosesSessionAndTokens() throws Exception {
    is("s-3", "bea", "Bea", List.of("police"));
    Visitor bea = visitor();
    enter(bea);
    assertThat(bea.get("/me").statusCode()).isEqualTo(200);
    is("s-3", "bea", "Bea", List.of());
    enter(visitor());
    assertThat(location(bea.get("/me"))).contains("/login?ended");
    is("s-3", "bea", "Bea", List.of("audit"));
    Visitor auditor = visitor();
    enter(auditor);
    assertThat(auditor.get("/accounts/audit").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/exchange/break-glass/ask").statusCode())
        .as("no analyst any more")
        .isEqualTo(403);
  }

  @Test
  void readsWhatTheProviderSaysOfLabelsAndAgencyAtEachSignIn() throws Exception {
    is("s-7", "cleo", "Cleo", List.of("police", "cleared"));
    provider.person.put("realm", Map.of("groups", List.of("police", "cleared"), "agency", "SPVM"));
    assertThat(enter(visitor())).endsWith("/");
    assertThat(clearance("s-7")).isEqualTo("AMBER_STRICT/SPVM");
    is("s-7", "cleo", "Cleo", List.of("police"));
    assertThat(enter(visitor())).endsWith("/");
    assertThat(clearance("s-7")).as("less, and no agency named").isEqualTo("GREEN/");
    assertThat(audited("provider-roles", "cleo")).isEqualTo(1);
    for (Object odd : List.of("x".repeat(61), "a\u0000b", List.of("SPVM", "RCMP"), 7)) {
      provider.person.put("realm", Map.of("groups", List.of("intel"), "agency", odd));
      assertThat(enter(visitor())).endsWith("/");
      assertThat(clearance("s-7")).as("in no group with a label").isEqualTo("CLEAR/");
    }
  }

  private static String clearance(String subject) {
    return JdbcClient.create(database.owner())
        .sql(
            "select ceiling || '/' || coalesce(agency, '*') from accounts.account where subject ="
                + " ?")
        .param(subject)
        .query(String.class)
        .single();
  }

  @Test
  void neverBecomesALocalAccountOfTheSameName() throws Exception {
    is("s-4", "admin", "An Impostor", List.of("intel"));
    Visitor impostor = visitor();
    assertThat(enter(impostor)).endsWith("/");
    assertThat(impostor.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(impostor.get("/me").body()).contains("admin-2");
    assertThat(accounts("name", "admin")).isEqualTo(1);
  }

  @Test
  void takesNoNameThatIsNone() throws Exception {
    is("s-5", "<script>alert(1)</script> ñandú@x", "\u0000<b>", List.of("intel"));
    Visitor odd = visitor();
    assertThat(enter(odd)).endsWith("/");
    assertThat(odd.get("/me").body()).doesNotContain("<script>alert", "<b>");
  }

  @Test
  void believesNoForgedTokenOfAnyKind() throws Exception {
    List<UnaryOperator<Map<String, Object>>> spoilings =
        List.of(
            with("nonce", "another"),
            with("aud", "another-client"),
            with("iss", "http://127.0.0.1:1"),
            with("exp", 1_000L),
            with("aud", List.of(TestProvider.CLIENT, "other")),
            without("sub"),
            without("nonce"),
            without("exp"));
    for (int i = 0; i < spoilings.size(); i++) {
      provider.spoil = spoilings.get(i);
      Visitor visitor = visitor();
      assertThat(enter(visitor)).as("spoiling " + i).endsWith("/login?provider-failed");
      assertThat(location(visitor.get("/me"))).endsWith("/login");
    }
    provider.spoil = UnaryOperator.identity();
    var own = provider.signs;
    provider.signs = TestProvider.keys();
    assertThat(enter(visitor())).as("another key").endsWith("/login?provider-failed");
    provider.signs = own;
    assertThat(enter(visitor())).endsWith("/");
  }

  @Test
  void aCodeOfSomebodyElsesSignInIsWorthNothing() throws Exception {
    Visitor begun = visitor();
    String back = back(location(begun.get(OidcSignIn.BEGINS + "provider")));
    Visitor thief = visitor();
    assertThat(location(thief.get(back))).endsWith("/login?provider-failed");
    assertThat(location(begun.get(back.replaceFirst("state=[^&]*", "state=x"))))
        .endsWith("/login?provider-failed");
  }

  @Test
  void aPersonOfTheProviderHasNoPasswordHere() throws Exception {
    Visitor ana = visitor();
    enter(ana);
    Visitor byPassword = visitor();
    assertThat(location(byPassword.signIn("ana", "a-token-that-the-node-forgets")))
        .contains("/login?wrong");
    Visitor admin = Visitor.administrator(base(), database.home());
    admin.post("/accounts/of/ana", "/accounts/of/ana/reset", Map.of());
    assertThat(admin.get("/accounts/of/ana").body()).doesNotContain("/accounts/of/ana/reset");
    admin.post("/accounts/of/ana", "/accounts/of/ana/rights", Map.of("disabled", "true"));
    assertThat(enter(visitor())).endsWith("/login?disabled");
    admin.post("/accounts/of/ana", "/accounts/of/ana/rights", Map.of("roles", "ADMINISTRATOR"));
    Visitor again = visitor();
    assertThat(enter(again)).endsWith("/");
    assertThat(again.get("/accounts").statusCode()).as("the provider says roles").isEqualTo(403);
  }

  private void is(String subject, String name, String full, List<String> groups) {
    provider.person.clear();
    provider.person.put("sub", subject);
    provider.person.put("preferred_username", name);
    provider.person.put("name", full);
    provider.person.put("realm", Map.of("groups", groups));
  }

  private static UnaryOperator<Map<String, Object>> with(String claim, Object value) {
    return claims -> {
      claims.put(claim, value);
      return claims;
    };
  }

  private static UnaryOperator<Map<String, Object>> without(String claim) {
    return claims -> {
      claims.remove(claim);
      return claims;
    };
  }

  /// Goes to the provider and back; answers where the node leads then.
  private static String enter(Visitor visitor) throws Exception {
    String there = location(visitor.get(OidcSignIn.BEGINS + "provider"));
    assertThat(there).contains("code_challenge_method=S256", "nonce=", "state=");
    return location(visitor.get(back(there)));
  }

  /// The path by which the provider sends the person back.
  private static String back(String authorize) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(authorize)).build(),
              HttpResponse.BodyHandlers.discarding());
      URI back = URI.create(location(answer));
      return back.getRawPath() + "?" + back.getRawQuery();
    }
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String base() {
    return "http://127.0.0.1:"
        + node.getEnvironment().getProperty("local.server.port", Integer.class, 0);
  }

  private static Visitor visitor() {
    return new Visitor(base());
  }

  private static long audited(String action, String account) {
    return JdbcClient.create(database.owner())
        .sql("select count(*) from accounts.audit where action = ? and account = ?")
        .params(action, account)
        .query(Long.class)
        .single();
  }

  private static long accounts(String column, String value) {
    return JdbcClient.create(database.owner())
        .sql("select count(*) from accounts.account where " + column + " = ?")
        .param(value)
        .query(Long.class)
        .single();
  }
}
