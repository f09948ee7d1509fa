package org.tripoint.node.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server that belongs to one node home: unpacked, initialised, started or found
/// running, and stopped by the last process that uses it.
///
/// It survives a killed JVM (the next one attaches) and a killed postmaster (the next start
/// recovers from the write-ahead log). It listens on 127.0.0.1 only, on a port kept in the
/// directory, asks for a scram password and keeps checksums.
public final class EmbeddedServer implements AutoCloseable {
  /// Recovery of 2 GB of write-ahead log on a slow disk takes minutes.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String OWNER = "tripoint_owner";
  private static final String DATABASE = "tripoint";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final DataDirectory data;
  private final ServerUsers users;
  private final ServerUsers.Presence presence;
  private final int port;
  private boolean open = true;

  private EmbeddedServer(
      DataDirectory data, ServerUsers users, ServerUsers.Presence presence, int port) {
    this.data = data;
    this.users = users;
    this.presence = presence;
    this.port = port;
  }

  /// Attaches to the server of this directory, or starts it, making what is missing.
  ///
  /// @param directory `postgres` inside the node home
  /// @param wantedPort a fixed port, or 0 for a free one that is then kept
  /// @throws DatabaseProblem with a remedy, when it cannot be had
  public static EmbeddedServer startOrAttach(
      Path directory, ServerSettings settings, int wantedPort) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      Path lock = root.resolve("start.lock");
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        synchronized (EmbeddedServer.class) {
          channel.lock();
          return locked(root, settings, wantedPort);
        }
      }
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The database in " + root + " cannot be prepared: " + e.getMessage(),
          "Check that the directory may be written and the disk has room.",
          e);
    }
  }

  private static EmbeddedServer locked(Path root, ServerSettings settings, int wantedPort)
      throws IOException {
    ServerAccount account = ServerAccount.choose(root.resolve("data"));
    DataDirectory data = new DataDirectory(root, account, PostgresBinaries.unpackInto(root), OWNER);
    data.initialise();
    ServerUsers users = new ServerUsers(root.resolve("users"));
    ServerUsers.Presence presence = users.enter();
    int port = data.runningPort().orElse(0);
    if (port == 0) {
      port = ServerPort.choose(root.resolve("port"), wantedPort);
      data.configure(settings, port);
      data.start();
    } else {
      LOG.info("PostgreSQL of {} is running on port {}", root, port);
    }
    EmbeddedServer server = new EmbeddedServer(data, users, presence, port);
    server.awaitReady();
    server.createDatabase();
    return server;
  }

  /// JDBC URL of the node's database.
  public String url() {
    return url(DATABASE);
  }

  /// JDBC URL of another database of this server.
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The role that owns everything.
  public Login owner() {
    return new Login(OWNER, data.ownerPassword());
  }

  /// Process id of the postmaster.
  public long processId() {
    return data.runningProcess().orElseThrow();
  }

  /// Leaves; stops the server when nobody else uses it.
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      if (users.leaveLast(presence)) {
        data.stop();
      }
    } catch (IOException | DatabaseProblem e) {
      // It may have been killed meanwhile; the next start looks for itself.
      LOG.warn("PostgreSQL could not be stopped: {}", e.getMessage());
    }
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        refuseHopeless(e);
      }
      if (data.runningProcess().isEmpty() && data.mayHaveFailed()) {
        throw data.startProblem();
      }
      if (System.nanoTime() > end) {
        throw new DatabaseProblem(
            "PostgreSQL in " + data + " does not answer on port " + port + ".",
            "Read its log in " + data.log() + ".");
      }
      pause();
    }
  }

  private void refuseHopeless(SQLException e) {
    boolean wrongPassword = String.valueOf(e.getSQLState()).startsWith("28");
    if (wrongPassword) {
      throw new DatabaseProblem(
          "The server on port " + port + " does not take the password kept in " + data + ".",
          "Restore the file owner-password of this node home, or stop the other server.",
          e);
    }
  }

  private void createDatabase() {
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The database " + DATABASE + " cannot be made: " + e.getMessage(),
          "Read the server's log in " + data.log() + ".",
          e);
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", OWNER);
    properties.setProperty("password", data.ownerPassword());
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while waiting for PostgreSQL.", "Start again.", e);
    }
  }
}
