package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final String NAMED =
      """
      tripoint.home = /srv/tripoint
      tripoint.node.name = Secretaría de Salud
      tripoint.node.country = MX
      """;
  private static final Pattern ASKED = Pattern.compile("@Value\\(\"\\$\\{(tripoint\\.[a-z.-]+)");

  @TempDir Path directory;

  @Test
  void givesTheProgramWhatItSays() throws Exception {
    SettingsFile file = SettingsFile.read(file(NAMED + "tripoint.exchange.port = 8443\n"));
    assertThat(file.home()).isEqualTo("/srv/tripoint");
    assertThat(file.arguments())
        .containsExactly(
            "--tripoint.exchange.port=8443",
            "--tripoint.node.country=MX",
            "--tripoint.node.name=Secretaría de Salud");
  }

  @Test
  void namesWhatIsWrongAndTheRemedy() throws IOException {
    assertThat(refusal(directory.resolve("none"))).contains("There is no file");
    assertThat(refusal(file(NAMED + "tripoint.nod.name = x\n")))
        .contains("tripoint.nod.name, which is no setting", "tripoint.node.name");
    assertThat(refusal(file("tripoint.home = /srv\ntripoint.node.name = X\n")))
        .contains("does not say tripoint.node.country");
    Path latin = directory.resolve("latin.conf");
    Files.write(latin, "tripoint.node.name = México".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal(latin)).contains("cannot be read: UTF-8");
  }

  @Test
  void takesNoDemonstrationForARealNode() throws IOException {
    assertThat(refusal(file(NAMED + "tripoint.demonstration.folder = /tmp/x\n")))
        .contains("which is no setting");
  }

  @Test
  void keepsAPasswordFromOthersOfTheMachine() throws Exception {
    Path file = file(NAMED + "tripoint.database.owner.password = secret-word\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal(file)).contains("chmod 600").doesNotContain("secret-word");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(SettingsFile.read(file).arguments()).hasSize(3);
    Path elsewhere = file(NAMED + "tripoint.database.owner.password = ${DB_PASSWORD}\n");
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(SettingsFile.read(elsewhere).settings()).hasSize(4);
  }

  /// What the program asks for can be said, but for what only tests and demonstrations set.
  @Test
  void knowsEverySettingOfTheProgram() throws Exception {
    TreeSet<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(ScriptTest.ROOT.resolve("node/src/main/java"))) {
      sources
          .filter(source -> source.toString().endsWith(".java"))
          .forEach(source -> {
            Matcher matcher = ASKED.matcher(read(source));
            while (matcher.find()) {
              asked.add(matcher.group(1));
            }
          });
    }
    asked.removeIf(name ->
        name.startsWith("tripoint.demonstration.") || name.equals("tripoint.ledger.follow"));
    assertThat(SettingsFile.KNOWN).containsAll(asked);
    for (String[] bound :
        new String[][] {
          {"org.tripoint.node.intake.IntakeSettings", "tripoint.intake."},
          {"org.tripoint.node.accounts.OidcSettings", "tripoint.oidc."}
        }) {
      for (RecordComponent component : Class.forName(bound[0]).getRecordComponents()) {
        String name = bound[1] + component.getName().replaceAll("([A-Z])", "-$1");
        assertThat(SettingsFile.KNOWN)
            .anyMatch(known -> known.startsWith(name.toLowerCase(Locale.ROOT)));
      }
    }
    Path guides = ScriptTest.ROOT.resolve("docs/guide");
    String guide =
        Files.readString(guides.resolve("running.md"))
            + Files.readString(guides.resolve("accounts.md"));
    assertThat(SettingsFile.KNOWN)
        .allSatisfy(name -> assertThat(guide).contains(name.substring(name.lastIndexOf('.'))));
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("node.conf"), text);
  }

  private static String refusal(Path file) {
    SettingsFile.Refused refused =
        catchThrowableOfType(SettingsFile.Refused.class, () -> SettingsFile.read(file));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    refused.say(
        new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, Locale.US));
    return printed.toString(StandardCharsets.UTF_8);
  }
}
