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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Random histories of three nodes: Mexico gives to the United States, and sometimes to Canada too;
/// the United States passes on to Canada what Mexico lets it. Lines drop, repeat, reorder and cut
/// off; the node in the middle fails and is restored from old backups. After healing each holds
/// exactly what a small model says it should, once.
class OnwardHistoriesTest {

  @Test
  void everyNodeHoldsWhatItShouldAfterEveryHistory() throws Exception {
    play(
        Integer.getInteger("tripoint.histories.from", 1),
        Integer.getInteger("tripoint.histories", 12));
  }

  /// `-Dtripoint.histories=1000 -Dtripoint.histories.from=1`
  @Test
  @Tag("campaign")
  void thousandsOfHistories() throws Exception {
    play(
        Integer.getInteger("tripoint.histories.from", 1_000),
        Integer.getInteger("tripoint.histories", 40));
  }

  private static void play(int firstSeed, int count) throws Exception {
    TestNode.Ticking time = new TestNode.Ticking();
    long start = System.nanoTime();
    for (int seed = firstSeed; seed < firstSeed + count; seed++) {
      try (History history = new History(seed, time)) {
        history.play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    System.out.printf(
        "%d histories of three nodes from seed %d in %d s%n",
        count, firstSeed, (System.nanoTime() - start) / 1_000_000_000);
  }

  /// What Mexico says under a key.
  private record Said(Parcel parcel, Marking marking) {
    boolean names(Country country) {
      return marking.releasableToCountries().contains(country);
    }

    boolean isFree() {
      return !marking.originatorControl() && marking.tlp() == Tlp.GREEN;
    }
  }

  private static final class History implements AutoCloseable {
    private final RandomGenerator random;
    private TestNode mx;
    private TestNode us;
    private TestNode ca;
    private final Set<TestNode> everRun = new HashSet<>();
    private final Onward onward;
    private final Map<String, TestDatabase> backups = new TreeMap<>();

    /// In the plainest words: what Mexico says, and who has agreed with whom.
    private final Map<String, Said> says = new HashMap<>();

    private final Map<String, RecordId> records = new HashMap<>();

    /// Objects that Mexico lets the United States pass on, with how much of each.
    private final Map<String, Set<Part>> leaves = new HashMap<>();

    private boolean direct;
    private boolean passes;
    private boolean names;
    private final List<String> keys = new ArrayList<>(List.of("k0", "k1", "k2"));
    private final Map<String, List<byte[]>> underway = new HashMap<>();
    private int revision;

    History(long seed, TestNode.Ticking time) {
      random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      mx = new TestNode("mx", Country.MEXICO, time);
      us = new TestNode("us", Country.UNITED_STATES, time);
      ca = new TestNode("ca", Country.CANADA, time);
      everRun.addAll(List.of(mx, us, ca));
      onward =
          switch (random.nextInt(6)) {
            case 0 -> Onward.NEVER;
            case 1 -> Onward.ALLOWED;
            default -> Onward.ASK;
          };
    }

    void play() throws Exception {
      mx.meet(us);
      mx.meet(ca);
      us.meet(ca);
      agreeWithTheMiddle();
      agreeDirect();
      agreeOnward();
      int steps = random.nextInt(15, 40);
      for (int i = 0; i < steps; i++) {
        step();
      }
      heal();
      check();
    }

    private void step() throws Exception {
      switch (random.nextInt(18)) {
        case 0, 1, 2 -> put();
        case 3 -> withdraw();
        case 4 -> erase();
        case 5, 6, 7 -> answer();
        case 8 -> takeBackAnswer();
        case 9 -> agreeDirect();
        case 10 -> agreeOnward();
        case 11 -> backUp();
        case 12 -> restore();
        case 13 -> delay();
        case 14 -> deliver();
        case 15 -> failInTheMiddle();
        default -> pullWithLosses();
      }
    }

    private String anyKey() {
      return keys.get(random.nextInt(keys.size()));
    }

    private void put() {
      String key = anyKey();
      Country[] to =
          switch (random.nextInt(5)) {
            case 0 -> new Country[] {Country.CANADA};
            case 1, 2 -> new Country[] {Country.UNITED_STATES};
            default -> new Country[] {Country.UNITED_STATES, Country.CANADA};
          };
      boolean free = random.nextInt(3) == 0;
      Said said =
          new Said(
              new Parcel(key + " in version " + ++revision, "sender of " + key),
              TestNode.marking(free ? Tlp.GREEN : Tlp.AMBER, !free, Purpose.LAW_ENFORCEMENT, to));
      records.put(key, mx.put(key, said.parcel(), said.marking()));
      says.put(key, said);
    }

    private void withdraw() {
      String key = anyKey();
      if (says.remove(key) != null) {
        mx.withdraw(key);
      }
    }

    private void erase() {
      String key = anyKey();
      RecordId record = records.get(key);
      if (record != null && says.remove(key) != null) {
        mx.erase(record);
        keys.set(keys.indexOf(key), key + "'");
      }
    }

    private void answer() {
      mx.publish(us, ca);
      RecordId record = records.get(anyKey());
      Optional<String> object = record == null ? Optional.empty() : mx.objectOf(record, us);
      if (object.isPresent()) {
        boolean yes = random.nextInt(5) > 0;
        Set<Part> parts =
            random.nextBoolean() ? Set.of(Part.OPEN) : Set.of(Part.OPEN, Part.NOMINAL);
        mx.answer(us, object.get(), ca, yes, parts);
        if (yes) {
          leaves.put(object.get(), parts);
        } else {
          leaves.remove(object.get());
        }
      }
    }

    private void takeBackAnswer() {
      List<String> objects = leaves.keySet().stream().sorted().toList();
      if (!objects.isEmpty()) {
        String object = objects.get(random.nextInt(objects.size()));
        mx.takeBackAnswer(object, ca);
        leaves.remove(object);
      }
    }

    private void agreeWithTheMiddle() {
      mx.agree(us, true, onward, "enforcement");
    }

    private void agreeDirect() {
      direct = random.nextInt(3) == 0;
      agreeDirectAsBefore();
    }

    private void agreeDirectAsBefore() {
      mx.agree(ca, true, Onward.NEVER, direct ? new String[] {"enforcement"} : new String[0]);
    }

    private void agreeOnward() {
      passes = random.nextInt(4) > 0;
      names = random.nextBoolean();
      agreeAsBefore();
    }

    private void agreeAsBefore() {
      us.agree(ca, names, Onward.NEVER, passes ? new String[] {"enforcement"} : new String[0]);
    }

    private void backUp() {
      TestNode node = node(List.of("mx", "us", "ca").get(random.nextInt(3)));
      if (!backups.containsKey(node.name)) {
        node.ledger.readers().catchUp();
        backups.put(node.name, node.database.copy());
      }
    }

    /// One of them loses some days. What the middle passed on comes back as new; what the
    /// originator said is what its partners still have of it; the end is told again.
    private void restore() throws IOException {
      if (backups.isEmpty()) {
        return;
      }
      if (random.nextBoolean()) {
        heal();
      }
      underway.clear();
      List<String> names = List.copyOf(backups.keySet());
      String name = names.get(random.nextInt(names.size()));
      TestNode back = node(name).restoredFrom(Objects.requireNonNull(backups.remove(name)));
      everRun.add(back);
      back.ledger.readers().catchUp();
      switch (name) {
        case "mx" -> {
          mx = back;
          agreeWithTheMiddle();
          agreeDirectAsBefore();
          heal();
          learn();
        }
        case "us" -> {
          us = back;
          heal();
          agreeAsBefore();
        }
        default -> {
          ca = back;
          heal();
        }
      }
    }

    /// What Mexico says now, after it lost some days and got back what others had of them.
    private void learn() {
      says.clear();
      mx.says()
          .forEach((key, version) -> {
            records.put(key, version.header().record());
            version
                .content(Parcels.PARCEL)
                .ifPresent(parcel -> says.put(key, new Said(parcel, version.header().marking())));
          });
      leaves.clear();
      mx.answers()
          .forEach(answer -> {
            if (answer.allowed()) {
              leaves.put(answer.object(), answer.parts());
            }
          });
    }

    private static final List<String> LINES = List.of("us<mx", "ca<mx", "ca<us");

    private TestNode node(String name) {
      return name.equals("mx") ? mx : name.equals("us") ? us : ca;
    }

    private String anyLine() {
      return LINES.get(random.nextInt(LINES.size()));
    }

    private TestNode asking(String line) {
      return node(line.substring(0, 2));
    }

    private TestNode answering(String line) {
      return node(line.substring(3));
    }

    private DirectPeer wire(String line) {
      return new DirectPeer(asking(line), answering(line));
    }

    private DirectPeer back(String line) {
      return wire(line.substring(3) + "<" + line.substring(0, 2));
    }

    /// An answer that comes later, perhaps when it is no longer waited for.
    private void delay() throws IOException {
      String line = anyLine();
      TestNode asking = asking(line);
      answering(line).publish(asking);
      underway
          .computeIfAbsent(line, l -> new ArrayList<>())
          .add(
              wire(line)
                  .bytes(
                      random.nextBoolean() ? Head.NONE : asking.take.feed(answering(line).name)));
    }

    private void deliver() throws Exception {
      String line = anyLine();
      List<byte[]> late = underway.getOrDefault(line, List.of());
      if (late.isEmpty()) {
        return;
      }
      byte[] bytes = late.get(random.nextInt(late.size()));
      if (random.nextInt(3) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      List<Delivery> deliveries = new ArrayList<>();
      try {
        JournalText.read(new ByteArrayInputStream(bytes), deliveries::add);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("cut off");
      }
      TestNode asking = asking(line);
      while (!deliveries.isEmpty()) {
        Delivery any = deliveries.remove(random.nextInt(deliveries.size()));
        asking.take.take(asking.partner(answering(line)), any);
      }
      asking.ledger.readers().catchUp();
    }

    private void failInTheMiddle() throws Exception {
      String line = anyLine();
      TestNode asking = asking(line);
      answering(line).publish(asking);
      asking.objects.failAfter(random.nextInt(4));
      try {
        asking.pull.pull(asking.partner(answering(line)), wire(line), Duration.ZERO);
      } catch (Parcels.Died e) {
        // It is started again.
      } finally {
        asking.objects.failAfter(-1);
      }
    }

    private void pullWithLosses() throws FeedStopped {
      String line = anyLine();
      TestNode asking = asking(line);
      answering(line).publish(asking);
      Peer losing = new LosingPeer(wire(line), random);
      try {
        asking.pull.pull(asking.partner(answering(line)), losing, Duration.ZERO);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("lost");
      }
      asking.ledger.readers().catchUp();
    }

    private void heal() throws IOException {
      int came;
      do {
        came = 0;
        for (String line : LINES) {
          answering(line).publish(asking(line));
          came += pullOrMend(line);
          asking(line).ledger.readers().catchUp();
        }
      } while (came > 0);
    }

    private int pullOrMend(String line) throws IOException {
      TestNode asking = asking(line);
      TestNode answering = answering(line);
      try {
        return asking.pull.pull(asking.partner(answering), wire(line), Duration.ZERO);
      } catch (HttpPeer.PlaceUnknown e) {
        answering.pull.pull(answering.partner(asking), back(line), Duration.ZERO);
        answering.openEpoch(asking);
        answering.publish(asking);
        return 1;
      }
    }

    private List<Parcel> shouldBeIn(TestNode node) {
      List<Parcel> held = new ArrayList<>();
      says.forEach((key, said) -> {
        boolean inUs = said.names(Country.UNITED_STATES);
        if (node == us) {
          if (inUs) {
            held.add(said.parcel());
          }
        } else if (direct && said.names(Country.CANADA)) {
          held.add(said.parcel());
        } else if (inUs && passes) {
          passedOn(key, said).ifPresent(held::add);
        }
      });
      return held;
    }

    private Optional<Parcel> passedOn(String key, Said said) {
      boolean freely = onward == Onward.ALLOWED && said.isFree() && said.names(Country.CANADA);
      Set<Part> asked =
          onward == Onward.NEVER
              ? Set.of()
              : leaves.getOrDefault(mx.objectOf(records.get(key), us).orElse(""), Set.of());
      Parcel open = new Parcel(said.parcel().what(), null);
      if (freely) {
        return Optional.of(names ? said.parcel() : open);
      }
      return asked.isEmpty()
          ? Optional.empty()
          : Optional.of(names && asked.contains(Part.NOMINAL) ? said.parcel() : open);
    }

    private void check() {
      assertThat(us.shows())
          .as("what the United States holds")
          .containsExactlyInAnyOrderElementsOf(shouldBeIn(us));
      assertThat(ca.shows())
          .as("what Canada holds")
          .containsExactlyInAnyOrderElementsOf(shouldBeIn(ca));
      assertThat(us.keptWithoutRight(mx)).as("kept without right").isEmpty();
      assertThat(ca.keptWithoutRight(mx)).as("kept without right").isEmpty();
      assertThat(ca.keptWithoutRight(us)).as("kept without right").isEmpty();
      Set<TestNode> nodes = new HashSet<>(List.of(mx, us, ca));
      for (TestNode node : nodes) {
        assertThat(node.unacknowledged()).as("%s: not acknowledged", node.name).isZero();
        assertThat(node.recallsOpen()).as("%s: recalls not confirmed", node.name).isZero();
        assertThat(node.ledger.verify().verify(progress -> {})).isInstanceOf(Finding.Sound.class);
        assertThat(node.signals)
            .as("%s: only what tells of a restore", node.name)
            .allMatch(one -> one.parts().getFirst().ruleKey().endsWith(".RESTORED"));
      }
    }

    @Override
    public void close() {
      everRun.forEach(node -> node.database.drop());
      backups.values().forEach(TestDatabase::drop);
    }
  }
}
