package org.tripoint.node.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs one of PostgreSQL's programs to its end, as the server's account.
///
/// @param output file that takes what it prints
record ServerCommand(ServerAccount account, Path output) {

  /// @throws DatabaseProblem with what it printed, when it does not end with 0
  void run(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(account.command(command))
            .directory(new File("/"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw problem(command, "it did not end within five minutes");
      }
      if (process.exitValue() != 0) {
        throw problem(command, Files.readString(output).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted in " + command.getFirst(), "Start again.", e);
    }
  }

  private DatabaseProblem problem(List<String> command, String found) {
    String program = Path.of(command.getFirst()).getFileName().toString();
    String remedy =
        found.contains("No space left")
            ? "Make room on the disk of " + output.getParent() + "."
            : "Read " + output + ".";
    return new DatabaseProblem("PostgreSQL's " + program + " failed: " + found, remedy);
  }

  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
