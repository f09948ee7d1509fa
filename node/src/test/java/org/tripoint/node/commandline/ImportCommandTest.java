package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.TripointNode;

class ImportCommandTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private PretendedNode node;

  @BeforeEach
  void start() throws IOException {
    node = new PretendedNode(directory.resolve("home"));
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  @Test
  void handsInRecordsAndCountsWhatWasNew() throws IOException {
    node.answers(
        "/api/records",
        """
        {"results": [{"outcome": "APPENDED"}, {"outcome": "UNCHANGED"}, {"outcome": "APPENDED"}]}
        """);
    assertThat(run(Locale.US, "--as", "records", file("declared.json"))).isZero();
    assertThat(text()).containsPattern("declared.json +done +3 +2 +1");
  }

  @Test
  void saysWhyALibraryIsRefused() throws IOException {
    node.answers(
        "/api/spectra/libraries",
        """
        {"libraries": [], "runs": [
          {"fileName": "empty.msp", "state": "REFUSED", "reason": "expected mass spectra"}]}
        """);
    assertThat(run(Locale.US, "--as", "library", "--licence", "CC0", file("empty.msp")))
        .isEqualTo(1);
    assertThat(text()).contains("empty.msp was not imported: expected mass spectra");
  }

  @Test
  void aLibraryThatIsThereIsUnchanged() throws Exception {
    String file = file("known.msp");
    String sha256 =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(file))));
    node.answers(
        "/api/spectra/libraries",
        "{\"libraries\": [{\"sha256\": \"" + sha256 + "\", \"spectra\": 180}], \"runs\": []}");
    assertThat(run(Locale.US, "--as", "library", file)).isZero();
    assertThat(text()).containsPattern("known.msp +done +180 +0 +180");
  }

  @Test
  void showsNothingButReleasesBeforehand() throws IOException {
    assertThat(run(Locale.US, "--preview", "--as", "law", file("act.xml"))).isEqualTo(1);
    assertThat(text()).contains("only releases of sources");
  }

  @Test
  void refusesAListThatSaysAnotherThing() throws IOException {
    Path list = Files.writeString(directory.resolve("list.txt"), "a.csv as=poem\n");
    assertThat(run(Locale.US, "--list", list.toString())).isNotZero();
  }

  @Test
  void refusesWithoutFiles() {
    assertThat(run(Locale.US)).isEqualTo(1);
    assertThat(text()).contains("at least one file");
  }

  @Test
  void failsWhenAFileCannotBeReadButBringsInTheOthers() throws IOException {
    node.settles("good.csv", done(3, 0));
    int code = run(Locale.US, directory.resolve("missing.csv").toString(), file("good.csv"));
    assertThat(code).isEqualTo(1);
    assertThat(node.queries).hasSize(1);
    assertThat(text()).contains("missing.csv was not imported").contains("good.csv");
  }

  @Test
  void failsWhenTheNodeRefusesTheFile() throws IOException {
    node.settles("odd.csv", "status 422");
    assertThat(run(Locale.US, file("odd.csv"))).isEqualTo(1);
    assertThat(text()).contains("not a table (HTTP 422)");
  }

  @Test
  void failsWhenAnImportWaitsForAnAnswerAndSaysWhere() throws IOException {
    node.settles("when.csv", "{\"state\":\"NEEDS_ANSWER\",\"message\":\"When was it published?\"}");
    assertThat(run(Locale.US, file("when.csv"))).isEqualTo(1);
    assertThat(text()).contains("When was it published?").contains(node.address() + "/imports/1");
  }

  @Test
  void saysTwoWhenRowsWaitInQuarantineAndWhereToMendThem() throws IOException {
    node.settles("some.csv", done(1_200, 7));
    assertThat(run(Locale.US, file("some.csv"))).isEqualTo(2);
    assertThat(text())
        .contains("1,200")
        .contains("7 rows wait in quarantine")
        .contains(node.address() + "/imports/1");
  }

  @Test
  void saysZeroWhenAllRowsAreInAndPassesOnWhatWasSaid() throws IOException {
    node.settles("all.csv", done(5, 0));
    int code =
        run(
            Locale.US,
            file("all.csv"),
            "--published",
            "2026-03-15T00:00:00Z",
            "--mapping",
            "ours",
            "--synthetic");
    assertThat(code).isZero();
    assertThat(node.queries.getFirst())
        .contains("fileName=all.csv")
        .contains("published=2026-03-15T00:00:00Z")
        .contains("mapping=ours")
        .contains("synthetic=true")
        .contains("mode=append");
    assertThat(node.bodies).containsExactly("a,b\n1,2\n");
  }

  @Test
  void readsAListInItsOrderWithWhatItSaysOfEachFile() throws IOException {
    node.settles("second.csv", done(1, 0)).settles("first.csv", done(1, 0));
    file("first.csv");
    file("second.csv");
    Path list = directory.resolve("import-order.txt");
    Files.writeString(
        list, "# oldest first\nsecond.csv published=2025-01-01T00:00:00Z\n\nfirst.csv\n");
    assertThat(run(Locale.US, "--list", list.toString())).isZero();
    assertThat(node.queries).hasSize(2);
    assertThat(node.queries.getFirst()).contains("second.csv").contains("2025-01-01");
    assertThat(node.queries.getLast()).contains("first.csv").doesNotContain("published");
  }

  @Test
  void previewIsDoneWhenTheFileIsChecked() throws IOException {
    node.settles("all.csv", "{\"state\":\"CHECKED\",\"rows\":4}");
    assertThat(run(Locale.US, file("all.csv"), "--preview")).isZero();
    assertThat(node.queries.getFirst()).contains("mode=preview");
  }

  @Test
  void speaksTheLanguageOfTheTerminal() throws IOException {
    node.settles("some.csv", done(1_200, 1));
    assertThat(run(Locale.CANADA_FRENCH, file("some.csv"))).isEqualTo(2);
    assertThat(text()).contains("Quarantaine").contains("une ligne attend");
  }

  @Test
  void saysThatNoNodeRuns() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    int code = runAt(elsewhere, Locale.of("es", "MX"), file("all.csv"));
    assertThat(code).isEqualTo(1);
    assertThat(text()).contains("Ningún nodo funciona en " + elsewhere);
  }

  private int run(Locale locale, String... arguments) {
    return runAt(directory.resolve("home"), locale, arguments);
  }

  private int runAt(Path home, Locale locale, String... arguments) {
    List<String> all = new ArrayList<>(List.of("import", "--home", home.toString()));
    all.addAll(List.of(arguments));
    Terminal terminal =
        new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, locale);
    return Commands.commandLine(TripointNode.class, terminal).execute(all.toArray(String[]::new));
  }

  private String file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "a,b\n1,2\n").toString();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String done(long rows, long quarantined) {
    return "{\"state\":\"DONE\",\"rows\":" + rows + ",\"quarantined\":" + quarantined + "}";
  }
}
