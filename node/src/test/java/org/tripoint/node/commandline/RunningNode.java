package org.tripoint.node.commandline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A real node in a process of its own, to be killed.
final class RunningNode {
  private static final long START_SECONDS = 900;

  private final NodeHome home;
  private final Process process;

  private RunningNode(NodeHome home, Process process) {
    this.home = home;
    this.process = process;
  }

  /// Starts a node on the home and waits until it answers.
  static RunningNode start(Path directory, String... settings)
      throws IOException, InterruptedException {
    NodeHome home = new NodeHome(directory);
    Files.createDirectories(directory);
    Files.deleteIfExists(home.addressFile());
    List<String> command = new ArrayList<>(List.of("serve", "--home", directory.toString()));
    command.addAll(List.of("--port", "0"));
    command.addAll(List.of(settings));
    Process process = java(directory.resolve("node.log"), command);
    RunningNode node = new RunningNode(home, process);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.exists(home.addressFile())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException("the node did not start:\n" + node.log());
      }
      Thread.sleep(20);
    }
    return node;
  }

  /// Runs a command of the node program to its end and answers the exit code.
  static int run(Path log, String... arguments) throws IOException, InterruptedException {
    return java(log, List.of(arguments)).waitFor();
  }

  /// Where its pages are.
  String address() throws IOException {
    return Files.readString(home.addressFile()).strip();
  }

  NodeClient client() throws IOException {
    return new NodeClient(address(), home.token(), Locale.US);
  }

  /// kill -9: no shutdown hook runs.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// kill -9 of its database as well.
  void killDatabase() throws IOException, InterruptedException {
    Path file = home.path().resolve("postgres/data/postmaster.pid");
    String postmaster = Files.readAllLines(file).getFirst().strip();
    new ProcessBuilder("kill", "-9", postmaster).start().waitFor();
  }

  /// Stops it as an operator does.
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      kill();
    }
  }

  String log() throws IOException {
    String text = Files.readString(home.path().resolve("node.log"));
    return text.substring(Math.max(0, text.length() - 4_000));
  }

  private static Process java(Path log, List<String> arguments) throws IOException {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classes));
    command.add("org.tripoint.node.TripointNode");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
