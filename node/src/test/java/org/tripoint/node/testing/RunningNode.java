package org.tripoint.node.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.TripointNode;
import org.tripoint.node.accounts.Role;

/// A whole node on a fresh database at a random port, shared by the test classes that extend this
/// one, one class after the other.
@ResourceLock("the running node")
@SpringBootTest(
    classes = TripointNode.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"tripoint.node.name=Test node", "tripoint.node.country=CA"})
public abstract class RunningNode {
  public static final String ADMIN = Visitor.ADMIN;
  public static final String PASSWORD = Visitor.PASSWORD;

  protected static final TestDatabase DATABASE = TestDatabase.fresh();

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
    return Visitor.newPerson(administrator(), base(), name, role.name());
  }
}
