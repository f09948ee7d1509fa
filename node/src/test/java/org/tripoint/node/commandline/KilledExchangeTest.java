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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.tripoint.node.testing.Visitor;

/// Three nodes in processes of their own and a bad network between them. Round by round two of them
/// report, correct, narrow and take back seizures; meanwhile connections break in every way and any
/// node is killed, sometimes with its database. Half way one of them is backed up, and at the end
/// it is restored from that: two of its people open a new epoch for each partner. After healing
/// everybody holds exactly what a map says it should, every recall is complied with, and all
/// ledgers verify.
@Tag("campaign")
class KilledExchangeTest {
  private static final int KEYS = 60;
  private static final int CHANGES = 40;
  private static final long LONGEST_MINUTES = 5;
  private static final String SECOND = "benito";
  private static final Instant FIRST = Instant.parse("2024-02-01T00:00:00Z");
  private static final String HEADER =
      "source_record_id,country,agency,event_date,place,place_scheme,concealment,item_class,"
          + "substance,form,quantity,unit,status,tlp,releasable_to\n";

  @TempDir Path directory;

  /// What each reporting node says of a key now.
  private final Map<String, State> model = new TreeMap<>();

  /// What the reporting node says.
  ///
  /// @param quantity kilograms
  /// @param to countries that may have it
  private record State(String reporter, int quantity, Set<String> to) {}

  /// `-Dtripoint.rounds=N` makes it shorter or longer, `-Dtripoint.seed=N` tries one again.
  @Test
  void everythingIsAsItShouldBeAfterHealing() throws Exception {
    Long wanted = Long.getLong("tripoint.seed");
    long seed = wanted == null ? new SecureRandom().nextInt(1_000_000) : wanted;
    play(Integer.getInteger("tripoint.rounds", 20), seed);
  }

  private void play(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    String where = "seed " + seed;
    try (Side us = new Side("US", seed + 1);
        Side mx = new Side("MX", seed + 2);
        Side ca = new Side("CA", seed + 3)) {
      List<Side> all = List.of(us, mx, ca);
      for (Side side : all) {
        side.start();
      }
      us.appointAdministrators();
      for (int round = 1; round <= rounds; round++) {
        playRound(random, round, all, List.of(us, mx));
        if (round == (rounds + 1) / 2) {
          await(all, where + ", before the backup");
          us.backUp();
        }
      }
      await(all, where);
      us.restore();
      for (Side partner : List.of(mx, ca)) {
        us.openEpoch(partner);
      }
      await(all, where + ", restored");
      assertThat(us.own()).as(where + ": reports that came back").containsAll(released("US"));
      playRound(random, rounds + 1, all, List.of(us, mx));
      await(all, where + ", a round after the restore");
      for (Side side : all) {
        side.stop();
      }
      for (Side side : all) {
        side.verify();
      }
    }
  }

  private void playRound(Random random, int round, List<Side> all, List<Side> reporting)
      throws Exception {
    all.forEach(side -> side.network.misbehave());
    for (Side side : reporting) {
      side.bring(write(random, round, side.country));
    }
    Thread.sleep(random.nextInt(4_000));
    Side hit = all.get(random.nextInt(all.size()));
    hit.kill(random.nextInt(4) == 0);
    if (random.nextBoolean()) {
      all.forEach(side -> side.network.heal());
    }
    hit.start();
    Thread.sleep(random.nextInt(3_000));
  }

  /// Until the network is whole, everything has been confirmed, and everybody holds what it should.
  private void await(List<Side> all, String where) throws Exception {
    all.forEach(side -> side.network.heal());
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
    for (Side side : all) {
      while (!side.held().equals(expected(side.country)) || side.open() > 0 || !side.received()) {
        if (System.nanoTime() > end) {
          assertThat(side.held())
              .as(where + " in " + side.country)
              .isEqualTo(expected(side.country));
          assertThat(side.open())
              .as(where + " in " + side.country + ": batches and recalls that wait")
              .isZero();
          assertThat(side.received()).as(where + ": receipts of " + side.country).isTrue();
        }
        Thread.sleep(500);
      }
      assertThat(HomeDatabase.texts(side.home, "select partner || why from exchange.stopped"))
          .as(where + ": a bad network is no reason to stop a feed, nor is what has been explained")
          .isEmpty();
      assertThat(side.readable())
          .as(where + ": content that is still there, of current versions and of those before")
          .isSubsetOf(keys(expected(side.country)));
    }
  }

  /// Keys with quantities that a country should hold of its partners.
  private Set<String> expected(String country) {
    TreeSet<String> expected = new TreeSet<>();
    model.forEach((key, state) -> {
      if (state.to().contains(country)) {
        expected.add(key + "=" + state.quantity());
      }
    });
    return expected;
  }

  /// What a country has told somebody.
  private Set<String> released(String reporter) {
    TreeSet<String> released = new TreeSet<>();
    model.forEach((key, state) -> {
      if (state.reporter().equals(reporter)) {
        released.add(key + "=" + state.quantity());
      }
    });
    return released;
  }

  private static Set<String> keys(Set<String> held) {
    return held.stream()
        .map(one -> one.substring(0, one.indexOf('=')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Reports, corrects, narrows, widens and takes back.
  private Path write(Random random, int round, String reporter) throws IOException {
    List<String> others = Stream.of("CA", "MX", "US").filter(c -> !c.equals(reporter)).toList();
    Map<String, String> rows = new TreeMap<>();
    for (int i = 0; i < CHANGES; i++) {
      String key = reporter + "-" + random.nextInt(KEYS);
      int quantity = 1 + random.nextInt(900);
      int what = random.nextInt(10);
      boolean withdrawn = model.containsKey(key) && what < 2;
      List<String> to = what < 4 ? List.of(others.get(what % 2)) : others;
      rows.put(key, row(reporter, key, quantity, withdrawn ? "WITHDRAWN" : "REPORTED", to));
      model.remove(key);
      if (!withdrawn) {
        model.put(key, new State(reporter, quantity, Set.copyOf(to)));
      }
    }
    return Files.writeString(
        directory.resolve(reporter.toLowerCase(Locale.ROOT) + "-test_round-" + round + ".csv"),
        HEADER + String.join("", rows.values()));
  }

  private static String row(
      String reporter, String key, int quantity, String status, List<String> to) {
    return String.format(
        Locale.ROOT,
        "%s,%s,TEST,2024-01-15,%s,ADMIN1,%s,DRUG,Cocaine,POWDER,%d,kg,%s,AMBER,%s\n",
        key,
        reporter,
        reporter.equals("US") ? "US-TX" : "MX-SON",
        key,
        quantity,
        status,
        String.join(" ", to));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// One of the nodes, running or not, with the network before it.
  private final class Side implements AutoCloseable {
    private final String country;
    private final String name;
    private final Path home;
    private final BadNetwork network;
    private final List<String> settings = new ArrayList<>();
    private RunningNode node;
    private int files;

    Side(String country, long seed) throws IOException {
      this.country = country;
      this.name = country.toLowerCase(Locale.ROOT);
      home = directory.resolve(name);
      int port = freePort();
      network = new BadNetwork(port, seed);
      settings.addAll(
          List.of(
              "--tripoint.synthetic=true",
              "--tripoint.node.country=" + country,
              "--tripoint.node.name=Node of " + country,
              "--tripoint.database.connections=8",
              "--tripoint.exchange.port=" + port,
              "--tripoint.exchange.endpoint=https://localhost:" + network.port(),
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
                  "synthetic",
                  "true",
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

    /// A second one beside the first.
    void appointAdministrators() throws Exception {
      Visitor admin = Visitor.administrator(node.address(), home);
      Visitor.newPerson(admin, node.address(), SECOND, "ADMINISTRATOR");
    }

    /// Keeps the database as it is now.
    void backUp() throws Exception {
      stop();
      HomeDatabase.stop(home);
      copy(home.resolve("postgres"), home.resolve("backup"));
      start();
    }

    /// Goes back to the backup, as an operator does after the disk was lost.
    void restore() throws Exception {
      stop();
      HomeDatabase.stop(home);
      FileSystemUtils.deleteRecursively(home.resolve("postgres"));
      Files.move(home.resolve("backup"), home.resolve("postgres"));
      start();
    }

    private static void copy(Path from, Path to) throws Exception {
      int code = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor();
      assertThat(code).isZero();
    }

    /// Two people look at what came back from the partner, when all of it is there, and agree.
    void openEpoch(Side partner) throws Exception {
      String page = "/exchange/partners/" + partner.name + "/restored";
      Visitor first = Visitor.administrator(node.address(), home);
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
      while (!first.get(page).body().contains(page + "/propose")) {
        assertThat(System.nanoTime()).as(page + "\n" + first.get(page).body()).isLessThan(end);
        Thread.sleep(500);
      }
      first.post(page, page + "/propose", Map.of());
      Visitor second = new Visitor(node.address());
      second.signIn(SECOND, Visitor.PASSWORD);
      second.post(page, page + "/confirm", Map.of());
      assertThat(first.get(page).body()).doesNotContain(page + "/propose", page + "/confirm");
    }

    /// What this node has reported, as its own ledger says now.
    Set<String> own() throws Exception {
      return new TreeSet<>(
          HomeDatabase.texts(
              home,
              """
              select distinct on (concealment) concealment || '=' || quantity
              from (select v.seq, v.published,
                      c.open_body::jsonb -> 'circumstances' ->> 'concealment' as concealment,
                      c.open_body::jsonb -> 'items' -> 0 -> 'quantity' -> 'reported' ->> 'value'
                        as quantity
                    from ledger.version v join ledger.content c on c.seq = v.seq
                    where v.source not like 'partner:%' and v.kind = 'seizure') one
              where concealment is not null
              order by concealment, published desc, seq desc
              """));
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

    @Override
    public void close() throws IOException {
      network.close();
      if (node != null) {
        try {
          node.kill();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        HomeDatabase.stop(home);
      }
    }
  }
}
