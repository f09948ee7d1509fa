package org.tripoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tripoint.node.TripointNode;
import org.tripoint.node.intake.Format;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.ReadCells;

/// How long pages and metric queries take over a small and a large ledger, and how much that grows.
///
/// Fills a node of its own for each size, by appending; asks all the same random questions, turn
/// and turn about in one run, so that what else the machine does slows each alike; prints a table
/// for docs/performance.md.
public final class PagesBench {

  private static final Pattern NEXT_PAGE =
      Pattern.compile("rel=\"next\" href=\"(/seizures[^\"]*)\"");

  private static final Map<String, List<String>> CUBES =
      Map.of(
          "seizure-events", List.of("country", "agency", "place", "setting"),
          "seizure-drugs", List.of("country", "substance", "form", "weight_basis", "place"));

  /// A running node that is asked.
  private record Asked(
      long size, ConfigurableApplicationContext node, Visitor visitor, Questions questions) {}

  private final int port;
  private final int requests;
  private final Map<String, Map<Long, Latencies>> times = new LinkedHashMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();

  private PagesBench(int port, int requests) {
    this.port = port;
    this.requests = requests;
  }

  /// Arguments: `--homes DIR` (a node home for each size is filled in it once, and kept), `--sizes
  /// 50000,5000000`, `--requests 400`; with 0 requests the homes are only filled.
  public static void main(String[] args) throws Exception {
    Map<String, String> options = options(args);
    if (!options.containsKey("--homes")) {
      System.err.println("expected --homes and a folder for the nodes' homes");
      System.exit(2);
    }
    Path homes = Path.of(options.getOrDefault("--homes", "")).toAbsolutePath();
    List<Long> sizes =
        Arrays.stream(options.getOrDefault("--sizes", "50000,5000000").split(",", -1))
            .map(Long::parseLong)
            .toList();
    PagesBench bench =
        new PagesBench(
            Integer.parseInt(options.getOrDefault("--port", "18480")),
            Integer.parseInt(options.getOrDefault("--requests", "400")));
    for (long size : sizes) {
      fill(homes.resolve(Long.toString(size)), size);
    }
    if (bench.requests > 0) {
      bench.askAll(homes, sizes);
      bench.table(sizes);
    }
    System.exit(0);
  }

  /// Fills the home, if that has not been done.
  private static void fill(Path home, long size) throws IOException {
    Path filled = home.resolve("filled");
    if (Files.exists(filled)) {
      return;
    }
    if (Files.exists(home)) {
      throw new IllegalStateException(
          "expected a filled home or none at " + home + "; remove it and run again");
    }
    Files.createDirectories(home);
    ConfigurableApplicationContext node = start(home, 0);
    try {
      fill(node, size);
      Files.createFile(filled);
    } finally {
      SpringApplication.exit(node);
    }
  }

  private static ConfigurableApplicationContext start(Path home, int port) {
    return SpringApplication.run(
        TripointNode.class,
        "--tripoint.home=" + home,
        "--tripoint.synthetic=true",
        "--server.port=" + port);
  }

  /// As many requests before warm up what is kept in memory.
  private void askAll(Path homes, List<Long> sizes) throws IOException, InterruptedException {
    List<Asked> nodes = new ArrayList<>();
    try {
      for (long size : sizes) {
        Path home = homes.resolve(Long.toString(size));
        int its = port + nodes.size();
        ConfigurableApplicationContext node = start(home, its);
        Visitor visitor = new Visitor("http://127.0.0.1:" + its);
        nodes.add(new Asked(size, node, visitor, new Questions(20_26)));
        visitor.signIn(home);
      }
      for (int i = 0; i < 2 * requests; i++) {
        for (int turn = 0; turn < nodes.size(); turn++) {
          Asked asked = nodes.get((i + turn) % nodes.size());
          ask(asked, i < requests ? -1 : asked.size(), i);
        }
      }
    } finally {
      nodes.forEach(asked -> SpringApplication.exit(asked.node()));
    }
  }

  private static void fill(ConfigurableApplicationContext node, long size) {
    FillLedger fill =
        new FillLedger(
            node.getBean(AppendRecords.class),
            node.getBean(RunReaders.class),
            List.copyOf(node.getBeansOfType(Format.class).values()));
    FillLedger.Filled filled = fill.growTo(size);
    System.out.printf(
        "%,d events: %,d appended in %s, read by every desk after %s%n",
        size, filled.events(), filled.appending(), filled.reading());
  }

  /// Size -1 only warms up.
  private void ask(Asked asked, long size, int i) throws IOException, InterruptedException {
    Questions questions = asked.questions();
    Visitor visitor = asked.visitor();
    ReadCells cells = asked.node().getBean(ReadCells.class);
    page(visitor, size, "page: overview", "/");
    Questions.Seizures seizures = questions.seizures();
    page(visitor, size, "page: seizures, " + sort(seizures), seizures.address());
    page(visitor, size, "page: seizures, no filter", "/seizures");
    for (String metric : List.of("M01", "M02", "M03", "M06")) {
      page(visitor, size, "page: metric " + metric, "/metrics/" + metric);
    }
    page(visitor, size, "page: triangle of M02", "/metrics/M02/triangle");
    for (String room : List.of("health", "imports", "ledger", "signals", "detectors")) {
      page(visitor, size, "page: " + room, "/" + room);
    }
    String cube = questions.any(List.of("seizure-events", "seizure-drugs"));
    List<String> dimensions = CUBES.getOrDefault(cube, List.of());
    ReadCells.Filter filter = questions.cells(cells, cube, dimensions);
    time(size, "query: series", () -> cells.series(filter));
    time(size, "query: total", () -> cells.total(filter));
    String by = questions.any(dimensions);
    time(size, "query: breakdown", () -> cells.breakdown(filter, by));
    if (i % 10 == 0) {
      pageThrough(visitor, size, "/seizures", 20);
    }
  }

  private static String sort(Questions.Seizures seizures) {
    return seizures.declared() ? "filter that a cube holds" : "any other filter";
  }

  /// Follows the link to the next page, as deep as asked.
  private void pageThrough(Visitor visitor, long size, String first, int depth)
      throws IOException, InterruptedException {
    String path = first;
    for (int i = 0; i < depth; i++) {
      Visitor.Loaded loaded = page(visitor, size, "page: seizures, page on page", path);
      Matcher next = NEXT_PAGE.matcher(loaded.body());
      if (!next.find()) {
        return;
      }
      path = next.group(1).replace("&amp;", "&");
    }
  }

  private Visitor.Loaded page(Visitor visitor, long size, String name, String path)
      throws IOException, InterruptedException {
    Visitor.Loaded loaded = visitor.load(path);
    if (loaded.status() != 200) {
      String what = name + ": status " + loaded.status();
      failures.merge(what, 1, Integer::sum);
      examples.putIfAbsent(what, path);
    } else {
      keep(size, name, loaded.nanos());
    }
    return loaded;
  }

  private void time(long size, String name, Runnable question) {
    long started = System.nanoTime();
    question.run();
    keep(size, name, System.nanoTime() - started);
  }

  private void keep(long size, String name, long nanos) {
    if (size > 0) {
      times
          .computeIfAbsent(name, n -> new TreeMap<>())
          .computeIfAbsent(size, s -> new Latencies())
          .add(nanos);
    }
  }

  private void table(List<Long> sizes) {
    List<String> head = new ArrayList<>(List.of("milliseconds"));
    for (long size : sizes) {
      head.add("%,d: p50".formatted(size));
      head.add("p95");
      head.add("n");
    }
    head.add("p95, large ÷ small");
    System.out.println("| " + String.join(" | ", head) + " |");
    System.out.println("|---".repeat(head.size()) + "|");
    times.forEach((name, bySize) -> {
      List<String> row = new ArrayList<>(List.of(name));
      for (long size : sizes) {
        Latencies latencies = bySize.get(size);
        row.add(latencies == null ? "" : "%.1f".formatted(latencies.at(0.5)));
        row.add(latencies == null ? "" : "%.1f".formatted(latencies.at(0.95)));
        row.add(latencies == null ? "" : Integer.toString(latencies.count()));
      }
      Latencies small = bySize.get(sizes.getFirst());
      Latencies large = bySize.get(sizes.getLast());
      row.add(
          small == null || large == null || sizes.size() < 2
              ? ""
              : "%.2f".formatted(large.at(0.95) / small.at(0.95)));
      System.out.println("| " + String.join(" | ", row) + " |");
    });
    failures.forEach((what, count) ->
        System.out.printf(
            "NOT ANSWERED %d times: %s, such as %s%n", count, what, examples.get(what)));
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    return options;
  }
}
