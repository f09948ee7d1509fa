package org.tripoint.node.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// A process that holds a node home until it is killed, as a running node does.
final class HomeHolder {
  private HomeHolder() {}

  public static void main(String[] args) throws IOException {
    System.out.println(new NodeHome(Path.of(args[0])).lockForThisProcess() ? "held" : "taken");
    System.out.flush();
    System.in.transferTo(OutputStream.nullOutputStream()); // until the parent is gone
  }

  static Process start(Path home) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    HomeHolder.class.getName(),
                    home.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = process.inputReader().readLine();
    if (!"held".equals(said)) {
      process.destroyForcibly();
      throw new IOException("expected to hold " + home + ", found " + said);
    }
    return process;
  }
}
