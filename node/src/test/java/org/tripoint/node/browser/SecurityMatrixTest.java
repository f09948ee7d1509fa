package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// Every endpoint of a whole node, asked by everybody: what is expected comes from the roles that
/// each handler declares, what is found comes over HTTP. The table is printed.
///
/// Requests that change something carry the CSRF token and no parameters, and name things that are
/// not there: whoever may call is told so by any other answer than a refusal.
class SecurityMatrixTest extends RunningNode {
  private static final String NOBODY = "anonymous";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("<code>([A-Za-z0-9_-]{43,50})</code>");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::[^{}]*)?}");
  private static final Set<RequestMethod> CHANGING =
      Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH);

  /// What no answer may show.
  private static final Pattern TRACE =
      Pattern.compile(
          "\\bat (?:org|java|jakarta)\\.[a-z.]+|Exception\\b|\\$argon2|PRIVATE"
              + " KEY|jdbc:postgresql");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private KeepAgreements agreements;
  @Autowired private ReadShared shared;
  @Autowired private RunReaders readers;

  /// One endpoint, and who is to be let through.
  private record Endpoint(
      String method, String path, String takes, @Nullable Set<Role> roles, boolean forEverybody) {
    boolean mayUse(@Nullable Role role) {
      if (forEverybody) {
        return true;
      }
      return role != null
          && (roles == null
              ? role != Role.LIAISON
              : role.withLesser().stream().anyMatch(roles::contains));
    }
  }

  private enum Found {
    LET_IN,
    REFUSED
  }

  @Test
  void everyEndpointIsOpenToTheRolesItDeclaresAndToNobodyElse() throws Exception {
    Map<String, @Nullable Visitor> people = people();
    List<Endpoint> endpoints = endpoints();
    assertThat(endpoints).hasSizeGreaterThan(80);
    List<String> wrong = new ArrayList<>();
    Set<String> shown = new TreeSet<>();
    StringBuilder table = new StringBuilder(row("endpoint", people.keySet()));
    for (Endpoint endpoint : endpoints) {
      List<String> cells = new ArrayList<>();
      for (Map.Entry<String, @Nullable Visitor> person : people.entrySet()) {
        Role role = person.getKey().equals(NOBODY) ? null : Role.valueOf(person.getKey());
        HttpResponse<String> answer = ask(endpoint, person.getValue());
        Found found = found(answer);
        boolean expected = endpoint.mayUse(role);
        if (expected != (found == Found.LET_IN)) {
          wrong.add(endpoint + " for " + person.getKey() + " answers " + answer.statusCode());
        }
        if (found == Found.REFUSED || answer.statusCode() >= 400) {
          secretsIn(answer).forEach(secret -> shown.add(endpoint.path() + " shows " + secret));
        }
        cells.add((found == Found.LET_IN ? "+ " : "- ") + answer.statusCode());
      }
      table.append(row(endpoint.method() + " " + endpoint.path(), cells));
    }
    System.out.println(table);
    assertThat(wrong).as("answers that do not fit the declared roles").isEmpty();
    assertThat(shown).as("traces and secrets in refusals").isEmpty();
  }

  /// A signed-in person without the token of a form changes nothing, whatever their role.
  @Test
  void nothingChangesWithoutTheTokenOfAForm() throws Exception {
    Visitor admin = administrator();
    List<String> passed = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      if (!endpoint.method().equals("GET") && !endpoint.path().startsWith("/api/")) {
        HttpResponse<String> answer = send(admin, endpoint, null);
        if (found(answer) == Found.LET_IN) {
          passed.add(endpoint + " answers " + answer.statusCode());
        }
      }
    }
    assertThat(passed).isEmpty();
  }

  /// Partners' programs read their own collection; of another's they are told as of nothing.
  @Test
  void aPartnersProgramReadsItsOwnAndNoOthers() throws Exception {
    int own = audience("matrix-mx", Country.MEXICO);
    int foreign = audience("matrix-us", Country.UNITED_STATES);
    String ownProgram = program("matrix-own", own);
    String foreignProgram = program("matrix-foreign", foreign);
    String collection = collectionOf(ownProgram);
    String path = "/taxii2/exchange/collections/" + collection + "/";
    Map<String, Integer> found = new LinkedHashMap<>();
    for (String end : List.of("", "objects/", "manifest/", "objects/indicator--x/versions/")) {
      found.put("own " + end, taxii(path + end, ownProgram));
      found.put("foreign " + end, taxii(path + end, foreignProgram));
      found.put("anonymous " + end, taxii(path + end, null));
    }
    found.put("journal anonymous", taxii("/journal/batches?after=1/0/-", null));
    found.put("journal program", taxii("/journal/batches?after=1/0/-", ownProgram));
    StringBuilder table = new StringBuilder();
    found.forEach((who, status) -> table.append("%-50s %d%n".formatted(who, status)));
    System.out.println(table);
    assertThat(found.get("own ")).isEqualTo(200);
    assertThat(found.get("own objects/")).isEqualTo(200);
    found.forEach((who, status) -> {
      if (who.startsWith("foreign")) {
        assertThat(status).as(who).isEqualTo(404);
      } else if (who.startsWith("anonymous") || who.startsWith("journal")) {
        assertThat(status).as(who).isEqualTo(401);
      }
    });
    Visitor analyst = person("matrix.taxii", Role.ANALYST);
    assertThat(analyst.get("/taxii2/").statusCode()).as("a person's session").isEqualTo(401);
    assertThat(analyst.get(path).statusCode()).isEqualTo(401);
  }

  private Map<String, @Nullable Visitor> people() throws Exception {
    Map<String, @Nullable Visitor> people = new LinkedHashMap<>();
    people.put(NOBODY, null);
    for (Role role : Role.values()) {
      people.put(
          role.name(),
          role == Role.ADMINISTRATOR
              ? administrator()
              : person("matrix." + role.name().toLowerCase(Locale.ROOT), role));
    }
    return people;
  }

  private List<Endpoint> endpoints() {
    Map<String, Endpoint> all = new TreeMap<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (RequestMethod method : methods(mapping)) {
            for (String pattern : mapping.getPatternValues()) {
              if (!pattern.equals("/error") && !pattern.equals("/login")) {
                Endpoint endpoint = endpoint(method, pattern, takes(mapping), handler);
                all.put(pattern + " " + method + " " + mapping.getParamsCondition(), endpoint);
              }
            }
          }
        });
    return List.copyOf(all.values());
  }

  private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
  }

  private static String takes(RequestMappingInfo mapping) {
    return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
        .map(MediaType::toString)
        .findFirst()
        .orElse(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static Endpoint endpoint(
      RequestMethod method, String pattern, String takes, HandlerMethod handler) {
    RolesAllowed declared = handler.getMethodAnnotation(RolesAllowed.class);
    boolean ours = handler.getBeanType().getName().startsWith("org.tripoint.");
    Set<Role> roles =
        declared == null
            ? ours ? Set.of() : null
            : Arrays.stream(declared.value()).map(Role::valueOf).collect(Collectors.toSet());
    String path = VARIABLE.matcher(pattern).replaceAll(SecurityMatrixTest::nothingThere);
    return new Endpoint(
        method.name(), path, takes, roles, handler.hasMethodAnnotation(PermitAll.class));
  }

  /// A name of something that is not there.
  private static String nothingThere(java.util.regex.MatchResult variable) {
    return variable.group().contains("\\d") ? "999999999" : "00000000-0000-4000-8000-000000000000";
  }

  private HttpResponse<String> ask(Endpoint endpoint, @Nullable Visitor person) throws Exception {
    Visitor visitor = person == null ? visitor() : person;
    Matcher token = TOKEN.matcher(visitor.get(person == null ? "/login" : "/me").body());
    return send(visitor, endpoint, token.find() ? token.group(1) : null);
  }

  private static HttpResponse<String> send(
      Visitor visitor, Endpoint endpoint, @Nullable String token) throws Exception {
    return CHANGING.contains(RequestMethod.valueOf(endpoint.method()))
        ? visitor.send(endpoint.method(), endpoint.path(), endpoint.takes(), token)
        : visitor.get(endpoint.path());
  }

  /// Refused: no account, not this role, no token; led to the login page counts as much.
  private static Found found(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    boolean refused =
        answer.statusCode() == 401
            || answer.statusCode() == 403
            || URI.create(location).getPath().equals("/login");
    return refused ? Found.REFUSED : Found.LET_IN;
  }

  private static Set<String> secretsIn(HttpResponse<String> answer) throws Exception {
    Set<String> found = new TreeSet<>();
    TRACE.matcher(answer.body()).results().forEach(one -> found.add(one.group()));
    String local = Files.readString(home().resolve("keys/local-token")).strip();
    if (answer.body().contains(local)) {
      found.add("the local token");
    }
    return found;
  }

  private static String row(String head, Iterable<String> cells) {
    StringBuilder row = new StringBuilder("%-75s".formatted(head));
    cells.forEach(cell -> row.append(" %-14s".formatted(cell)));
    return row.append('\n').toString();
  }

  private int audience(String partner, Country country) {
    SharingBasis basis =
        new SharingBasis(
            "b",
            "An instrument",
            Country.CANADA,
            country,
            Set.of("seizure"),
            Set.of(Part.OPEN),
            Set.of(Purpose.LAW_ENFORCEMENT),
            SharingBasis.Onward.NEVER,
            SharingBasis.Assurance.NOT_ASKED,
            LocalDate.parse("2025-01-01"),
            null,
            365);
    agreements.keep(
        new PartnerAgreement(
            partner,
            "An authority",
            country,
            List.of(basis),
            List.of(
                new PartnerAgreement.Audience(
                    "enforcement", Set.of("POLICE"), Purpose.LAW_ENFORCEMENT, "b"))),
        "tester");
    readers.catchUp();
    return shared.listAudiences().stream()
        .filter(one -> one.partner().equals(partner))
        .findFirst()
        .orElseThrow()
        .bit();
  }

  /// A new client of an audience; its credentials for HTTP Basic.
  private String program(String name, int audience) throws Exception {
    Visitor admin = administrator();
    String page = "/exchange/clients";
    admin.post(
        page, page, Map.of("name", name, "audience", Integer.toString(audience), "reads", "true"));
    Matcher secret = CODE.matcher(admin.get(page).body());
    assertThat(secret.find()).isTrue();
    return Base64.getEncoder()
        .encodeToString((name + ":" + secret.group(1)).getBytes(StandardCharsets.UTF_8));
  }

  private String collectionOf(String program) throws Exception {
    HttpResponse<String> answer = request("/taxii2/exchange/collections/", program);
    Matcher id = Pattern.compile("\"id\":\\s*\"([0-9a-f-]{36})\"").matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  private int taxii(String path, @Nullable String program) throws Exception {
    HttpResponse<String> answer = request(path, program);
    if (answer.statusCode() >= 400) {
      assertThat(secretsIn(answer)).as(path).isEmpty();
    }
    return answer.statusCode();
  }

  private HttpResponse<String> request(String path, @Nullable String program) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Accept", "application/taxii+json;version=2.1");
    if (program != null) {
      request.header("Authorization", "Basic " + program);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
