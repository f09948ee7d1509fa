package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  private static final String BUFFERS_OF_KEPT =
      """
      select count(*) from pg_buffercache
      where relfilenode = pg_relation_filenode('kept')
        and reldatabase = (select oid from pg_database where datname = current_database())
      """;

  @TempDir Path home;

  /// Unpacked once for all tests of this class; one of them unpacks for itself.
  @BeforeEach
  void lendBinaries(TestInfo test) throws IOException {
    if (!test.getDisplayName().startsWith("attaches")) {
      Path shared = Path.of("target", "database-test").toAbsolutePath();
      PostgresBinaries.unpackInto(shared);
      Path mine = Files.createDirectories(home.resolve("postgres"));
      String name = "bin-" + PostgresBinaries.VERSION;
      Files.createSymbolicLink(mine.resolve(name), shared.resolve(name));
    }
  }

  @Test
  void keepsWhatWasAcknowledgedWhenThePostmasterIsKilledDuringCommits() throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    long process;
    try (EmbeddedServer server = start(0)) {
      process = server.processId();
      execute(server, "create table committed (n bigint primary key)");
      Thread writer = Thread.ofVirtual().start(() -> writeUntilItFails(server, acknowledged));
      while (acknowledged.get() < 200) {
        Thread.sleep(5);
      }
      kill(process);
      writer.join();
    }
    try (EmbeddedServer server = start(0)) {
      assertThat(server.processId()).isNotEqualTo(process);
      long kept = number(server, "select count(*) from committed");
      long last = number(server, "select max(n) from committed");
      assertThat(kept).as("no gap and nothing doubled").isEqualTo(last);
      assertThat(kept).as("acknowledged rows").isGreaterThanOrEqualTo(acknowledged.get());
    }
  }

  @Test
  void readsAgainWhatLayInMemoryBefore() throws Exception {
    try (EmbeddedServer server = start(0)) {
      execute(server, "create extension pg_buffercache");
      execute(server, "create table kept as select generate_series(1, 100000) n");
      assertThat(number(server, BUFFERS_OF_KEPT)).isPositive();
    }
    try (EmbeddedServer server = start(0)) {
      long deadline = System.nanoTime() + 60_000_000_000L;
      while (number(server, BUFFERS_OF_KEPT) == 0 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
      assertThat(number(server, BUFFERS_OF_KEPT)).isPositive();
    }
  }

  @Test
  void attachesAfterItsProcessWasKilledAndTheLastOneOutStopsIt() throws Exception {
    Process child = StartedElsewhere.run(home.resolve("postgres"));
    try {
      assertThat(StartedElsewhere.awaitReady(child)).startsWith("ready ");
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (EmbeddedServer first = start(0)) {
      long postmaster = first.processId();
      execute(first, "create table kept (n int)");
      EmbeddedServer second = start(0);
      assertThat(second.processId()).isEqualTo(postmaster);
      second.close();
      assertThat(number(first, "select count(*) from kept")).isZero();
    }
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void isDurableCheckedAndClosedToStrangers() throws Exception {
    try (EmbeddedServer server = start(0)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "data_checksums")).isEqualTo("on");
      assertThat(setting(server, "unix_socket_directories")).isEmpty();
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url(), "tripoint_owner", "a guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      Path secret = home.resolve("postgres/owner-password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void refusesTheDirectoryOfAnotherMajorVersion() throws Exception {
    Path data = Files.createDirectories(home.resolve("postgres/data"));
    Files.writeString(data.resolve("PG_VERSION"), "16\n");
    assertThatThrownBy(() -> start(0))
        .isInstanceOfSatisfying(
            DatabaseProblem.class,
            problem -> {
              assertThat(problem).hasMessageContaining(data.toString()).hasMessageContaining("16");
              assertThat(problem.remedy()).contains("pg_upgrade");
            });
  }

  @Test
  void saysThatTheWantedPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> start(taken.getLocalPort()))
          .isInstanceOfSatisfying(
              DatabaseProblem.class,
              problem -> {
                assertThat(problem).hasMessageContaining(Integer.toString(taken.getLocalPort()));
                assertThat(problem.remedy()).contains("tripoint.database.port");
              });
    }
  }

  @Test
  void survivesAProcessFileThatNowNamesAStranger() throws Exception {
    long process;
    try (EmbeddedServer server = start(0)) {
      process = server.processId();
      kill(process);
    }
    Path file = home.resolve("postgres/data/postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(file, lines);
    try (EmbeddedServer server = start(0)) {
      assertThat(number(server, "select 1")).isEqualTo(1);
    }
  }

  private EmbeddedServer start(int port) {
    return EmbeddedServer.startOrAttach(home.resolve("postgres"), ServerSettings.keeping(), port);
  }

  private static void kill(long process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-9", Long.toString(process)).start().waitFor();
  }

  private static void writeUntilItFails(EmbeddedServer server, AtomicLong acknowledged) {
    try (Connection connection = connect(server);
        PreparedStatement insert =
            connection.prepareStatement("insert into committed values (?)")) {
      for (long n = 1; ; n++) {
        insert.setLong(1, n);
        insert.executeUpdate();
        acknowledged.set(n);
      }
    } catch (SQLException e) {
      assertThat(acknowledged.get()).as("rows before " + e.getMessage()).isPositive();
    }
  }

  private static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(EmbeddedServer server, String sql) throws SQLException {
    return Long.parseLong(text(server, sql));
  }

  private static String setting(EmbeddedServer server, String name) throws SQLException {
    return text(server, "select current_setting('" + name + "')");
  }

  private static String text(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedServer server) throws SQLException {
    Login owner = server.owner();
    return DriverManager.getConnection(server.url(), owner.user(), owner.password());
  }
}
