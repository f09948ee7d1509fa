package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.packages.PackageRefused;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Random histories of two nodes over a line that drops, delays, repeats, reorders and cuts off,
/// and with packages that are carried by hand, lost, repeated and damaged; with old backups
/// restored and failures in the middle of taking; after healing, the receiver holds exactly what a
/// small model says it should.
class ExchangeHistoriesTest {

  private static final Purpose[] PURPOSES = {
    Purpose.ANY_LAWFUL, Purpose.LAW_ENFORCEMENT, Purpose.STATISTICS
  };

  @Test
  void receiverHoldsWhatItShouldAfterEveryHistory() throws Exception {
    play(
        Integer.getInteger("tripoint.histories.from", 1),
        Integer.getInteger("tripoint.histories", 12));
  }

  /// `-Dtripoint.histories=2000`
  @Test
  @Tag("campaign")
  void thousandsOfHistories() throws Exception {
    play(1_000, Integer.getInteger("tripoint.histories", 40));
  }

  private static void play(int firstSeed, int count) throws Exception {
    TestNode.Ticking time = new TestNode.Ticking();
    for (int seed = firstSeed; seed < firstSeed + count; seed++) {
      try (TestNode us = new TestNode("us", Country.UNITED_STATES, time);
          TestNode ca = new TestNode("ca", Country.CANADA, time);
          History history = new History(seed, us, ca)) {
        history.play();
      }
    }
  }

  /// Who should hold what, in the plainest words.
  private static final class Model {
    private final Map<String, Said> says = new HashMap<>();
    private Set<String> audiences = Set.of();
    private boolean nominal;

    record Said(Parcel parcel, Marking marking) {}

    Set<Parcel> shouldHold() {
      Set<Parcel> held = new HashSet<>();
      for (Said said : says.values()) {
        if (!said.marking().releasableToCountries().contains(Country.CANADA)) {
          continue;
        }
        Purpose purpose = said.marking().purpose();
        Parcel open = new Parcel(said.parcel().what(), null);
        if (audiences.contains("enforcement") && purpose != Purpose.STATISTICS) {
          held.add(nominal ? said.parcel() : open);
        }
        if (audiences.contains("statistics") && purpose != Purpose.LAW_ENFORCEMENT) {
          held.add(open);
        }
      }
      return held;
    }
  }

  /// One history.
  private static final class History implements AutoCloseable {
    private final long seed;
    private final RandomGenerator random;
    private TestNode us;
    private final TestNode ca;
    private DirectPeer wire;
    private final List<TestNode> restored = new ArrayList<>();
    private @Nullable Backup backup;

    /// The node as it once was, with what its agreement let go then and what it had erased by then.
    private record Backup(TestDatabase database, boolean nominal, Set<String> erased) {}

    private final Model model = new Model();
    private final Map<String, RecordId> records = new HashMap<>();
    private final List<byte[]> underway = new ArrayList<>();
    private final List<byte[]> packages = new ArrayList<>();
    private final Set<String> erased = new HashSet<>();

    /// What was ever said under a key: erasing a record erases its older versions too.
    private final Map<String, Set<String>> said = new HashMap<>();

    /// A record whose content was erased takes no other: its source goes on under another key.
    private final List<String> keys = new ArrayList<>(List.of("k0", "k1", "k2", "k3", "k4"));

    private int revision;

    History(long seed, TestNode us, TestNode ca) {
      this.seed = seed;
      this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      this.us = us;
      this.ca = ca;
      this.wire = new DirectPeer(ca, us);
    }

    void play() throws Exception {
      us.meet(ca);
      agree();
      int steps = random.nextInt(20, 60);
      for (int i = 0; i < steps; i++) {
        step();
      }
      heal();
      check();
    }

    private void step() throws Exception {
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3 -> put();
        case 4 -> withdraw();
        case 5 -> erase();
        case 6 -> agree();
        case 7 -> us.publish(ca);
        case 8 -> {
          us.publish(ca);
          underway.add(wire.bytes(random.nextBoolean() ? Head.NONE : ca.take.feed("us")));
        }
        case 9 -> deliver();
        case 10 -> failInTheMiddle();
        case 11 -> pack();
        case 12 -> unpack();
        case 13 -> backUp();
        case 14 -> restore();
        default -> pullWithLosses();
      }
    }

    private void put() {
      String key = keys.get(random.nextInt(keys.size()));
      @Nullable String sender = random.nextInt(4) == 0 ? null : "sender of " + key;
      Parcel parcel = new Parcel(key + " in version " + ++revision, sender);
      Country[] to =
          random.nextInt(4) == 0
              ? new Country[] {Country.MEXICO}
              : new Country[] {Country.CANADA, Country.MEXICO};
      Marking marking = TestNode.marking(PURPOSES[random.nextInt(PURPOSES.length)], to);
      records.put(key, us.put(key, parcel, marking));
      said.computeIfAbsent(key, k -> new HashSet<>()).add(parcel.what());
      model.says.put(key, new Model.Said(parcel, marking));
    }

    private void withdraw() {
      String key = keys.get(random.nextInt(keys.size()));
      if (model.says.remove(key) != null) {
        us.withdraw(key);
      }
    }

    private void erase() {
      String key = keys.get(random.nextInt(keys.size()));
      RecordId record = records.get(key);
      if (record != null && model.says.containsKey(key)) {
        us.erase(record);
        model.says.remove(key);
        erased.addAll(said.getOrDefault(key, Set.of()));
        keys.set(keys.indexOf(key), key + "'");
      }
    }

    private void agree() {
      Set<String> audiences = new HashSet<>();
      if (random.nextInt(4) > 0) {
        audiences.add("enforcement");
      }
      if (random.nextInt(3) == 0) {
        audiences.add("statistics");
      }
      model.audiences = audiences;
      model.nominal = random.nextBoolean();
      us.agree(ca, model.nominal, audiences.stream().sorted().toArray(String[]::new));
    }

    /// Something that has been underway arrives: once more, out of order, or cut off.
    private void deliver() throws Exception {
      if (underway.isEmpty()) {
        return;
      }
      byte[] bytes = underway.get(random.nextInt(underway.size()));
      if (random.nextInt(3) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      List<Delivery> deliveries = new ArrayList<>();
      try {
        JournalText.read(new ByteArrayInputStream(bytes), deliveries::add);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("cut off");
      }
      while (!deliveries.isEmpty()) {
        Delivery any = deliveries.remove(random.nextInt(deliveries.size()));
        ca.take.take(ca.partner(us), any);
      }
      ca.ledger.readers().catchUp();
    }

    private void backUp() {
      if (backup == null) {
        us.ledger.readers().catchUp();
        backup = new Backup(us.database.copy(), model.nominal, Set.copyOf(erased));
      }
    }

    /// The disk is gone; the last backup is put in its place. What was under way has arrived, or is
    /// lost.
    private void restore() throws IOException {
      if (backup == null) {
        return;
      }
      if (random.nextBoolean()) {
        heal();
      } else {
        underway.clear();
        packages.clear();
      }
      Set<Parcel> held = ca.holds(us);
      us = us.restoredFrom(backup.database());
      restored.add(us);
      wire = new DirectPeer(ca, us);
      us.ledger.readers().catchUp();
      model.nominal = backup.nominal();
      Set<String> gone = backup.erased();
      backup = null;
      learn();
      for (int i = random.nextInt(3); i > 0; i--) {
        put();
        us.publish(ca);
      }
      heal();
      assertThat(us.everSaid())
          .as("seed %d: nothing that was acknowledged is lost", seed)
          .containsAll(
              held.stream().map(Parcel::what).filter(what -> !gone.contains(what)).toList());
      learn();
    }

    /// What the node says now, after it lost some days and got them back.
    private void learn() {
      model.says.clear();
      us.says()
          .forEach((key, version) -> {
            records.put(key, version.header().record());
            version
                .content(Parcels.PARCEL)
                .ifPresent(parcel ->
                    model.says.put(key, new Model.Said(parcel, version.header().marking())));
          });
      model.audiences = us.audiencesOf(ca);
    }

    private void pack() {
      us.publish(ca);
      packages.add(
          us.packages.pack(
              "ca",
              random.nextBoolean()
                  ? new Which.Unconfirmed()
                  : new Which.After(new Place(1, random.nextInt(5)))));
    }

    /// One package of those that were ever made, whole or damaged; another goes back with receipts.
    private void unpack() throws IOException {
      if (packages.isEmpty()) {
        return;
      }
      byte[] bytes = packages.get(random.nextInt(packages.size())).clone();
      switch (random.nextInt(4)) {
        case 0 -> bytes[random.nextInt(bytes.length)] ^= 4;
        case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        default -> {
          // It comes as it was made.
        }
      }
      try {
        ca.packages.unpack(bytes);
      } catch (PackageRefused e) {
        assertThat(e.reason())
            .isIn(
                Reason.ALTERED,
                Reason.CUT_OFF,
                Reason.NO_PACKAGE,
                Reason.LATER_FORM,
                Reason.FOR_ANOTHER_KEY);
      }
      ca.ledger.readers().catchUp();
      if (random.nextBoolean()) {
        us.packages.unpack(ca.packages.pack("us"));
      }
    }

    /// The receiver dies while it takes a batch: nothing of it may stay.
    private void failInTheMiddle() throws Exception {
      us.publish(ca);
      ca.objects.failAfter(random.nextInt(4));
      try {
        ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
      } catch (Parcels.Died e) {
        // It is started again.
      } finally {
        ca.objects.failAfter(-1);
      }
    }

    /// Answers and receipts get lost.
    private void pullWithLosses() throws FeedStopped {
      us.publish(ca);
      Peer losing = new LosingPeer(wire, random);
      try {
        ca.pull.pull(ca.partner(us), losing, Duration.ZERO);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("lost");
      }
      ca.ledger.readers().catchUp();
    }

    private void heal() throws IOException {
      us.publish(ca);
      int came;
      do {
        came = pullOrMend();
        us.publish(ca);
      } while (came > 0);
      ca.ledger.readers().catchUp();
    }

    /// A partner that is ahead says so; the node fetches what it lost, and two people open an
    /// epoch.
    private int pullOrMend() throws IOException {
      try {
        return ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
      } catch (HttpPeer.PlaceUnknown e) {
        us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
        us.openEpoch(ca);
        us.publish(ca);
        return 1;
      }
    }

    @Override
    public void close() {
      restored.forEach(TestNode::close);
    }

    private void check() {
      assertThat(ca.stop.isStopped("us", Way.FROM)).as("seed %d: stopped", seed).isFalse();
      assertThat(ca.holds(us))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(model.shouldHold());
      assertThat(ca.keptWithoutRight(us)).as("seed %d: kept without right", seed).isEmpty();
      assertThat(us.unacknowledged()).as("seed %d: not acknowledged", seed).isZero();
      assertThat(us.recallsOpen()).as("seed %d: recalls not confirmed", seed).isZero();
      assertThat(ca.ledger.verify().verify(progress -> {})).isInstanceOf(Finding.Sound.class);
      assertThat(us.signals)
          .as("seed %d: only what tells of a restore", seed)
          .allMatch(one -> one.parts().getFirst().ruleKey().endsWith(".RESTORED"));
      assertThat(ca.signals).isEmpty();
    }
  }
}
