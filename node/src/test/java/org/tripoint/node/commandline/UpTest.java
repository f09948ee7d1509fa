package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./tripoint up` in real processes: the script, the node of this build and its PostgreSQL.
class UpTest {
  private static final long PATIENCE_MINUTES = 10;
  private static final List<String> COUNTRIES = List.of("us", "mx", "ca");

  @TempDir Path directory;

  private Path script;
  private Path home;

  /// The script with a build that is there and not stale: the classes under test.
  @BeforeEach
  void pretendABuild() throws IOException {
    Path app = Files.createDirectory(directory.resolve("app"));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "org.tripoint.node.TripointNode");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.endsWith("test-classes"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(app.resolve("node.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
    Files.createFile(app.resolve(".built"));
    script = directory.resolve("tripoint");
    String text = Files.readString(ScriptTest.ROOT.resolve("tripoint"));
    Files.writeString(
        script,
        text.replace("root=$(cd", "root=" + ScriptTest.ROOT + " # $(cd")
            .replace("app=$root/node/target/app", "app=" + app));
    home = directory.resolve("home");
  }

  @Test
  void controlCStopsTheNodeAndItsDatabase() throws Exception {
    Path said = directory.resolve("said");
    Process up = start(said, "up", "--empty", "--home", home.toString(), "--port", "0");
    try {
      await(up, said, "Ctrl-C stops everything.");
      long node = Long.parseLong(Files.readString(home.resolve("node.lock")).strip());
      Path postmaster = home.resolve("postgres/data/postmaster.pid");
      long database = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
      assertThat(ProcessHandle.of(node)).isPresent();
      new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
      assertThat(up.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(text(said)).isTrue();
      assertThat(up.exitValue()).isZero();
      assertThat(text(said)).endsWith("Stopping the node ...\nStopped.\n");
      assertThat(ProcessHandle.of(node)).isEmpty();
      assertThat(postmaster).doesNotExist();
      ProcessHandle.of(database)
          .ifPresent(
              ending -> ending.onExit().orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join());
    } finally {
      up.descendants().forEach(ProcessHandle::destroyForcibly);
      up.destroyForcibly();
    }
  }

  @Test
  void startsThreeNodesFillsEachWithItsOwnFilesAndStopsAll() throws Exception {
    Path scenario = Files.createDirectories(home.resolve("scenario"));
    Files.writeString(
        scenario.resolve("figures.csv"),
        """
        FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of Event,Sum Qty (lbs)
        2025,OCT,Office of Field Operations,Northern Border,Land Only,DETROIT FIELD OFFICE,Fentanyl,3,12.5
        """);
    for (String country : COUNTRIES) {
      Files.writeString(
          scenario.resolve("import-order-" + country + ".txt"),
          "figures.csv published=2025-01-15\n");
    }
    Files.createFile(scenario.resolve("import-order.txt"));
    Files.createFile(scenario.resolve("border-story.txt"));
    Path said = directory.resolve("said");
    Process up = start(said, "up", "--home", home.toString(), "--port", "0");
    try {
      await(up, said, "The demonstration is filled");
      List<ProcessHandle> running = new ArrayList<>();
      for (String country : COUNTRIES) {
        Path node = home.resolve(country);
        String address = Files.readString(node.resolve("node.address")).strip();
        assertThat(status(address + "/login")).as(country).isEqualTo(200);
        assertThat(node.resolve("first-login.txt")).isNotEmptyFile();
        assertThat(text(said)).contains(address + "/login");
        running.add(process(node.resolve("node.lock")));
        running.add(process(node.resolve("postgres/data/postmaster.pid")));
      }
      assertThat(text(said).split("figures\\.csv", -1)).hasSizeGreaterThan(COUNTRIES.size());
      new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
      assertThat(up.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(text(said)).isTrue();
      assertThat(text(said)).endsWith("Stopping the node ...\nStopped.\n");
      for (ProcessHandle one : running) {
        one.onExit().orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
      }
    } finally {
      up.descendants().forEach(ProcessHandle::destroyForcibly);
      up.destroyForcibly();
    }
  }

  private static ProcessHandle process(Path file) throws IOException {
    long id = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    return ProcessHandle.of(id).orElseThrow();
  }

  private static int status(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void namesTheRemedyWhenThePortIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = other.getLocalPort();
      assertRefused(
          "Another program uses port "
              + port
              + ". Choose another: ./tripoint up --port "
              + (port + 1),
          "--port",
          Integer.toString(port));
    }
  }

  @Test
  void namesTheRemedyWhenTheHomeCannotBeWritten() throws Exception {
    home = Files.createFile(directory.resolve("a-file")).resolve("home");
    assertRefused("cannot be made or written. Name another: ./tripoint up --home DIR");
  }

  @Test
  void namesTheRemedyWhenTheHomeIsOfAnotherVersion() throws Exception {
    Path data = Files.createDirectories(home.resolve("postgres/data"));
    Files.writeString(data.resolve("PG_VERSION"), "15\n");
    assertRefused("was made by PostgreSQL 15, this is 18");
  }

  private void assertRefused(String why, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("up", "--empty", "--home", home.toString()));
    arguments.addAll(more.length == 0 ? List.of("--port", "0") : List.of(more));
    Path said = directory.resolve("said");
    Process up = start(said, arguments.toArray(String[]::new));
    assertThat(up.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(text(said)).isTrue();
    assertThat(text(said)).contains(why).doesNotContain("Exception");
    assertThat(up.exitValue()).isEqualTo(1);
  }

  private Process start(Path said, String... arguments) throws IOException {
    // A shell that was started in the background ignores Ctrl-C, and what it starts does too.
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT", "bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES", "TRIPOINT_HOME"));
    builder.environment().put("LANG", "en_US.UTF-8");
    builder.environment().put("TRIPOINT_TRAIN", "no");
    return builder.start();
  }

  private static void await(Process process, Path said, String words)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!text(said).contains(words)) {
      boolean hopeless = !process.isAlive() || System.nanoTime() > end;
      assertThat(hopeless).as(text(said)).isFalse();
      Thread.sleep(50);
    }
  }

  private static String text(Path said) throws IOException {
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
