package org.tripoint.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tripoint.node.TripointNode;
import org.tripoint.node.database.DatabaseAccess;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;

/// A seizure file through intake into the ledger, against plain COPY of the same rows into one
/// table with a primary key and three indexes, in one run on one server: `ImportBench ROWS…`. The
/// desks' readers are measured apart; with `-Dunread=true` they do not read at all, which ten
/// million rows want. For each size it also tells the largest heap that was left after a
/// collection.
public final class ImportBench {
  private static final String COLUMNS =
      "source_record_id,country,agency,event_date,place,place_scheme,latitude,longitude,precision_m,"
          + "setting,direction,mode,conveyance,concealment,is_joint,partner_agency,item_no,item_class,"
          + "substance_list,substance,form,quantity,unit,weight_basis,count_basis,site_class,imprint,"
          + "case_number,person_name,status";
  private static final List<String> STATES = List.of("CA-BC", "CA-ON", "CA-QC", "CA-AB", "CA-MB");
  private static final List<String> DRUGS = List.of("Fentanyl", "Cocaine", "Heroin", "Cannabis");
  private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?(\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  private ImportBench(String address, String token) {
    this.address = address;
    this.token = token;
  }

  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home").toAbsolutePath();
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(TripointNode.class)
            .run("--tripoint.home=" + home, "--server.port=0", "--tripoint.ledger.follow=false")) {
      String port = node.getEnvironment().getProperty("local.server.port");
      String token = Files.readString(home.resolve("keys").resolve("local-token")).strip();
      ImportBench bench = new ImportBench("http://127.0.0.1:" + port, token);
      for (int round = 0; round < args.length; round++) {
        bench.measure(node, home, Long.parseLong(args[round]), round);
      }
    }
  }

  private void measure(ConfigurableApplicationContext node, Path home, long rows, int round)
      throws IOException, InterruptedException, SQLException {
    Path file = home.resolve("seizures-" + round + ".csv");
    write(file, rows, round);
    double copy = rows / seconds(copy(node.getBean(DatabaseAccess.class), file, round));
    AtomicLong heap = largestHeapAfterCollection();
    Instant start = Instant.now();
    String progress = importFile(file);
    double imported = rows / seconds(Duration.between(start, Instant.now()));
    long largest = heap.get();
    Instant behind = Instant.now();
    if (!Boolean.getBoolean("unread")) {
      node.getBean(RunReaders.class).catchUp();
    }
    System.out.printf(
        Locale.ROOT,
        "%,d rows: COPY %,.0f rows/s; import %,.0f rows/s = %.2f of COPY; heap after collection at"
            + " most %d MB; readers behind %.1f s; ledger %,d versions%n%s%n",
        rows,
        copy,
        imported,
        imported / copy,
        largest >> 20,
        seconds(Duration.between(behind, Instant.now())),
        node.getBean(ReadLedger.class).size(),
        progress);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void write(Path file, long rows, int round) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(COLUMNS + "\n");
      for (long n = 0; n < rows; n++) {
        out.write(line(n, round) + "\n");
      }
    }
  }

  private static String line(long n, int round) {
    return String.join(
        ",",
        "R" + round + "-" + n,
        "CA",
        "b" + round,
        "2023-%02d-%02d".formatted(n % 12 + 1, n % 28 + 1),
        STATES.get((int) (n % STATES.size())),
        "ADMIN1",
        "",
        "",
        "",
        "PORT_OF_ENTRY",
        "INBOUND",
        "",
        "",
        "",
        "",
        "",
        "1",
        "DRUG",
        "",
        DRUGS.get((int) (n % DRUGS.size())),
        "POWDER",
        n % 1_000 + "." + n % 10,
        "g",
        "NET",
        "UNKNOWN",
        "",
        "",
        "C-" + n,
        "",
        "REPORTED");
  }

  private static Duration copy(DatabaseAccess access, Path file, int round)
      throws IOException, SQLException {
    String table = "public.copied_" + round;
    try (Connection owner =
            DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
        var statement = owner.createStatement()) {
      statement.execute(
          "create table %s (%s text, primary key (source_record_id))"
              .formatted(table, COLUMNS.replace(",", " text, ")));
      statement.execute("create index on %s (event_date)".formatted(table));
      statement.execute("create index on %s (substance, event_date)".formatted(table));
      statement.execute("create index on %s (place, event_date)".formatted(table));
      Instant start = Instant.now();
      CopyIn in =
          owner
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy %s from stdin with (format csv, header)".formatted(table));
      try (var bytes = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
          in.writeToCopy(buffer, 0, n);
        }
      }
      in.endCopy();
      return Duration.between(start, Instant.now());
    }
  }

  private String importFile(Path file) throws IOException, InterruptedException {
    HttpRequest request =
        request("/api/imports?published=2024-06-01&fileName=" + file.getFileName())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    String id = find(ID, send(request));
    while (true) {
      String progress = send(request("/api/imports/" + id).GET().build());
      String state = find(STATE, progress);
      if (List.of("DONE", "REFUSED", "FAILED", "NEEDS_ANSWER").contains(state)) {
        return progress;
      }
      Thread.sleep(50);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }

  private static String find(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("expected " + pattern + ", found " + json);
    }
    return matcher.group(1);
  }

  /// Watches what the heap holds after each collection, from now on.
  private static AtomicLong largestHeapAfterCollection() {
    AtomicLong largest = new AtomicLong();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            long used = pools.stream().mapToLong(p -> p.getCollectionUsage().getUsed()).sum();
            largest.accumulateAndGet(used, Math::max);
            try {
              Thread.sleep(20);
            } catch (InterruptedException e) {
              return;
            }
          }
        });
    return largest;
  }
}
