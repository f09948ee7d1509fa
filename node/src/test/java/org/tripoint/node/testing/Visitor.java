package org.tripoint.node.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sends requests as one person: a browser without pages, which keeps cookies and follows no
/// redirects.
public final class Visitor {
  static final String ADMIN = "admin";
  public static final String PASSWORD = "seven quiet lakes at dawn";

  private static final Pattern CODE = Pattern.compile("<code>([a-z2-9-]{23})</code>");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Visitor(String base) {
    this.base = base;
  }

  /// Somebody who has signed in as the administrator; the first one changes the one-time password.
  public static Visitor administrator(String base, Path home)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(base);
    Path first = home.resolve("first-login.txt");
    if (Files.exists(first)) {
      String once = Files.readAllLines(first).get(1).replace("password: ", "");
      visitor.signIn(ADMIN, once);
      visitor.post(
          "/me/password",
          "/me/password",
          Map.of("current", once, "fresh", PASSWORD, "again", PASSWORD));
    } else {
      visitor.signIn(ADMIN, PASSWORD);
    }
    return visitor;
  }

  /// A new person of one role, made by an administrator, who has chosen a password.
  public static Visitor newPerson(Visitor admin, String base, String name, String role)
      throws IOException, InterruptedException {
    String reads =
        switch (role) {
          case "LIAISON" -> "";
          case "AUDITOR" -> "HEALTH";
          default -> "NOMINAL,HEALTH";
        };
    return newPerson(admin, base, name, role, reads);
  }

  /// A new person of some roles who may read some parts of records beside the open one.
  public static Visitor newPerson(
      Visitor admin, String base, String name, String roles, String reads)
      throws IOException, InterruptedException {
    Map<String, String> form =
        new java.util.TreeMap<>(
            Map.of("name", name, "fullName", name, "roles", roles, "reads", reads));
    form.put("ceiling", "RED");
    form.put("everyAgency", "true");
    if (roles.equals("LIAISON")) {
      form.put("lastDay", "2999-12-31");
    }
    admin.post("/accounts", "/accounts", form);
    Matcher once = CODE.matcher(admin.get("/accounts/of/" + name).body());
    if (!once.find()) {
      throw new AssertionError("no one-time password of " + name);
    }
    Visitor person = new Visitor(base);
    person.signIn(name, once.group(1));
    person.post(
        "/me/password",
        "/me/password",
        Map.of("current", once.group(1), "fresh", PASSWORD, "again", PASSWORD));
    return person;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    return post("/login", "/login", Map.of("username", name, "password", password));
  }

  /// Posts a form with the CSRF token of the page it stands on; without one when `page` is null.
  public HttpResponse<String> post(@Nullable String page, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + encode(one.getValue()))
            .collect(Collectors.joining("&"));
    if (page != null) {
      Matcher token = TOKEN.matcher(get(page).body());
      if (token.find()) {
        body += "&_csrf=" + encode(token.group(1));
      }
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Sends a request that would change something, without parameters.
  ///
  /// @param type of the body, which is empty
  /// @param token of a form, or null for none
  public HttpResponse<String> send(String method, String path, String type, @Nullable String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (token != null) {
      request.header("X-CSRF-TOKEN", token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
