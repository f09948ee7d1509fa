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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.TripointNode;

/// A whole node on a fresh database at a random port, shared by the test classes that extend this
/// one.
@SpringBootTest(
    classes = TripointNode.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"tripoint.node.name=Test node", "tripoint.node.country=CA"})
public abstract class RunningNode {
  public static final String ADMIN = "admin";
  public static final String PASSWORD = "seven quiet lakes at dawn";

  protected static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  protected final String base() {
    return "http://127.0.0.1:" + port;
  }

  protected static Path home() {
    return DATABASE.home();
  }

  /// A browser without pages: keeps cookies, follows no redirects.
  protected final Visitor visitor() {
    return new Visitor(base());
  }

  /// A visitor who has signed in as the administrator; the first one changes the one-time password.
  protected final Visitor administrator() throws Exception {
    Visitor visitor = visitor();
    Path first = home().resolve("first-login.txt");
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

  /// Sends requests as one person.
  public static final class Visitor {
    private final String base;
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(String base) {
      this.base = base;
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

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
