package org.tripoint.bench;

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

/// A signed-in person with a browser that loads pages one after another.
final class Visitor {

  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
  private static final String PASSWORD = "a long bench phrase 2026";

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// A page as it came.
  record Loaded(int status, String body, long nanos) {}

  Visitor(String address) {
    this.address = address;
  }

  /// Signs in with the first login that the node wrote, and sets a password of its own.
  void signIn(Path home) throws IOException, InterruptedException {
    Path first = home.resolve("first-login.txt");
    String password = PASSWORD;
    if (Files.exists(first)) {
      password =
          Files.readAllLines(first).stream()
              .filter(line -> line.startsWith("password: "))
              .map(line -> line.substring("password: ".length()))
              .findFirst()
              .orElseThrow();
    }
    post("/login", "/login", Map.of("username", "admin", "password", password));
    if (!password.equals(PASSWORD)) {
      post(
          "/me/password",
          "/me/password",
          Map.of("current", password, "fresh", PASSWORD, "again", PASSWORD));
      post("/login", "/login", Map.of("username", "admin", "password", PASSWORD));
    }
    Loaded page = load("/me");
    if (page.status() != 200 || page.body().contains("action=\"/login\"")) {
      throw new IllegalStateException("expected to be signed in, found status " + page.status());
    }
  }

  Loaded load(String path) throws IOException, InterruptedException {
    long started = System.nanoTime();
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
            HttpResponse.BodyHandlers.ofString());
    return new Loaded(response.statusCode(), response.body(), System.nanoTime() - started);
  }

  private void post(String form, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    String page = load(form).body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      // Already past that form.
      return;
    }
    String value = token.group(1) == null ? token.group(2) : token.group(1);
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(value) + "&", ""));
    client.send(
        HttpRequest.newBuilder(URI.create(address + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
