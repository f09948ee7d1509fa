package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script at the root of the repository, as far as it goes without building anything.
class ScriptTest {
  static final Path ROOT = root();
  private static final Pattern WORDS =
      Pattern.compile("(?:\\bsay|\\bfail|\\$\\(say) ([a-z]+(?:\\.[a-z]+)+)");

  @TempDir Path directory;

  @Test
  void listsItsCommandsWithOneLineEach() throws Exception {
    Said said = run(Map.of("LANG", "C.UTF-8"));
    assertThat(said.code()).isZero();
    List<String> commands =
        List.of("up", "down", "node", "import", "status", "verify", "rebuild", "test");
    for (String command : commands) {
      assertThat(said.text()).containsPattern("(?m)^  " + command + " +\\S.+$");
    }
  }

  @Test
  void refusesAnUnknownCommandInTheLanguageOfTheTerminal() throws Exception {
    Said said = run(Map.of("LANG", "fr_CA.UTF-8"), "fly");
    assertThat(said.code()).isEqualTo(64);
    assertThat(said.text()).contains("La commande fly n'existe pas.");
  }

  @Test
  void saysThatJdk25IsMissing() throws Exception {
    Path nothing = Files.createDirectory(directory.resolve("empty"));
    String script = Files.readString(ROOT.resolve("tripoint"));
    Path moved = directory.resolve("tripoint");
    // The same script on a machine whose usual places are empty.
    Files.writeString(
        moved,
        script
            .replace("root=$(cd", "root=" + ROOT + " # $(cd")
            .replace("/usr/lib/jvm/*", nothing + "/*")
            .replace("app=$root/node/target/app", "app=" + nothing));
    assertThat(moved.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("HOME", nothing.toString(), "JAVA_HOME", "", "JAVA25_HOME", "", "LANG", "es_MX");
    Said said = run(environment, moved, "verify", "--home", nothing.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("Falta el JDK 25").contains("JAVA25_HOME");
  }

  @Test
  void everyWordItSaysIsInTheThreeBundles() throws IOException {
    String script = Files.readString(ROOT.resolve("tripoint"));
    TreeSet<String> keys = new TreeSet<>();
    WORDS.matcher(script).results().forEach(match -> keys.add(match.group(1)));
    assertThat(keys).hasSizeGreaterThan(20);
    for (String bundle : List.of("messages", "messages_es", "messages_fr")) {
      Properties words = new Properties();
      Path file =
          ROOT.resolve("node/src/main/resources/words/commandline/" + bundle + ".properties");
      try (var reader = Files.newBufferedReader(file)) {
        words.load(reader);
      }
      for (String key : keys) {
        assertThat(words).as(bundle).containsKey("commandline.script." + key);
      }
    }
  }

  @Test
  void downSaysThatNothingRuns() throws Exception {
    Said said = run(Map.of("LANG", "en_US.UTF-8"), "down", "--home", directory.toString());
    assertThat(said.code()).isZero();
    assertThat(said.text()).contains("No node runs on " + directory);
  }

  @Test
  void nodeAsksForItsFileOfSettings() throws Exception {
    Said said = run(Map.of("LANG", "es_MX.UTF-8"), "node");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("./tripoint node --config ARCHIVO");
  }

  @Test
  void importNamesTheNodeThatIsNotThere() throws Exception {
    Said said =
        run(
            Map.of("LANG", "en_US.UTF-8"),
            "import",
            "--home",
            directory.toString(),
            "--node",
            "br",
            "file.csv");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("There is no node br in " + directory);
  }

  @Test
  void leadsRealFilesAwayFromADemonstrationToANodeOfTheirOwn() throws Exception {
    for (String country : List.of("us", "mx", "ca")) {
      Files.createDirectories(directory.resolve(country + "/keys"));
    }
    for (List<String> named : List.of(List.<String>of(), List.of("--node", "mx"))) {
      List<String> arguments = new ArrayList<>(List.of("import", "--home", directory.toString()));
      arguments.addAll(named);
      arguments.add("nationwide-drugs.csv");
      Said said = run(Map.of("LANG", "en_US.UTF-8"), arguments.toArray(String[]::new));
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.text())
          .contains("The nodes of " + directory + " hold simulated records")
          .contains("up --empty --home " + directory + "-real")
          .contains("import --home " + directory + "-real nationwide-drugs.csv");
    }
  }

  private record Said(int code, String text) {}

  private static Said run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(environment, ROOT.resolve("tripoint"), arguments);
  }

  private static Said run(Map<String, String> environment, Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES", "TRIPOINT_HOME"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (!Files.exists(path.resolve("tripoint")) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }
}
