package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes in processes of their own and a bad network between them. Round by round one of them
/// reports, corrects, narrows and takes back seizures; meanwhile connections break in every way and
/// either node is killed, sometimes with its database. After healing the partner holds exactly what
/// a map says it should, every recall is complied with, and both ledgers verify.
@Tag("campaign")
class KilledExchangeTest {
  private static final int KEYS = 60;
  private static final int CHANGES = 40;
  private static final long LONGEST_MINUTES = 5;
  private static final Instant FIRST = Instant.parse("2024-02-01T00:00:00Z");
  private static final String HEADER =
      "source_record_id,country,agency,event_date,place,place_scheme,concealment,item_class,"
          + "substance,form,quantity,unit,status,tlp,releasable_to\n";

  @TempDir Path directory;

  private final Map<String, State> model = new TreeMap<>();

  /// What the reporting node says of a key now.
  ///
  /// @param quantity kilograms
  /// @param released true when Canada may have it
  private record State(int quantity, boolean released) {}

  /// `-Dtripoint.rounds=N` makes it shorter or longer, `-Dtripoint.seed=N` tries one again.
  @Test
  void everythingIsAsItShouldBeAfterHealing() throws Exception {
    Long wanted = Long.getLong("tripoint.seed");
    long seed = wanted == null ? new SecureRandom().nextInt(1_000_000) : wanted;
    play(Integer.getInteger("tripoint.rounds", 20), seed);
  }

  private void play(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    int usPort = freePort();
    int caPort = freePort();
    try (BadNetwork toUs = new BadNetwork(usPort, seed + 1);
        BadNetwork toCa = new BadNetwork(caPort, seed + 2)) {
      Side us = new Side("US", usPort, toUs.port());
      Side ca = new Side("CA", caPort, toCa.port());
      try {
        us.start();
        ca.start();
        for (int round = 1; round <= rounds; round++) {
          toUs.misbehave();
          toCa.misbehave();
          us.bring(write(random, round));
          Thread.sleep(random.nextInt(4_000));
          Side hit = random.nextBoolean() ? us : ca;
          hit.kill(random.nextInt(4) == 0);
          if (random.nextBoolean()) {
            toUs.heal();
            toCa.heal();
          }
          hit.start();
          Thread.sleep(random.nextInt(3_000));
        }
        toUs.heal();
        toCa.heal();
        await(us, ca, "seed " + seed);
        us.stop();
        ca.stop();
        us.verify();
        ca.verify();
      } finally {
        us.end();
        ca.end();
      }
    }
  }

  private void await(Side us, Side ca, String where) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
    while (true) {
      boolean same = ca.held().equals(expected()) && us.open() == 0 && ca.received();
      if (same) {
        break;
      }
      if (System.nanoTime() > end) {
        assertThat(ca.held()).as(where).isEqualTo(expected());
        assertThat(us.open()).as(where + ": batches and recalls that wait").isZero();
      }
      Thread.sleep(500);
    }
    assertThat(HomeDatabase.number(ca.home, "select count(*) from exchange.stopped"))
        .as(where + ": a bad network is no reason to stop a feed")
        .isZero();
    assertThat(ca.readable())
        .as(where + ": content that is still there, of current versions and of those before")
        .isSubsetOf(expectedKeys());
  }

  private Set<String> expected() {
    TreeSet<String> expected = new TreeSet<>();
    model.forEach((key, state) -> {
      if (state.released()) {
        expected.add(key + "=" + state.quantity());
      }
    });
    return expected;
  }

  private Set<String> expectedKeys() {
    TreeSet<String> keys = new TreeSet<>();
    model.forEach((key, state) -> {
      if (state.released()) {
        keys.add(key);
      }
    });
    return keys;
  }

  /// Reports, corrects, narrows, widens and takes back.
  private Path write(Random random, int round) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (int i = 0; i < CHANGES; i++) {
      String key = "K-" + random.nextInt(KEYS);
      int quantity = 1 + random.nextInt(900);
      int what = random.nextInt(10);
      boolean known = model.containsKey(key);
      boolean withdrawn = known && what < 2;
      String to = what < 4 ? "MX" : "CA MX";
      rows.put(key, row(key, quantity, withdrawn ? "WITHDRAWN" : "REPORTED", to));
      model.remove(key);
      if (!withdrawn) {
        model.put(key, new State(quantity, to.startsWith("CA")));
      }
    }
    return Files.writeString(
        directory.resolve("us-test_round-" + round + ".csv"),
        HEADER + String.join("", rows.values()));
  }

  private static String row(String key, int quantity, String status, String to) {
    return String.format(
        Locale.ROOT,
        "%s,US,TEST,2024-01-15,US-TX,ADMIN1,%s,DRUG,Cocaine,POWDER,%d,kg,%s,AMBER,%s\n",
        key,
        key,
        quantity,
        status,
        to);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// One of the two nodes, running or not.
  private final class Side {
    private final Path home;
    private final List<String> settings = new ArrayList<>();
    private RunningNode node;
    private int files;

    Side(String country, int port, int reachedAt) {
      home = directory.resolve(country.toLowerCase(Locale.ROOT));
      settings.addAll(
          List.of(
              "--tripoint.synthetic=true",
              "--tripoint.node.country=" + country,
              "--tripoint.node.name=Node of " + country,
              "--tripoint.database.connections=8",
              "--tripoint.exchange.port=" + port,
              "--tripoint.exchange.endpoint=https://localhost:" + reachedAt,
              "--tripoint.demonstration.folder=" + directory.resolve("meeting")));
    }

    void start() throws IOException, InterruptedException {
      node = RunningNode.start(home, settings.toArray(String[]::new));
    }

    void bring(Path file) throws Exception {
      files++;
      NodeClient client = node.client();
      String id =
          client.upload(
              file,
              Map.of(
                  "fileName",
                  file.getFileName().toString(),
                  "published",
                  FIRST.plusSeconds(3_600L * files).toString(),
                  "mode",
                  "append"));
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
      while (true) {
        ImportOutcome now = ImportOutcome.of(file, id, client.progress(id), 1);
        if (now.state().equals("DONE")) {
          assertThat(now.quarantined()).as(now.toString()).isZero();
          return;
        }
        assertThat(now.settled(false) || System.nanoTime() > end)
            .as(now + "\n" + node.log())
            .isFalse();
        Thread.sleep(50);
      }
    }

    void kill(boolean withDatabase) throws IOException, InterruptedException {
      if (withDatabase) {
        node.killDatabase();
      }
      node.kill();
    }

    void stop() throws InterruptedException {
      node.stop();
    }

    /// Records of the partner that can be read now, each with its quantity.
    Set<String> held() throws Exception {
      return new TreeSet<>(
          HomeDatabase.texts(
              home,
              """
              select distinct (c.open_body::jsonb -> 'circumstances' ->> 'concealment') || '=' ||
                (c.open_body::jsonb -> 'items' -> 0 -> 'quantity' -> 'reported' ->> 'value')
              from (select distinct on (object) object, sequence from exchange.held
                    order by object, added desc) h
              join ledger.content c on c.seq = h.sequence
              """));
    }

    /// Keys of every version of the partner whose content is still there.
    Set<String> readable() throws Exception {
      return new TreeSet<>(
          HomeDatabase.texts(
              home,
              """
              select distinct c.open_body::jsonb -> 'circumstances' ->> 'concealment'
              from ledger.version v join ledger.content c on c.seq = v.seq
              where v.source like 'partner:%' and v.kind = 'seizure'
                and c.open_body::jsonb -> 'circumstances' ->> 'concealment' is not null
              """));
    }

    /// Batches and recalls that are not confirmed.
    long open() throws Exception {
      return HomeDatabase.number(
          home,
          """
          select (select count(*) from exchange.sent where acknowledged is null)
            + (select count(*) from exchange.sent_recall where complied is null)
            + (select count(*) from sharing.log l
               join exchange.frozen f on f.audience = l.audience where l.date_added > f.line)
          """);
    }

    boolean received() throws Exception {
      return HomeDatabase.number(
              home, "select count(*) from exchange.receipt where delivered is null")
          == 0;
    }

    void verify() throws Exception {
      Path log = directory.resolve("verify-" + home.getFileName() + ".log");
      int code = RunningNode.run(log, "verify", "--home", home.toString());
      assertThat(code).as(Files.readString(log)).isZero();
    }

    void end() throws InterruptedException {
      if (node != null) {
        node.kill();
        HomeDatabase.stop(home);
      }
    }
  }
}
