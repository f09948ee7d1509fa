package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.database.EmbeddedServer;
import org.tripoint.node.database.Login;
import org.tripoint.node.database.ServerSettings;

/// kill -9 of a real node, sometimes with its database, at random moments of an import: nothing
/// that was acknowledged is lost, nothing is doubled, and the import goes on by itself.
class KilledImportTest {
  private static final int ROWS = 4_000;
  private static final int LATEST_KILL_MILLIS = 2_500;
  private static final String HEADER =
      "source_record_id,country,agency,event_date,place,place_scheme,latitude,longitude,"
          + "precision_m,setting,direction,mode,conveyance,concealment,is_joint,partner_agency,"
          + "item_no,item_class,substance_list,substance,form,quantity,unit,weight_basis,"
          + "count_basis,site_class,imprint,case_number,person_name,status\n";

  @TempDir Path directory;

  @Test
  void survivesFiveKills() throws Exception {
    campaign(5, seed());
  }

  @Test
  @Tag("campaign")
  void survivesFiftyKills() throws Exception {
    campaign(50, seed());
  }

  /// `-Dtripoint.seed=N` tries one again.
  private static long seed() {
    Long wanted = Long.getLong("tripoint.seed");
    return wanted == null ? new SecureRandom().nextInt(1_000_000) : wanted;
  }

  private void campaign(int rounds, long seed) throws Exception {
    Path home = directory.resolve("home");
    Random random = new Random(seed);
    RunningNode node = start(home);
    try {
      for (int round = 1; round <= rounds; round++) {
        String where = "seed " + seed + ", round " + round;
        Kill kill = new Kill(random.nextInt(LATEST_KILL_MILLIS), random.nextInt(3) == 0);
        Path file = write(round);
        Attempt attempt = importUntilKilled(node, file, kill);
        node = start(home);
        String id = attempt.id() == null ? upload(node.client(), file) : attempt.id();
        ImportOutcome end = awaitEnd(node, file, id, where);
        assertThat(end.rows()).as(where + ": rows").isEqualTo(ROWS);
        assertThat(end.appended() + end.unchanged()).as(where + ": rows in").isEqualTo(ROWS);
        assertThat(versions(home, round))
            .as(where + ": versions and records in the ledger, " + attempt)
            .isEqualTo(ROWS + " " + ROWS);
      }
      node.stop();
      Path log = directory.resolve("verify.log");
      int code = RunningNode.run(log, "verify", "--home", home.toString());
      assertThat(code).as("seed " + seed + ": " + Files.readString(log)).isZero();
      RunningNode.run(directory.resolve("rebuild.log"), "rebuild", "--home", home.toString());
      assertThat(number(home, "select count(*)::text from seizures.event"))
          .as("seed " + seed + ": events at the desk")
          .isEqualTo(Long.toString((long) rounds * ROWS));
    } finally {
      node.kill();
      stopDatabase(home);
    }
  }

  /// @param afterMillis counted from the start of the upload
  /// @param database kills PostgreSQL as well
  private record Kill(int afterMillis, boolean database) {}

  /// @param id the import, when the node had acknowledged it
  /// @param seen rows it had last reported
  private record Attempt(@Nullable String id, long seen, Kill kill) {}

  private static RunningNode start(Path home) throws IOException, InterruptedException {
    return RunningNode.start(home, "--tripoint.intake.batch-records=250");
  }

  private static Attempt importUntilKilled(RunningNode node, Path file, Kill kill)
      throws Exception {
    NodeClient client = node.client();
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                TimeUnit.MILLISECONDS.sleep(kill.afterMillis());
                if (kill.database()) {
                  node.killDatabase();
                }
                node.kill();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    String id = null;
    long seen = 0;
    try {
      id = upload(client, file);
      while (true) {
        seen = Math.max(seen, ImportOutcome.of(file, id, client.progress(id), 1).rows());
        Thread.sleep(5);
      }
    } catch (IOException | NodeClient.Refused e) {
      killer.join(); // that is the kill; a node without its database may refuse first
    }
    return new Attempt(id, seen, kill);
  }

  private static ImportOutcome awaitEnd(RunningNode node, Path file, String id, String where)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (true) {
      ImportOutcome now = ImportOutcome.of(file, id, node.client().progress(id), 1);
      if (now.state().equals("DONE")) {
        return now;
      }
      boolean hopeless = now.settled(false) || System.nanoTime() > end;
      assertThat(hopeless).as(where + ": " + now + "\n" + node.log()).isFalse();
      Thread.sleep(50);
    }
  }

  private static String upload(NodeClient client, Path file) throws Exception {
    return client.upload(
        file,
        Map.of(
            "fileName", file.getFileName().toString(),
            "published", "2024-02-01T00:00:00Z",
            "mode", "append"));
  }

  private Path write(int round) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      text.append("K-").append(round).append('-').append(i).append(",US,ROUND").append(round);
      text.append(",2024-01-").append(String.format("%02d", 1 + i % 28));
      text.append(",US-TX,ADMIN1,,,,INTERIOR,UNKNOWN,,,,false,,1,DRUG,tripoint,Cocaine,POWDER,");
      text.append(1 + i % 97).append('.').append(i % 10).append(",kg,NET,,,,,,REPORTED\n");
    }
    return Files.writeString(
        directory.resolve("us-round" + round + "_2024-02-01.csv"), text.toString());
  }

  private static String versions(Path home, int round) throws SQLException {
    return number(
        home,
        "select count(*) || ' ' || count(distinct record) from ledger.version"
            + " where kind = 'seizure' and source = 'us-round"
            + round
            + "'");
  }

  private static String number(Path home, String sql) throws SQLException {
    try (EmbeddedServer server =
        EmbeddedServer.startOrAttach(home.resolve("postgres"), ServerSettings.keeping(), 0)) {
      Login owner = server.owner();
      try (Connection connection =
              DriverManager.getConnection(server.url(), owner.user(), owner.password());
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static void stopDatabase(Path home) {
    EmbeddedServer.startOrAttach(home.resolve("postgres"), ServerSettings.keeping(), 0).close();
  }
}
