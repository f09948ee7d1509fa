package org.tripoint.node.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tripoint.node.database.DatabaseAccess;
import org.tripoint.node.database.EmbeddedServer;
import org.tripoint.node.database.Login;
import org.tripoint.node.database.Migrations;
import org.tripoint.node.database.ServerSettings;

/// The server of this test JVM and its migrated template.
final class TestServer {
  private static final Login APP = new Login("tripoint_app", "app-of-the-tests");
  private static final long LOCK = 7_302;

  private final EmbeddedServer server;
  private final String template;
  private final AtomicInteger clones = new AtomicInteger();

  private TestServer() throws SQLException {
    ServerSettings settings =
        System.getProperty("tripoint.test.fsync") == null
            ? ServerSettings.forgetting()
            : ServerSettings.keeping();
    server = EmbeddedServer.startOrAttach(directory(), settings, 0);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    template = "template_" + fingerprint();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      dropLeftovers(statement);
      makeTemplate(statement);
    }
  }

  private static final class Holder {
    static final TestServer SERVER = start();

    private static TestServer start() {
      try {
        return new TestServer();
      } catch (SQLException e) {
        throw new IllegalStateException("the test database cannot be prepared", e);
      }
    }
  }

  static TestServer get() {
    return Holder.SERVER;
  }

  /// `target/test-postgres` of the module that is tested.
  static Path directory() {
    String module = System.getProperty("basedir", System.getProperty("user.dir"));
    return Path.of(module, "target", "test-postgres").toAbsolutePath();
  }

  DatabaseAccess cloneTemplate() {
    return copy(template);
  }

  /// The database goes with its files.
  void drop(String name) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop " + name, e);
    }
  }

  /// A copy of a database to which nobody is connected any more.
  DatabaseAccess copy(String from) {
    String name = "test_" + ProcessHandle.current().pid() + "_" + clones.incrementAndGet();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + from + "'");
      statement.execute("create database " + name + " template " + from);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot clone " + from, e);
    }
    return access(name);
  }

  private void makeTemplate(Statement statement) throws SQLException {
    if (databases(statement, template).contains(template)) {
      return;
    }
    String making = "making_" + template;
    statement.execute("drop database if exists " + making + " with (force)");
    statement.execute("create database " + making);
    Migrations.run(access(making));
    statement.execute("alter database " + making + " rename to " + template);
  }

  /// Databases of test JVMs that are gone, and templates of other migrations.
  private void dropLeftovers(Statement statement) throws SQLException {
    for (String name : databases(statement, "test\\_%")) {
      long pid = Long.parseLong(name.split("_", -1)[1]);
      boolean alive = pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
      if (!alive) {
        statement.execute("drop database if exists " + name + " with (force)");
      }
    }
    for (String name : databases(statement, "template\\_%")) {
      if (!name.equals(template)) {
        statement.execute("drop database if exists " + name + " with (force)");
      }
    }
  }

  private static List<String> databases(Statement statement, String pattern) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select datname from pg_database where datname like '" + pattern + "'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private DatabaseAccess access(String database) {
    return new DatabaseAccess(server.url(database), server.owner(), APP);
  }

  private Connection connect(String database) throws SQLException {
    Login owner = server.owner();
    return DriverManager.getConnection(server.url(database), owner.user(), owner.password());
  }

  private static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Resource[] scripts =
          new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql");
      Arrays.sort(scripts, Comparator.comparing(r -> String.valueOf(r.getFilename())));
      for (Resource script : scripts) {
        digest.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
        try (InputStream in = script.getInputStream()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
