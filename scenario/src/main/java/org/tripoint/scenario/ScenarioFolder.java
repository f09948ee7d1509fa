package org.tripoint.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder a scenario is written to: release files, the order to import them in, the truth.
final class ScenarioFolder {

  static final String ORDER = "import-order.txt";
  static final String STORY = "border-story.txt";
  static final String TRUTH = "truth";

  /// What the names of files begin with that each country's node gets.
  static final String EVERY_COUNTRY = "spectra/";

  /// Noon of the day before the simulated months.
  private static final Instant BEFORE_ALL = Instant.parse("2018-10-31T12:00:00Z");

  private final Path root;
  private final StringBuilder beforeAll = new StringBuilder();
  private final List<Release> releases = new ArrayList<>();
  private final List<Release> story = new ArrayList<>();

  /// One written file.
  record Release(String source, String file, Instant published, long rows) {}

  /// What writes the rows of one release.
  @FunctionalInterface
  interface Rows {
    /// Writes the header and every row.
    void writeTo(ReleaseFile file) throws IOException;
  }

  /// Makes the folder; it must be new, empty, or hold an earlier scenario, which is replaced.
  ///
  /// @throws IllegalArgumentException if it holds something else
  ScenarioFolder(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
    try (Stream<Path> inside = Files.list(root)) {
      List<Path> found = inside.toList();
      if (!found.isEmpty() && !Files.exists(root.resolve(ORDER))) {
        throw new IllegalArgumentException(
            "expected a new or empty folder or an earlier scenario, found other files in " + root);
      }
    }
    clear();
    Files.createDirectories(root.resolve(TRUTH));
    // First, so that an interrupted scenario is known as one and can be replaced.
    Files.writeString(root.resolve(ORDER), "");
  }

  /// Writes one release and remembers when it was published.
  void release(
      String source, String name, Instant published, ReleaseFile.Layout layout, Rows rows) {
    long written = write(root.resolve(name), layout, rows);
    releases.add(new Release(source, name, published, written));
  }

  /// Writes a release that belongs to the story of the border as well.
  void story(String source, String name, Instant published, ReleaseFile.Layout layout, Rows rows) {
    release(source, name, published, layout, rows);
    story.add(releases.getLast());
  }

  /// Writes a file that is handed in before all others, such as a mapping.
  ///
  /// @param said what else the order says of it, such as `as=records`
  void first(String name, String content, String... said) {
    try {
      text(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root.resolve(name), e);
    }
    beforeAll.append(name).append(" published=").append(BEFORE_ALL);
    for (String one : said) {
      beforeAll.append(' ').append(one);
    }
    beforeAll.append('\n');
  }

  /// Writes a table of the truth.
  void truth(String name, Rows rows) {
    write(
        root.resolve(TRUTH).resolve(name),
        new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', false),
        rows);
  }

  /// Writes a file; its folder is made.
  void text(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /// Releases by publication instant, then by name.
  List<Release> releasesInOrder() {
    return releases.stream()
        .sorted(Comparator.comparing(Release::published).thenComparing(Release::file))
        .toList();
  }

  /// Writes the orders of import: the story of the border, each country's own files for a node of
  /// its own, and last `import-order.txt`, which also says that the folder is whole.
  void finish() throws IOException {
    text(STORY, lines(story));
    for (String country : List.of("ca", "mx", "us")) {
      text("import-order-" + country + ".txt", ownOf(country + "-"));
    }
    text(ORDER, beforeAll + lines(releasesInOrder()));
  }

  private String ownOf(String country) {
    String first =
        beforeAll
            .toString()
            .lines()
            .filter(line -> line.startsWith(country) || line.startsWith(EVERY_COUNTRY))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return first
        + lines(
            releasesInOrder().stream()
                .filter(release -> release.source().startsWith(country))
                .filter(release -> !story.contains(release))
                .toList());
  }

  private static String lines(List<Release> releases) {
    return releases.stream()
        .map(release -> release.file() + " published=" + release.published() + "\n")
        .collect(Collectors.joining());
  }

  private static long write(Path path, ReleaseFile.Layout layout, Rows rows) {
    try (ReleaseFile file = new ReleaseFile(path, layout)) {
      rows.writeTo(file);
      return file.rows();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(root)) {
          Files.delete(path);
        }
      }
    }
  }
}
