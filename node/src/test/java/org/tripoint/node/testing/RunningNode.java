package org.tripoint.node.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.TripointNode;
import org.tripoint.node.accounts.Role;

/// A whole node on a fresh database at a random port, shared by the test classes that extend this
/// one.
@SpringBootTest(
    classes = TripointNode.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"tripoint.node.name=Test node", "tripoint.node.country=CA"})
public abstract class RunningNode {
  public static final String ADMIN = Visitor.ADMIN;
  public static final String PASSWORD = Visitor.PASSWORD;

  protected static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final Pattern CODE = Pattern.compile("<code>([a-z2-9-]{23})</code>");

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
    return Visitor.administrator(base(), home());
  }

  /// A new person of one role who has chosen a password.
  protected final Visitor person(String name, Role role) throws Exception {
    Visitor admin = administrator();
    admin.post(
        "/accounts", "/accounts", Map.of("name", name, "fullName", name, "roles", role.name()));
    Matcher once = CODE.matcher(admin.get("/accounts/of/" + name).body());
    if (!once.find()) {
      throw new AssertionError("no one-time password of " + name);
    }
    Visitor person = visitor();
    person.signIn(name, once.group(1));
    person.post(
        "/me/password",
        "/me/password",
        Map.of("current", once.group(1), "fresh", PASSWORD, "again", PASSWORD));
    return person;
  }
}
