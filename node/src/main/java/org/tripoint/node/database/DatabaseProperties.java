package org.tripoint.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `tripoint.database`. All empty means the embedded server of the node home.
///
/// @param url JDBC URL of a PostgreSQL 18 database; when set, nothing is started
/// @param owner the role that owns the schemas; needed with a URL
/// @param app the role that the application connects as; its password is generated when it has none
/// @param port fixed port of the embedded server, 0 for a free one
/// @param connections most connections that the application holds
@ConfigurationProperties("tripoint.database")
record DatabaseProperties(
    @Nullable String url,
    @DefaultValue Role owner,
    @DefaultValue Role app,
    @DefaultValue("0") int port,
    @DefaultValue("16") int connections) {

  /// @param user name of the role
  /// @param password its password
  record Role(@Nullable String user, @Nullable String password) {}

  /// The owner that must be named together with a URL.
  Login requiredOwner() {
    String user = owner.user();
    String password = owner.password();
    if (user == null || user.isBlank() || password == null) {
      throw new DatabaseProblem(
          "tripoint.database.url is set, but not the role that owns the schemas.",
          "Set tripoint.database.owner.user and tripoint.database.owner.password.");
    }
    return new Login(user, password);
  }

  /// The application's login; a missing password comes from the node home.
  Login appLogin(Path home) throws IOException {
    String user = app.user();
    String password = app.password();
    String name = user == null || user.isBlank() ? "tripoint_app" : user;
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new DatabaseProblem(
          "tripoint.database.app.user is " + name + ", which is not a plain role name.",
          "Use lower-case letters, digits and underscores.");
    }
    if (password == null || password.isEmpty()) {
      Files.createDirectories(home);
      password = new SecretFile(home.resolve("app-password")).readOrCreate();
    }
    return new Login(name, password);
  }
}
