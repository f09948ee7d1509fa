package org.tripoint.node.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// A second JVM that starts the server of a directory, says so and then waits to be killed.
final class StartedElsewhere {
  private StartedElsewhere() {}

  public static void main(String[] args) throws IOException {
    EmbeddedServer server =
        EmbeddedServer.startOrAttach(Path.of(args[0]), ServerSettings.keeping(), 0);
    PrintStream out = System.out;
    out.println("ready " + server.processId());
    out.flush();
    System.in.transferTo(OutputStream.nullOutputStream()); // until the parent is gone
  }

  static Process run(Path directory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedElsewhere.class.getName(),
                directory.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static String awaitReady(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("ready ")) {
        return line;
      }
    }
    return "ended";
  }
}
