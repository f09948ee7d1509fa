package org.tripoint.node.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.testing.Visitor;

/// The first sign-in to a new node, on a database of its own.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FirstLoginTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String PASSWORD = "seven quiet lakes at dawn";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void firstAdministratorMustChooseAPasswordAndTheFileGoes() throws Exception {
    Path file = DATABASE.home().resolve("first-login.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("user: admin");
    String once = lines.get(1).replace("password: ", "");
    Visitor first = new Visitor("http://127.0.0.1:" + port);
    assertThat(location(first.signIn("admin", once))).endsWith("/");
    assertThat(location(first.get("/"))).endsWith("/me/password");
    assertThat(location(first.get("/accounts"))).endsWith("/me/password");
    HttpResponse<String> weak =
        first.post(
            "/me/password",
            "/me/password",
            Map.of("current", once, "fresh", "short", "again", "short"));
    assertThat(weak.statusCode()).isEqualTo(422);
    HttpResponse<String> changed =
        first.post(
            "/me/password",
            "/me/password",
            Map.of("current", once, "fresh", PASSWORD, "again", PASSWORD));
    assertThat(location(changed)).endsWith("/");
    assertThat(first.get("/").statusCode()).isEqualTo(200);
    assertThat(file).doesNotExist();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect");
  }
}
