package org.tripoint.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every package says what comes in, what goes out and what is not there, and is null-marked.
class PackagesExplainThemselvesTest {

  @Test
  void everyPackageHasItsPageAndIsNullMarked() throws IOException {
    List<Path> modules =
        List.of(
            Path.of("../vocabulary"),
            Path.of("."),
            Path.of("../scenario"),
            Path.of("../bench"),
            Path.of("../test-support"));
    TreeSet<String> missing = new TreeSet<>();
    for (Path module : modules) {
      Path sources = module.resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> file.resolveSibling("package-info.java"))
            .distinct()
            .filter(page -> !explains(page))
            .forEach(page -> missing.add(page.toString()));
      }
    }
    assertThat(missing).as("packages without a package-info that explains them").isEmpty();
  }

  private static boolean explains(Path page) {
    try {
      if (!Files.exists(page)) {
        return false;
      }
      String text = Files.readString(page);
      return text.contains("@NullMarked") && text.contains("///");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
