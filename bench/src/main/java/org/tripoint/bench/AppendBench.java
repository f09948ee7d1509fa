package org.tripoint.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tripoint.node.TripointNode;
import org.tripoint.node.database.DatabaseAccess;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.VerifyLedger;
import org.tripoint.vocabulary.Marking;

/// Appending to the ledger against plain COPY of the same rows into one table with a primary key
/// and three indexes, in one run on one server: `AppendBench ROWS [ROUNDS]`.
public final class AppendBench {
  private static final int BATCH = 20_000;
  private static final Instant PUBLISHED = Instant.parse("2024-06-01T00:00:00Z");

  private AppendBench() {}

  public static void main(String[] args) throws IOException, SQLException {
    long rows = args.length > 0 ? Long.parseLong(args[0]) : 200_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(TripointNode.class)
            .run(
                "--tripoint.home=" + home.toAbsolutePath(),
                "--server.port=0",
                "--tripoint.ledger.follow=false")) {
      AppendRecords ledger = node.getBean(AppendRecords.class);
      DatabaseAccess access = node.getBean(DatabaseAccess.class);
      for (int round = 0; round < rounds; round++) {
        double copy = perSecond(rows, copy(access, rows, round));
        double append = perSecond(rows, append(ledger, rows, round));
        double again = perSecond(rows, append(ledger, rows, round));
        System.out.printf(
            Locale.ROOT,
            "round %d: COPY %,.0f rows/s; append %,.0f rows/s = %.2f of COPY; unchanged %,.0f"
                + " rows/s%n",
            round,
            copy,
            append,
            append / copy,
            again);
      }
      Instant start = Instant.now();
      System.out.println(node.getBean(VerifyLedger.class).verify(n -> {}));
      System.out.println("verified in " + Duration.between(start, Instant.now()));
    }
  }

  private static double perSecond(long rows, Duration duration) {
    return rows * 1e9 / duration.toNanos();
  }

  private static Duration copy(DatabaseAccess access, long rows, int round) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
        var statement = owner.createStatement()) {
      statement.execute(
          """
          create table public.copied_%d (
            key text primary key, country text, agency text, day date, place text, setting text,
            direction text, substance text, form text, kilograms numeric, pounds text,
            weight_basis text, events integer, case_number text)
          """
              .formatted(round));
      statement.execute("create index on public.copied_%d (day)".formatted(round));
      statement.execute("create index on public.copied_%d (substance, day)".formatted(round));
      statement.execute("create index on public.copied_%d (place, day)".formatted(round));
      Instant start = Instant.now();
      // Committed in batches as large as the ledger's.
      for (long from = 0; from < rows; from += BATCH) {
        CopyIn in =
            owner
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy public.copied_%d from stdin".formatted(round));
        for (long n = from; n < Math.min(rows, from + BATCH); n++) {
          byte[] line = BenchRow.of(n).copyLine(n).getBytes(StandardCharsets.UTF_8);
          in.writeToCopy(line, 0, line.length);
        }
        in.endCopy();
      }
      return Duration.between(start, Instant.now());
    }
  }

  private static Duration append(AppendRecords ledger, long rows, int round) {
    Instant start = Instant.now();
    List<Entry> entries = new ArrayList<>(BATCH);
    for (long n = 0; n < rows; n++) {
      BenchRow row = BenchRow.of(n);
      entries.add(
          new Entry.Put<>(BenchRow.KIND, BenchRow.key(n), row, Marking.published(), row.day()));
      if (entries.size() == BATCH || n == rows - 1) {
        ledger.append(new Batch("bench-" + round, null, PUBLISHED, "bench", entries));
        entries.clear();
      }
    }
    return Duration.between(start, Instant.now());
  }
}
