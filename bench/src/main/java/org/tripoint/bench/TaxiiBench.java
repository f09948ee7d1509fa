package org.tripoint.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.TripointNode;

/// Objects of 1 kB that a node gives over TAXII for each second of processor time that it and its
/// PostgreSQL take, at 1,000 a page; what a page costs at the start, in the middle and at the end;
/// and objects a second that it takes by POST: `TaxiiBench OBJECTS [HOME]`.
///
/// The reader is one thread of this process; its processor time is known and does not count. A home
/// that is named is filled once and kept.
public final class TaxiiBench {
  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final String TOKEN = "tpx_bench";
  private static final UUID COLLECTION = UUID.fromString("5f1b6c1e-7a55-4c7e-9b5d-1d7f6a1c9e01");
  private static final UUID INBOX = UUID.fromString("5f1b6c1e-7a55-4c7e-9b5d-1d7f6a1c9e02");
  private static final int AUDIENCE = 0;
  private static final long FIRST = 1_767_225_600_000_000L;
  private static final int MOST_PAGES = 1_000;
  private static final int REQUESTS = 200;
  private static final int ENVELOPES = 20;

  private final String base;
  private final long objects;
  private final ProcessHandle postgres;
  private final byte[] buffer = new byte[16 << 20];

  private TaxiiBench(String base, long objects, ProcessHandle postgres) {
    this.base = base;
    this.objects = objects;
    this.postgres = postgres;
  }

  public static void main(String[] args) throws IOException {
    long objects = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
    Path home =
        args.length > 1
            ? Files.createDirectories(Path.of(args[1]))
            : Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(TripointNode.class)
            .run(
                "--tripoint.home=" + home.toAbsolutePath(),
                "--tripoint.node.country=US",
                "--server.port=0")) {
      JdbcTemplate jdbc = node.getBean(JdbcTemplate.class);
      long started = System.nanoTime();
      if (fill(jdbc, objects)) {
        System.out.printf("%,d objects filled in %.1f s%n", objects, seconds(started));
      }
      int port =
          Objects.requireNonNull(((WebServerApplicationContext) node).getWebServer()).getPort();
      TaxiiBench bench = new TaxiiBench("http://127.0.0.1:" + port, objects, postgres(home));
      bench.walk(Math.min(200, objects / 1_000));
      bench.walk(Math.min(MOST_PAGES, objects / 1_000));
      bench.pages();
      for (String round : List.of("first round", "second round")) {
        String run = Long.toHexString(System.nanoTime() & 0xffff_ffffL);
        bench.send(round + ": notes, kept", number -> note(run, number));
        bench.send(
            round + ": seizures, kept and appended to the ledger", number -> seizure(run, number));
      }
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

  /// Writes objects of 1,024 bytes and their entries straight into the exchange's tables, as they
  /// would lie there: what is measured is how they are given, not how they were made.
  ///
  /// @return false when they are there already
  private static boolean fill(JdbcTemplate jdbc, long objects) {
    Long there = jdbc.queryForObject("select count(*) from exchange.entry", Long.class);
    if (there != null && there == objects) {
      return false;
    }
    jdbc.execute("truncate exchange.object, exchange.entry");
    for (long from = 0; from < objects; from += 100_000) {
      long to = Math.min(objects, from + 100_000) - 1;
      jdbc.update(
          """
          insert into exchange.object (id, modified, type, sha256, body)
          select id, ?, 'note', '', convert_to(head || left(repeat(md5(n::text), 40),
            1024 - length(head) - length(tail)) || tail, 'UTF8')
          from (
            select n, id, '{"content":"' as head,
              '","id":"' || id || '","modified":"2026-01-01T00:00:00.000000Z","type":"note"}' as tail
            from (
              select n, 'note--' || lpad(to_hex(n), 8, '0') || '-6f74-4e00-8000-'
                || lpad(to_hex(n * 2654435761 % 281474976710656), 12, '0') as id
              from generate_series(?::bigint, ?::bigint) n) ids) texts
          """,
          FIRST, from, to);
      jdbc.update(
          """
          insert into exchange.entry (audience, date_added, action, object, modified, type, first)
          select ?, ? + n, 0, 'note--' || lpad(to_hex(n), 8, '0') || '-6f74-4e00-8000-'
            || lpad(to_hex(n * 2654435761 % 281474976710656), 12, '0'), ?, 'note', true
          from generate_series(?::bigint, ?::bigint) n
          """,
          AUDIENCE, FIRST, FIRST, from, to);
    }
    client(jdbc);
    return true;
  }

  private static void client(JdbcTemplate jdbc) {
    jdbc.update(
        """
        insert into exchange.client
          (name, partner, audience, may_write, secret_hash, token_hash, created_at, created_by)
        values ('bench', 'ca', ?, true, '', sha256(convert_to(?, 'UTF8')), now(), 'bench')
        on conflict do nothing
        """,
        AUDIENCE,
        TOKEN);
    jdbc.update(
        "insert into exchange.collection (id, audience) values (?, ?) on conflict do nothing",
        COLLECTION,
        AUDIENCE);
    jdbc.update(
        "insert into exchange.collection (id, client) values (?, 'bench') on conflict do nothing",
        INBOX);
  }

  /// An object of 1,024 bytes of a type that the node keeps and does not show.
  private static String note(String run, long number) {
    String tail =
        "\",\"id\":\"note--%s-0000-4000-8000-%012x\",\"modified\":\"2026-01-01T00:00:00.000Z\",\"type\":\"note\"}"
            .formatted(run8(run), number);
    String head = "{\"content\":\"";
    return head + "x".repeat(1_024 - head.length() - tail.length()) + tail;
  }

  private static String run8(String run) {
    return "0".repeat(8 - run.length()) + run;
  }

  /// An object of about 1,500 bytes that becomes a record; nine or ten of them are of one day.
  private static String seizure(String run, long number) {
    return """
    {"type":"tripoint-seizure","spec_version":"2.1",
    "id":"tripoint-seizure--%s-0000-4000-8000-%012x","created":"2026-03-15T08:00:00.000000Z",
    "modified":"2026-03-15T08:00:00.000000Z",
    "created_by_ref":"identity--0c9b6a52-8f1d-4f7e-b3a4-6e5d2c7f1a80",
    "object_marking_refs":["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"],
    "extensions":{"extension-definition--7d3f5e0c-41a6-4c0e-9a57-2b8c6f0d9e31":{
    "extension_type":"new-sdo","kind":"seizure","kind_version":1,"parts":["open"],
    "published":"2026-03-15T00:00:00.000000Z","source":"ca-test",
    "marking":{"tlp":"AMBER","releasable_to_countries":["US"],"originator_control":false,
    "court_use":"ASK","derivative_use":"ASK","purpose":"LAW_ENFORCEMENT","protected_source":false,
    "source_grade":"F_CANNOT_BE_JUDGED","information_grade":"G6_CANNOT_BE_JUDGED",
    "verify_before_action":false},
    "open":{"country":"CA","agency":"CBSA","date":"%s",
    "place":{"country":"CA","scheme":"ADMIN1","code":"CA-ON"},
    "circumstances":{"setting":"PORT_OF_ENTRY","direction":"INBOUND","mode":"road",
    "conveyance":"truck","concealment":"","detection":""},
    "route":{"nothing_stated":true},"joint":false,
    "items":[{"number":1,"item_class":"DRUG","description":"",
    "substance":{"name":"fentanyl","suspected":"inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N"},
    "form":"POWDER","quantity":{"reported":{"value":"%d.5","text":"%d.5"},"unit":"kg",
    "mass":{"kilograms":"%d.5"},"conversion":"kg"},"weight_basis":"NET","count_basis":"UNKNOWN",
    "site_class":"UNKNOWN","imprint":""}]}}}}\
    """
        .formatted(
            run8(run),
            number,
            LocalDate.of(2020, 1, 1).plusDays(number % 2_200),
            number,
            number,
            number);
  }

  /// Reads so many pages from the start, one after the other.
  private void walk(long pages) throws IOException {
    Processor before = Processor.now(postgres);
    long started = System.nanoTime();
    long bytes = 0;
    String next = "";
    long read = 0;
    while (read < pages) {
      int length = get(next.isEmpty() ? "" : "&next=" + next);
      bytes += length;
      read++;
      next = next(length);
      if (next.isEmpty()) {
        break;
      }
    }
    Processor used = Processor.now(postgres).minus(before);
    System.out.printf(
        "%,d pages, %,d MB in %.1f s: %,.0f objects a second of processor time"
            + " (node %.1f s, PostgreSQL %.1f s; beside them the reader %.1f s)%n",
        read,
        bytes >> 20,
        seconds(started),
        read * 1_000 / used.total(),
        used.node,
        used.postgres,
        used.reader);
  }

  private String next(int length) {
    String head = new String(buffer, 0, Math.min(200, length), StandardCharsets.UTF_8);
    int at = head.indexOf("\"next\":\"");
    return at < 0 ? "" : head.substring(at + 8, head.indexOf('"', at + 8));
  }

  /// What a page costs, wherever it lies; and a question to which there is no answer.
  private void pages() throws IOException {
    for (int round = 0; round < 2; round++) {
      for (double place : new double[] {0, 0.5, 0.99}) {
        double[] times = times(FIRST + (long) (objects * place) - 1);
        if (round > 0) {
          System.out.printf(
              "page at %.0f %%: p50 %.1f ms, p95 %.1f ms%n",
              place * 100, times[REQUESTS / 2], times[REQUESTS * 95 / 100]);
        }
      }
    }
    System.out.printf(
        "nothing new: p50 %.1f ms, one request%n", times(FIRST + objects)[REQUESTS / 2]);
  }

  /// Of pages that lie near a place, each another one.
  private double[] times(long after) throws IOException {
    double[] times = new double[REQUESTS];
    for (int i = 0; i < times.length; i++) {
      long started = System.nanoTime();
      get("&added_after=" + Instant.EPOCH.plus(after + i, ChronoUnit.MICROS));
      times[i] = seconds(started) * 1_000;
    }
    Arrays.sort(times);
    return times;
  }

  private HttpURLConnection open(UUID collection, String query) throws IOException {
    URI address =
        URI.create(base + "/taxii2/exchange/collections/" + collection + "/objects/" + query);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Accept", TAXII);
    connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
    return connection;
  }

  /// Reads a page into the buffer.
  ///
  /// @return its length
  private int get(String more) throws IOException {
    HttpURLConnection connection = open(COLLECTION, "?limit=1000" + more);
    if (connection.getResponseCode() != 200) {
      throw new IllegalStateException("expected a page, found " + connection.getResponseCode());
    }
    return read(connection);
  }

  private int read(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      return in.readNBytes(buffer, 0, buffer.length);
    }
  }

  /// Envelopes of 1,000 objects, one after the other.
  private void send(String what, LongFunction<String> object) throws IOException {
    byte[][] envelopes = new byte[ENVELOPES][];
    for (int i = 0; i < ENVELOPES; i++) {
      StringBuilder envelope = new StringBuilder("{\"objects\":[");
      for (int k = 0; k < 1_000; k++) {
        envelope.append(k == 0 ? "" : ",").append(object.apply(i * 1_000L + k));
      }
      envelopes[i] = envelope.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
    long started = System.nanoTime();
    Processor before = Processor.now(postgres);
    for (byte[] envelope : envelopes) {
      send(envelope);
    }
    Processor used = Processor.now(postgres).minus(before);
    System.out.printf(
        "%s: %,.0f objects a second taken, %,.0f a second of processor time%n",
        what, ENVELOPES * 1_000 / seconds(started), ENVELOPES * 1_000 / used.total());
  }

  private void send(byte[] envelope) throws IOException {
    HttpURLConnection connection = open(INBOX, "");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(envelope.length);
    connection.setRequestProperty("Content-Type", TAXII);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(envelope);
    }
    if (connection.getResponseCode() != 202) {
      throw new IllegalStateException("expected 202, found " + connection.getResponseCode());
    }
    String status = new String(buffer, 0, read(connection), StandardCharsets.UTF_8);
    if (!status.contains("\"failure_count\":0")) {
      throw new IllegalStateException("expected no failure: " + status.substring(0, 300));
    }
  }

  /// Processor time in seconds.
  ///
  /// @param node this process without the reader
  /// @param reader the thread that asks
  /// @param postgres its database: the server and every process of it
  private record Processor(double node, double reader, double postgres) {
    static Processor now(ProcessHandle server) {
      double postgres =
          Stream.concat(Stream.of(server), server.descendants())
              .map(ProcessHandle::info)
              .map(ProcessHandle.Info::totalCpuDuration)
              .flatMap(Optional::stream)
              .mapToDouble(time -> time.toNanos() / 1e9)
              .sum();
      double reader = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
      double all = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
      return new Processor(all - reader, reader, postgres);
    }

    Processor minus(Processor before) {
      return new Processor(node - before.node, reader - before.reader, postgres - before.postgres);
    }

    double total() {
      return node + postgres;
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
