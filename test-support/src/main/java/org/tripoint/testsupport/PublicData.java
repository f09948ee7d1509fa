package org.tripoint.testsupport;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/// Published data sets that some tests read; they are not part of the repository.
///
/// The folder is named by the system property `tripoint.data` or else by the environment variable
/// `TRIPOINT_DATA`. Where it or a file in it is missing, the asking test is skipped and says what
/// it missed; it never fails for that reason.
public final class PublicData {

  private static final String HOW =
      "set the environment variable TRIPOINT_DATA (or -Dtripoint.data) to the folder of the"
          + " published data sets";

  private PublicData() {}

  /// The folder, if one is named and exists.
  public static Optional<Path> findFolder() {
    return Stream.of(System.getProperty("tripoint.data"), System.getenv("TRIPOINT_DATA"))
        .filter(text -> text != null && !text.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  /// The file, if the folder holds it.
  ///
  /// @param name path below the folder, such as `cbp-drug-seizures/nationwide-drugs-fy19-fy22.csv`
  public static Optional<Path> find(String name) {
    return findFolder().map(folder -> folder.resolve(name)).filter(Files::isReadable);
  }

  /// The file; skips the running test when it is missing.
  ///
  /// @param name path below the folder
  /// @throws TestAbortedException which JUnit reports as a skipped test, with a word
  public static Path require(String name) {
    Optional<Path> file = find(name);
    Assumptions.assumeTrue(
        file.isPresent(),
        () ->
            findFolder().isEmpty()
                ? "skipped, no public data: " + HOW
                : "skipped, the public data at " + findFolder().get() + " lacks " + name);
    return file.orElseThrow();
  }

  /// Every regular file of one data set but its description, by name; skips the running test when
  /// the data set is missing.
  ///
  /// @param set a folder's name, such as `cdc-vsrr-overdose`
  public static List<Path> requireAll(String set) {
    Path folder = require(set);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /// Opens a file, unpacking it when its first two bytes are those of gzip, whatever its name.
  public static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /// Opens a file, unpacked, as text.
  public static BufferedReader openText(Path file, Charset charset) throws IOException {
    return new BufferedReader(new InputStreamReader(open(file), charset), 1 << 16);
  }
}
