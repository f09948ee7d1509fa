package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;
import static org.tripoint.vocabulary.Country.UNITED_STATES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What a receiver may not have changes nothing in its log: two nodes with the same history but for
/// records that it may not have show it the same lines, to the microsecond.
class NonInterferenceTest {

  private static final int CANADIAN = 0;

  @ParameterizedTest
  @SeedSource
  void hiddenRecordsChangeNothingInALog(long seed) {
    assertThat(play(seed, true)).as("seed %d", seed).isEqualTo(play(seed, false)).isNotEmpty();
  }

  @ParameterizedTest
  @SeedSource
  void hiddenPartsChangeNothingInALog(long seed) {
    assertThat(playNames(seed, true))
        .as("seed %d", seed)
        .isEqualTo(playNames(seed, false))
        .isNotEmpty();
  }

  @ParameterizedTest
  @SeedSource
  void recordsOfAPartnerThatMayNotGoOnChangeNothingInALog(long seed) {
    assertThat(playOnward(seed, true))
        .as("seed %d", seed)
        .isEqualTo(playOnward(seed, false))
        .isNotEmpty();
  }

  /// With Mexico's records that name Canada and may not be passed on: never, or only by a word that
  /// Mexico does not say, takes back, or says about something else.
  private static List<String> playOnward(long seed, boolean withMexico) {
    RandomGenerator random = Seeds.random(seed);
    try (TestDatabase database = TestDatabase.fresh()) {
      SharingWorld world = new SharingWorld(database);
      world.ledger.reader(world.reader);
      world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
      for (int i = 0; i < 40; i++) {
        String key = "k" + random.nextInt(6);
        Parcel parcel = new Parcel("n" + random.nextInt(3), "A.", null);
        boolean toss = random.nextBoolean();
        switch (random.nextInt(5)) {
          case 0, 1 -> world.put(key, parcel, forCountries(CANADA));
          case 2 -> world.withdraw(key);
          case 3 -> {
            if (withMexico) {
              comeFromMexico(world, key, parcel, toss ? Onward.NEVER : Onward.ASK);
            }
          }
          default -> {
            if (withMexico) {
              refuse(world, key, toss);
            }
          }
        }
        if (random.nextInt(4) == 0) {
          world.share.toTheEnd();
        }
      }
      world.share.toTheEnd();
      return lines(world);
    }
  }

  private static void comeFromMexico(SharingWorld world, String key, Parcel parcel, Onward onward) {
    RecordId record =
        world.append(
            PartnerSource.of("mx", "enforcement"),
            new Entry.Put<>(SharingWorld.PARCEL, key, parcel, forCountries(CANADA), null));
    Provenance came =
        new Provenance(
            "mx",
            world.day.instant(),
            List.of(
                new Provenance.Way(
                    "enforcement", Purpose.LAW_ENFORCEMENT, "mx-us-1", "a treaty", onward)),
            List.of(
                new Provenance.Came(
                    "enforcement",
                    record,
                    object(key),
                    new Provenance.Origin(MEXICO, "identity--mx", object(key), false))),
            List.of());
    world.append(
        Provenance.SOURCE,
        new Entry.Put<>(
            Provenance.KIND, key, came, Marking.originatorOnly(Purpose.LAW_ENFORCEMENT), null));
  }

  /// A no, or a yes to another agency.
  private static void refuse(SharingWorld world, String key, boolean no) {
    OnwardAnswer answer =
        new OnwardAnswer(
            "q-" + key,
            object(key),
            CANADA,
            Set.of(no ? "RCMP" : "CBSA"),
            Purpose.LAW_ENFORCEMENT,
            !no,
            no ? Set.of() : Set.of(Part.OPEN),
            no ? null : LocalDate.of(2999, 1, 1),
            no ? "no" : "",
            world.day.instant());
    world.append(
        PartnerSource.of("mx", "enforcement"),
        new Entry.Put<>(
            OnwardAnswer.KIND, object(key) + "/ca", answer, forCountries(UNITED_STATES), null));
  }

  private static String object(String key) {
    return "tripoint-parcel--" + key;
  }

  /// Records whose names nobody there may have; with them, names come, go and change.
  private static List<String> playNames(long seed, boolean withNames) {
    RandomGenerator random = Seeds.random(seed);
    try (TestDatabase database = TestDatabase.fresh()) {
      SharingWorld world = new SharingWorld(database);
      world.ledger.reader(world.reader);
      world.agree(withCanada(Set.of(Part.OPEN), enforcement("RCMP")));
      Map<String, Parcel> last = new HashMap<>();
      for (int i = 0; i < 60; i++) {
        String key = "k" + random.nextInt(6);
        String sender = random.nextBoolean() ? "sender " + random.nextInt(5) : null;
        switch (random.nextInt(8)) {
          case 0 -> {
            if (last.remove(key) != null) {
              world.withdraw(key);
            }
          }
          case 1, 2, 3 -> {
            Parcel before = last.get(key);
            if (withNames && before != null) {
              world.put(key, new Parcel(before.what(), sender, null), forCountries(CANADA));
            }
          }
          default -> {
            Parcel parcel = new Parcel("n" + random.nextInt(3), withNames ? sender : null, null);
            last.put(key, parcel);
            world.put(key, parcel, forCountries(CANADA));
          }
        }
        if (random.nextInt(4) == 0) {
          world.share.toTheEnd();
        }
        if (random.nextInt(5) == 0) {
          world.day.moveDays(1);
        }
      }
      world.share.toTheEnd();
      return linesAndVersions(world);
    }
  }

  /// The lines with what a receiver is shown of each version beside its parts.
  private static List<String> linesAndVersions(SharingWorld world) {
    List<String> lines = new ArrayList<>(lines(world));
    for (Line line : world.log.list(CANADIAN, -1, 10_000)) {
      RecordVersion version = world.ledger.read().findVersion(line.sequence()).orElseThrow();
      lines.add(
          line.action() == Action.RECALLED
              ? "recalled"
              : version.header().published() + " " + version.canonicalParts().get(Part.OPEN));
    }
    return lines;
  }

  /// The lines, with the ordinal of the shared record instead of what only this node knows.
  private static List<String> play(long seed, boolean withHidden) {
    RandomGenerator random = Seeds.random(seed);
    try (TestDatabase database = TestDatabase.fresh()) {
      SharingWorld world = new SharingWorld(database);
      world.ledger.reader(world.reader);
      world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
      world.agree(SharingWorld.withMexico());
      for (int i = 0; i < 40; i++) {
        String key = "k" + random.nextInt(8);
        int what = random.nextInt(6);
        Parcel parcel =
            new Parcel("n" + random.nextInt(3), random.nextBoolean() ? "A." : null, null);
        boolean hidden = random.nextInt(3) == 0;
        if (hidden) {
          if (withHidden) {
            act(world, "hidden-" + key, what, parcel, hiddenMarking(what));
          }
        } else {
          act(world, key, what, parcel, forCountries(CANADA));
        }
        if (random.nextInt(4) == 0) {
          world.share.toTheEnd();
        }
        if (random.nextInt(5) == 0) {
          world.day.moveDays(1);
        }
      }
      world.share.toTheEnd();
      return lines(world);
    }
  }

  private static Marking hiddenMarking(int what) {
    return what % 2 == 0 ? forCountries(MEXICO) : Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
  }

  private static void act(
      SharingWorld world, String key, int what, Parcel parcel, Marking marking) {
    if (what == 0) {
      world.withdraw(key);
    } else {
      world.put(key, parcel, marking);
    }
  }

  private static List<String> lines(SharingWorld world) {
    List<Object> records = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Line line : world.log.list(CANADIAN, -1, 10_000)) {
      if (!records.contains(line.record())) {
        records.add(line.record());
      }
      lines.add(
          "%d %s %s %s"
              .formatted(
                  line.dateAdded(), line.action(), line.variant(), records.indexOf(line.record())));
    }
    return lines;
  }
}
