package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.LiaisonWorld;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;

/// Every endpoint of a whole node, asked by everybody: what is expected comes from the roles that
/// each handler declares, what is found comes over HTTP. The table is printed.
///
/// Requests that change something carry the CSRF token and no parameters, and name things that are
/// not there: whoever may call is told so by any other answer than a refusal. What answers programs
/// and partners' nodes is asked in PartnersMatrixTest.
class SecurityMatrixTest extends RunningNode {
  private static final String NOBODY = "anonymous";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::[^{}]*)?}");
  private static final Set<RequestMethod> CHANGING =
      Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH);

  /// What no answer may show.
  private static final Pattern TRACE =
      Pattern.compile(
          "\\bat (?:org|java|jakarta)\\.[a-z.]+|Exception\\b|\\$argon2|PRIVATE"
              + " KEY|jdbc:postgresql");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private ApplicationContext node;

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
        Role role = roleOf(person.getKey());
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
    officer("mx", Country.MEXICO, people);
    officer("us", Country.UNITED_STATES, people);
    return people;
  }

  /// An officer of a country who is posted here.
  private void officer(String partner, Country country, Map<String, @Nullable Visitor> people)
      throws Exception {
    LiaisonWorld world = new LiaisonWorld(node, Country.CANADA);
    world.agree(partner, country);
    String account = "matrix.officer." + partner;
    people.put(Role.LIAISON.name() + " " + partner, person(account, Role.LIAISON));
    world.post(account, partner, country, LiaisonWorld.FAR);
  }

  private static @Nullable Role roleOf(String person) {
    return person.equals(NOBODY) ? null : Role.valueOf(person.split(" ", -1)[0]);
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
}
