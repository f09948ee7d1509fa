package org.tripoint.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.TripointNode;

/// Objects of 1 kB that a node gives over TAXII for each second of processor time that it and its
/// PostgreSQL take, at 1,000 a page; what a page costs at the start, in the middle and at the end;
/// and objects a second that it takes by POST: `TaxiiBench OBJECTS`.
public final class TaxiiBench {
  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final String TOKEN = "tpx_bench";
  private static final UUID COLLECTION = UUID.fromString("5f1b6c1e-7a55-4c7e-9b5d-1d7f6a1c9e01");
  private static final UUID INBOX = UUID.fromString("5f1b6c1e-7a55-4c7e-9b5d-1d7f6a1c9e02");
  private static final int AUDIENCE = 0;
  private static final long FIRST = 1_767_225_600_000_000L;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final long objects;
  private final ProcessHandle postgres;

  private TaxiiBench(String base, long objects, ProcessHandle postgres) {
    this.base = base;
    this.objects = objects;
    this.postgres = postgres;
  }

  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    long objects = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(TripointNode.class)
            .run(
                "--tripoint.home=" + home.toAbsolutePath(),
                "--tripoint.node.country=US",
                "--server.port=0")) {
      long started = System.nanoTime();
      fill(node.getBean(DataSource.class), objects);
      client(node.getBean(JdbcTemplate.class));
      System.out.printf("%,d objects filled in %.1f s%n", objects, seconds(started));
      int port =
          Objects.requireNonNull(((WebServerApplicationContext) node).getWebServer()).getPort();
      TaxiiBench bench = new TaxiiBench("http://127.0.0.1:" + port, objects, postgres(home));
      bench.walk(Math.min(20, objects / 1_000));
      bench.walk(objects / 1_000);
      bench.pages();
      bench.send();
    }
    System.exit(0);
  }

  /// The server of this node's own database.
  private static ProcessHandle postgres(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home, 4)) {
      Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow();
    }
  }

  private static void fill(DataSource database, long objects) throws SQLException {
    try (Connection connection = database.getConnection()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      CopyIn objectRows =
          postgres
              .getCopyAPI()
              .copyIn("copy exchange.object (id, modified, type, sha256, body) from stdin");
      for (long i = 0; i < objects; i++) {
        write(
            objectRows,
            "%s\t%d\tnote\t\\\\x00\t\\\\x%s\n"
                .formatted(
                    id(i),
                    FIRST,
                    HexFormat.of().formatHex(body(i).getBytes(StandardCharsets.UTF_8))));
      }
      objectRows.endCopy();
      CopyIn entryRows =
          postgres
              .getCopyAPI()
              .copyIn(
                  "copy exchange.entry (audience, date_added, action, object, modified, type,"
                      + " first) from stdin");
      for (long i = 0; i < objects; i++) {
        write(
            entryRows, "%d\t%d\t0\t%s\t%d\tnote\tt\n".formatted(AUDIENCE, FIRST + i, id(i), FIRST));
      }
      entryRows.endCopy();
    }
  }

  private static void write(CopyIn rows, String line) throws SQLException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    rows.writeToCopy(bytes, 0, bytes.length);
  }

  private static void client(JdbcTemplate jdbc) {
    jdbc.update(
        """
        insert into exchange.client
          (name, partner, audience, may_write, secret_hash, token_hash, created_at, created_by)
        values ('bench', 'ca', ?, true, '', sha256(convert_to(?, 'UTF8')), now(), 'bench')
        """,
        AUDIENCE,
        TOKEN);
    jdbc.update(
        "insert into exchange.collection (id, audience) values (?, ?)", COLLECTION, AUDIENCE);
    jdbc.update("insert into exchange.collection (id, client) values (?, 'bench')", INBOX);
  }

  private static String id(long number) {
    return new UUID(0x6e6f_7465_0000_4000L, 0x8000_0000_0000_0000L | number * 0x9E37_79B9L)
        .toString()
        .replaceFirst("^", "note--");
  }

  /// An object of 1,024 bytes.
  private static String body(long number) {
    String head =
        "{\"content\":\"%s\",\"id\":\"%s\",\"modified\":\"2026-01-01T00:00:00.000Z\",\"type\":\"note\"}";
    String id = id(number);
    SplittableRandom random = new SplittableRandom(number);
    StringBuilder content = new StringBuilder();
    int length = 1_024 - head.formatted("", id).length();
    while (content.length() < length) {
      content.append((char) ('a' + random.nextInt(26)));
    }
    return head.formatted(content, id);
  }

  /// Reads so many pages from the start, one after the other.
  private void walk(long pages) throws IOException, InterruptedException {
    Processor before = Processor.now(postgres);
    long started = System.nanoTime();
    long bytes = 0;
    String next = "";
    long read = 0;
    for (; read < pages; read++) {
      HttpResponse<byte[]> page = get(next.isEmpty() ? "" : "&next=" + next);
      bytes += page.body().length;
      next = next(page.body());
      if (next.isEmpty()) {
        read++;
        break;
      }
    }
    Processor used = Processor.now(postgres).minus(before);
    System.out.printf(
        "%,d pages, %,d MB in %.1f s: %,.0f objects a second of processor time"
            + " (node %.1f s, of which this reader too; PostgreSQL %.1f s)%n",
        read, bytes >> 20, seconds(started), read * 1_000 / used.total(), used.node, used.postgres);
  }

  private static String next(byte[] page) {
    String head = new String(page, 0, Math.min(200, page.length), StandardCharsets.UTF_8);
    int at = head.indexOf("\"next\":\"");
    return at < 0 ? "" : head.substring(at + 8, head.indexOf('"', at + 8));
  }

  /// What a page costs, wherever it lies; and a question to which there is no answer.
  private void pages() throws IOException, InterruptedException {
    for (double place : new double[] {0, 0.5, 0.99}) {
      long after = FIRST + (long) (objects * place) - 1;
      System.out.printf("page at %.0f %%: %.1f ms%n", place * 100, median(after));
    }
    System.out.printf("nothing new: %.1f ms, one request%n", median(FIRST + objects));
  }

  private double median(long after) throws IOException, InterruptedException {
    double[] times = new double[15];
    for (int i = 0; i < times.length; i++) {
      long started = System.nanoTime();
      get("&added_after=" + timestamp(after));
      times[i] = seconds(started) * 1_000;
    }
    java.util.Arrays.sort(times);
    return times[times.length / 2];
  }

  private static String timestamp(long micros) {
    return java.time.Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS).toString();
  }

  private HttpResponse<byte[]> get(String more) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    base
                        + "/taxii2/exchange/collections/"
                        + COLLECTION
                        + "/objects/?limit=1000"
                        + more))
            .header("Accept", TAXII)
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    HttpResponse<byte[]> page = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (page.statusCode() != 200) {
      throw new IllegalStateException("expected a page, found " + page.statusCode());
    }
    return page;
  }

  /// Envelopes of 1,000 objects of 1 kB.
  private void send() throws IOException, InterruptedException {
    int envelopes = 20;
    long started = System.nanoTime();
    Processor before = Processor.now(postgres);
    for (int i = 0; i < envelopes; i++) {
      StringBuilder envelope = new StringBuilder("{\"objects\":[");
      for (int k = 0; k < 1_000; k++) {
        envelope.append(k == 0 ? "" : ",").append(body(10_000_000L + i * 1_000L + k));
      }
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(base + "/taxii2/exchange/collections/" + INBOX + "/objects/"))
              .header("Accept", TAXII)
              .header("Content-Type", TAXII)
              .header("Authorization", "Bearer " + TOKEN)
              .POST(HttpRequest.BodyPublishers.ofString(envelope.append("]}").toString()))
              .build();
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new IllegalStateException("expected 202, found " + answer.statusCode());
      }
      if (i == 0) {
        System.out.println(answer.body().substring(0, Math.min(200, answer.body().length())));
      }
    }
    Processor used = Processor.now(postgres).minus(before);
    System.out.printf(
        "%,.0f objects a second taken, %,.0f a second of processor time%n",
        envelopes * 1_000 / seconds(started), envelopes * 1_000 / used.total());
  }

  /// Processor time in seconds.
  ///
  /// @param node this process: the node, and the reader in it
  /// @param postgres its database: the server and every process of it
  private record Processor(double node, double postgres) {
    static Processor now(ProcessHandle server) {
      double postgres =
          Stream.concat(Stream.of(server), server.descendants())
              .map(ProcessHandle::info)
              .map(ProcessHandle.Info::totalCpuDuration)
              .flatMap(Optional::stream)
              .mapToDouble(time -> time.toNanos() / 1e9)
              .sum();
      return new Processor(
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9,
          postgres);
    }

    Processor minus(Processor before) {
      return new Processor(node - before.node, postgres - before.postgres);
    }

    double total() {
      return node + postgres;
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
