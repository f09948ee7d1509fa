package org.tripoint.node.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.tripoint.node.database.DatabaseAccess;

/// A fresh database of a real PostgreSQL with every room's schema, for one test class.
///
/// One server runs for the test JVM under `target/`, and each database is cloned from a template
/// that was migrated once (50 to 150 ms). The server does not wait for the disk (fsync off) unless
/// `-Dtripoint.test.fsync` is set: what a test proves about crashes of the machine has to set it.
///
/// Plain test: `static final TestDatabase DATABASE = TestDatabase.fresh();`, then `DATABASE.app()`.
/// Spring test: see [#register].
public final class TestDatabase implements AutoCloseable {
  private final DatabaseAccess access;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final DataSource app;
  private final DataSource owner;

  private TestDatabase(DatabaseAccess access) {
    this.access = access;
    this.app = pool(access.app().user(), access.app().password(), 8);
    this.owner = pool(access.owner().user(), access.owner().password(), 2);
  }

  /// A new migrated database without records. Closing it early saves memory; the end of the JVM
  /// does it otherwise.
  public static TestDatabase fresh() {
    return new TestDatabase(TestServer.get().cloneTemplate());
  }

  /// A backup of this database and of its node home, as of now; it can be used like any other.
  public TestDatabase copy() {
    evictConnections();
    TestDatabase copy =
        new TestDatabase(TestServer.get().copy(url().substring(url().lastIndexOf('/') + 1)));
    evictConnections(); // what was opened meanwhile was ended by the server
    Path keys = home().resolve("keys");
    if (Files.exists(keys)) {
      try (Stream<Path> files = Files.list(keys)) {
        Path to = Files.createDirectories(copy.home().resolve("keys"));
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return copy;
  }

  private void evictConnections() {
    pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
  }

  /// Connections of the restricted role, as the application has them.
  public DataSource app() {
    return app;
  }

  /// Connections of the role that owns the schemas.
  public DataSource owner() {
    return owner;
  }

  public String url() {
    return access.url();
  }

  public DatabaseAccess access() {
    return access;
  }

  /// Points a Spring test at this database and at a node home of its own under `target/`.
  ///
  /// ```java
  /// @SpringBootTest
  /// class SomethingTest {
  ///   static final TestDatabase DATABASE = TestDatabase.fresh();
  ///
  ///   @DynamicPropertySource
  ///   static void database(DynamicPropertyRegistry registry) {
  ///     DATABASE.register(registry);
  ///   }
  /// }
  /// ```
  public void register(DynamicPropertyRegistry registry) {
    registry.add("tripoint.database.url", access::url);
    registry.add("tripoint.database.owner.user", () -> access.owner().user());
    registry.add("tripoint.database.owner.password", () -> access.owner().password());
    registry.add("tripoint.database.app.user", () -> access.app().user());
    registry.add("tripoint.database.app.password", () -> access.app().password());
    registry.add("tripoint.database.connections", () -> 8);
    registry.add("tripoint.home", () -> home().toString());
    registry.add("server.port", () -> 0);
  }

  /// The node home that [#register] names; made by whoever writes there.
  public Path home() {
    return TestServer.directory()
        .resolve("homes")
        .resolve(access.url().substring(access.url().lastIndexOf('/') + 1));
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  /// Closes it and gives its files back: for tests that need thousands.
  public void drop() {
    close();
    TestServer.get().drop(url().substring(url().lastIndexOf('/') + 1));
  }

  private DataSource pool(String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }
}
