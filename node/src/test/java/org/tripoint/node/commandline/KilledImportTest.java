package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a real node, sometimes with its database, at random moments of an import: nothing
/// that was acknowledged is lost, nothing is doubled, and the import goes on by itself.
///
/// Four kills in five wait for a random number of appended rows, and afterwards the ledger is asked
/// whether the kill fell while some but not all rows were in; the others fall at a random time
/// after the upload began.
class KilledImportTest {
  private static final int ROWS = 4_000;
  private static final int BATCH = 250;
  private static final int LATEST_KILL_MILLIS = 2_500;
  private static final long LONGEST_IMPORT_MINUTES = 10;
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

  /// `-Dtripoint.kills=N` makes it shorter or longer.
  @Test
  @Tag("campaign")
  void survivesManyKills() throws Exception {
    campaign(Integer.getInteger("tripoint.kills", 50), seed());
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
    int midway = 0;
    try {
      for (int round = 1; round <= rounds; round++) {
        Kill kill = Kill.random(random, round);
        String where = "seed " + seed + ", round " + round + ", " + kill;
        Path file = write(round);
        Attempt attempt = importUntilKilled(node, file, kill);
        node = start(home);
        String id = attempt.id() == null ? upload(node.client(), file) : attempt.id();
        ImportOutcome end = awaitEnd(node, file, id, where);
        assertThat(end.rows()).as(where + ": rows").isEqualTo(ROWS);
        assertThat(end.appended() + end.unchanged()).as(where + ": rows in").isEqualTo(ROWS);
        assertThat(versions(home, round))
            .as(where + ": in the ledger, " + attempt)
            .isEqualTo(new InLedger(ROWS, ROWS));
        long survived = survivors(home, round, attempt.dead());
        assertThat(survived)
            .as(where + ": versions that outlived the kill, " + attempt)
            .isGreaterThanOrEqualTo(attempt.acknowledged());
        midway += survived > 0 && survived < ROWS ? 1 : 0;
      }
      assertThat(midway)
          .as("seed " + seed + ": kills that fell while some but not all rows were in")
          .isGreaterThanOrEqualTo(rounds * 3 / 5);
      node.stop();
      Path log = directory.resolve("verify.log");
      int code = RunningNode.run(log, "verify", "--home", home.toString());
      assertThat(code).as("seed " + seed + ": " + Files.readString(log)).isZero();
      RunningNode.run(directory.resolve("rebuild.log"), "rebuild", "--home", home.toString());
      assertThat(HomeDatabase.number(home, "select count(*) from seizures.event"))
          .as("seed " + seed + ": events at the desk")
          .isEqualTo((long) rounds * ROWS);
    } finally {
      node.kill();
      HomeDatabase.stop(home);
    }
  }

  /// When to kill, and what.
  ///
  /// @param afterRows appended rows that the node must have reported; 0 to kill by time
  /// @param afterMillis counted from the start of the upload, when there is no number of rows
  /// @param database kills PostgreSQL as well
  private record Kill(int afterRows, int afterMillis, boolean database) {
    static Kill random(Random random, int round) {
      boolean byTime = round % 5 == 0;
      return new Kill(
          byTime ? 0 : BATCH + random.nextInt(ROWS / 2),
          random.nextInt(LATEST_KILL_MILLIS),
          random.nextInt(3) == 0);
    }

    boolean isDue(long appended, long millis) {
      return afterRows > 0 ? appended >= afterRows : millis >= afterMillis;
    }
  }

  /// What the node had said before it was killed.
  ///
  /// @param id the import, when the node had acknowledged it
  /// @param acknowledged appended rows it had last reported
  /// @param dead when it was no more
  private record Attempt(@Nullable String id, long acknowledged, Instant dead) {}

  private static RunningNode start(Path home) throws IOException, InterruptedException {
    return RunningNode.start(home, "--tripoint.intake.batch-records=" + BATCH);
  }

  private static Attempt importUntilKilled(RunningNode node, Path file, Kill kill)
      throws Exception {
    long start = System.nanoTime();
    if (kill.afterRows() == 0) {
      return killLater(node, file, kill);
    }
    String id = upload(node.client(), file);
    NodeClient client = node.client();
    ImportOutcome now;
    do {
      now = ImportOutcome.of(file, id, client.progress(id), 1);
      assertThat(System.nanoTime() - start)
          .as(now + "\n" + node.log())
          .isLessThan(TimeUnit.MINUTES.toNanos(LONGEST_IMPORT_MINUTES));
    } while (!now.settled(false)
        && !kill.isDue(now.appended(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    kill(node, kill);
    return new Attempt(id, now.appended(), Instant.now());
  }

  /// Kills at a moment of the clock, perhaps before the upload is acknowledged.
  private static Attempt killLater(RunningNode node, Path file, Kill kill) throws Exception {
    FutureTask<Void> killing =
        new FutureTask<>(() -> {
          TimeUnit.MILLISECONDS.sleep(kill.afterMillis());
          kill(node, kill);
          return null;
        });
    Thread.ofPlatform().start(killing);
    NodeClient client = node.client();
    String id = null;
    long acknowledged = 0;
    try {
      id = upload(client, file);
      while (true) {
        acknowledged = ImportOutcome.of(file, id, client.progress(id), 1).appended();
        Thread.sleep(5);
      }
    } catch (IOException | NodeClient.Refused e) {
      killing.get(); // that is the kill; a node without its database may refuse first
    }
    return new Attempt(id, acknowledged, Instant.now());
  }

  private static void kill(RunningNode node, Kill kill) throws IOException, InterruptedException {
    if (kill.database()) {
      node.killDatabase();
    }
    node.kill();
  }

  private static ImportOutcome awaitEnd(RunningNode node, Path file, String id, String where)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_IMPORT_MINUTES);
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

  /// What the ledger holds of a round.
  private record InLedger(long versions, long records) {}

  private static InLedger versions(Path home, int round) throws SQLException {
    String from =
        " from ledger.version where kind = 'seizure' and source = 'us-round" + round + "'";
    return new InLedger(
        HomeDatabase.number(home, "select count(*)" + from),
        HomeDatabase.number(home, "select count(distinct record)" + from));
  }

  /// Versions of a round that were received, and committed, before the node was dead.
  private static long survivors(Path home, int round, Instant dead) throws SQLException {
    return HomeDatabase.number(
        home,
        "select count(*) from ledger.version where kind = 'seizure' and source = 'us-round"
            + round
            + "' and received < '"
            + dead
            + "'");
  }
}
