package org.tripoint.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The command that writes a scenario: `--out DIR [--seed N] [--size tiny|demo|monthly|large]`.
public final class WriteScenario {

  private static final String USAGE =
      "usage: java -jar scenario.jar --out DIR [--seed N] [--size tiny|demo|monthly|large]";
  private static final Set<String> OPTIONS = Set.of("--out", "--seed", "--size");

  private WriteScenario() {}

  /// Exit codes: 0 written, 1 the folder cannot be written, 2 wrong arguments.
  public static void main(String[] args) {
    int code = run(args, System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    Path path;
    long seed;
    Scenario scenario;
    try {
      Map<String, String> options = options(args);
      path = folder(options.getOrDefault("--out", ""));
      seed = seed(options.getOrDefault("--seed", "1"));
      scenario = Scenario.in(path, seed, options.getOrDefault("--size", "demo"));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return 2;
    } catch (IOException e) {
      return notWritten(err, e);
    }
    try {
      report(path, seed, scenario.write(), out);
      return 0;
    } catch (IOException | UncheckedIOException e) {
      return notWritten(err, e);
    }
  }

  private static int notWritten(PrintStream err, Exception e) {
    err.println("The scenario could not be written: " + e.getMessage());
    return 1;
  }

  private static Path folder(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("expected --out and a folder");
    }
    return Path.of(text);
  }

  private static void report(Path path, long seed, Scenario.Summary summary, PrintStream out) {
    out.printf("Synthetic scenario, seed %d, in %s%n", seed, path.toAbsolutePath().normalize());
    new TreeMap<>(summary.filesBySource())
        .forEach((source, files) -> out.printf("  %-20s %5d files%n", source, files));
    out.printf("%,d rows; import them in the order of %s%n", summary.rows(), ScenarioFolder.ORDER);
    out.printf(
        "What is true, and what was planted: %s/%s%n", ScenarioFolder.TRUTH, GroundTruth.FILE);
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a whole number as the seed, found '" + text + "'", e);
    }
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!OPTIONS.contains(args[i])) {
        throw new IllegalArgumentException(
            "expected one of --out, --seed, --size, found '" + args[i] + "'");
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException("expected a value after " + args[i]);
      }
      options.put(args[i], args[i + 1]);
    }
    return options;
  }
}
