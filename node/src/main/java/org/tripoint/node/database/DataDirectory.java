package org.tripoint.node.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data directory of an embedded server and what may be done to it from outside: initialise,
/// configure, start, look whether it runs, stop.
final class DataDirectory {
  private static final String MAJOR = PostgresBinaries.VERSION.replaceFirst("\\..*", "");
  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

  private final Path root;
  private final Path data;
  private final ServerAccount account;
  private final PostgresBinaries binaries;
  private final String owner;

  DataDirectory(Path root, ServerAccount account, PostgresBinaries binaries, String owner) {
    this.root = root;
    this.data = root.resolve("data");
    this.account = account;
    this.binaries = binaries;
    this.owner = owner;
  }

  /// Makes the cluster unless it is there: beside its place first, so that one that is there is
  /// whole.
  void initialise() throws IOException {
    if (Files.isDirectory(data)) {
      refuseOtherVersion();
      return;
    }
    Path scratch = root.resolve("initialising");
    ServerCommand.deleteTree(scratch);
    Files.createDirectories(scratch);
    SecretFile password = new SecretFile(root.resolve("owner-password"));
    password.readOrCreate();
    Path passed = scratch.resolve("password");
    Path cluster = scratch.resolve("data");
    Files.createDirectory(cluster, SecretFile.OWNER_ONLY_DIRECTORY);
    new SecretFile(passed).write(password.readOrCreate());
    account.own(scratch);
    new ServerCommand(account, root.resolve("initdb.log"))
        .run(
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + owner,
                "--pwfile=" + passed,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "\ninclude 'tripoint.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(cluster, data, StandardCopyOption.ATOMIC_MOVE);
    ServerCommand.deleteTree(scratch);
  }

  String ownerPassword() {
    try {
      return new SecretFile(root.resolve("owner-password")).read();
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The database's password cannot be read: " + e.getMessage(),
          "Restore owner-password in " + root + " from a backup of the node home.",
          e);
    }
  }

  private void refuseOtherVersion() throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(MAJOR)) {
      throw new DatabaseProblem(
          "The database in "
              + data
              + " was made by PostgreSQL "
              + found
              + ", this is "
              + MAJOR
              + ".",
          "Bring it over by pg_upgrade or by dump and restore, or use another node home.");
    }
  }

  /// Writes the settings that the next start takes.
  void configure(ServerSettings settings, int port) throws IOException {
    String lines =
        settings.toMap().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue() + "\n")
            .collect(Collectors.joining());
    Path file = data.resolve("tripoint.conf");
    Files.writeString(
        file,
        "# Written at every start; own settings go into postgresql.auto.conf.\n"
            + lines
            + "port = "
            + port
            + "\n");
    account.own(file);
  }

  /// Starts the server in a session of its own, so that Ctrl-C reaches the node alone.
  void start() throws IOException {
    removeStaleProcessFile();
    if (Files.exists(log())) {
      Files.move(log(), data.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(log(), "");
    account.own(log());
    LOG.info("Starting PostgreSQL {} in {}", PostgresBinaries.VERSION, data);
    new ServerCommand(account, root.resolve("pg_ctl.log"))
        .run(
            List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--pgdata=" + data,
                "--log=" + log(),
                "--no-wait",
                "--silent"));
  }

  /// Stops the server: open transactions are rolled back, all that was committed is on disk.
  void stop() throws IOException {
    if (runningProcess().isEmpty()) {
      return;
    }
    LOG.info("Stopping PostgreSQL in {}", data);
    new ServerCommand(account, root.resolve("pg_ctl.log"))
        .run(
            List.of(
                binaries.program("pg_ctl").toString(),
                "stop",
                "--pgdata=" + data,
                "--mode=fast",
                "--timeout=120",
                "--silent"));
  }

  /// The process that the directory's own file names, when it lives and works in this directory.
  OptionalLong runningProcess() {
    List<String> lines = processFile();
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]+")) {
      return OptionalLong.empty();
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    return worksHere(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
  }

  OptionalInt runningPort() {
    List<String> lines = processFile();
    if (runningProcess().isEmpty() || lines.size() < 4) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
  }

  /// True when the start has said in the log that it gave up.
  boolean mayHaveFailed() {
    return logTail().contains("FATAL");
  }

  DatabaseProblem startProblem() {
    String tail = logTail();
    String remedy = "Read " + log() + ".";
    if (tail.contains("No space left")) {
      remedy = "Make room on the disk of " + root + ".";
    } else if (tail.contains("Address already in use")) {
      remedy = "Stop what uses the port, or name another by tripoint.database.port.";
    } else if (tail.contains("could not map anonymous shared memory")) {
      remedy = "Free some memory; PostgreSQL wants a quarter of it, at most 1 GB.";
    }
    return new DatabaseProblem("PostgreSQL in " + data + " did not start:\n" + tail, remedy);
  }

  Path log() {
    return data.resolve("server.log");
  }

  @Override
  public String toString() {
    return data.toString();
  }

  /// After a kill -9 the file stays. PostgreSQL trusts it when the number now belongs to anybody's
  /// process, so it goes when nothing works in this directory any more.
  private void removeStaleProcessFile() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ProcessHandle.allProcesses().anyMatch(p -> worksHere(p.pid()))) {
      if (System.nanoTime() > end) {
        throw new DatabaseProblem(
            "Processes of an earlier PostgreSQL still work in " + data + ".",
            "End them (kill -INT), then start again.");
      }
      LockSupport.parkNanos(20_000_000);
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private boolean worksHere(long pid) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), data);
    } catch (IOException e) {
      return namesThisDirectory(pid); // ended meanwhile, or another user's
    }
  }

  private boolean namesThisDirectory(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return List.of(line.split("\0")).contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> processFile() {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String logTail() {
    try {
      String text = Files.readString(log(), StandardCharsets.UTF_8);
      return text.substring(Math.max(0, text.length() - 1500));
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage()).orElse("");
    }
  }
}
