package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.TripointNode;

class PackageCommandsTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private PretendedNode node;

  @BeforeEach
  void start() throws IOException {
    node = new PretendedNode(directory.resolve("home"));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void packAsksForAPartner() {
    assertThat(run(Locale.US, "pack", file("out"))).isNotZero();
    assertThat(node.queries).isEmpty();
  }

  @Test
  void packLeavesNoFileWhenTheNodeRefuses() {
    assertThat(run(Locale.US, "pack", "--for", "mx", file("out"))).isEqualTo(1);
    assertThat(text()).contains("No package for mx was written: no such partner (HTTP 404)");
    assertThat(directory.resolve("out")).doesNotExist();
    assertThat(directory.resolve("out.part")).doesNotExist();
  }

  @Test
  void packNeverWritesOverAFile() throws IOException {
    Files.writeString(directory.resolve("out"), "mine");
    assertThat(run(Locale.US, "pack", "--for", "ca", file("out"))).isEqualTo(1);
    assertThat(directory.resolve("out")).hasContent("mine");
    assertThat(node.queries).isEmpty();
  }

  @Test
  void packWritesTheFileAndSaysWhatIsInIt() {
    assertThat(run(Locale.CANADA_FRENCH, "pack", "--for", "ca", file("out"))).isZero();
    assertThat(directory.resolve("out")).hasContent("sealed");
    assertThat(text()).contains("3 lots et une confirmation pour ca");
    assertThat(run(Locale.US, "pack", "--for", "ca", "--all", file("all"))).isZero();
    assertThat(run(Locale.US, "pack", "--for", "ca", "--after", "1/17", file("more"))).isZero();
    assertThat(node.queries).containsExactly("null", "after=1/0", "after=1/17");
  }

  @Test
  void unpackTakesWhatItCanAndSaysWhatItCannot() throws IOException {
    Files.writeString(directory.resolve("good"), "good");
    Files.writeString(directory.resolve("bad"), "bad");
    assertThat(run(Locale.US, "unpack", file("bad"), file("missing"), file("good"))).isEqualTo(1);
    assertThat(text())
        .contains("bad was not taken: cut off (HTTP 422)")
        .contains("missing is not a file")
        .contains("good: taken");
    assertThat(node.bodies).containsExactly("bad", "good");
    assertThat(run(Locale.US, "unpack", file("good"))).isZero();
  }

  @Test
  void bothSayThatNoNodeRuns() {
    node.close();
    assertThat(run(Locale.US, "pack", "--for", "ca", file("out"))).isEqualTo(1);
    assertThat(run(Locale.US, "unpack", file("out"))).isEqualTo(1);
    assertThat(text()).contains("No node runs on");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private int run(Locale locale, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--home");
    line.add(directory.resolve("home").toString());
    Terminal terminal =
        new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, locale);
    return Commands.commandLine(TripointNode.class, terminal).execute(line.toArray(String[]::new));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
