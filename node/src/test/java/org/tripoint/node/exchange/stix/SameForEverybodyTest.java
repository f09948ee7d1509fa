package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.stix.StixWorld.LANDING;
import static org.tripoint.node.exchange.stix.StixWorld.OPEN;
import static org.tripoint.node.exchange.stix.StixWorld.PARCEL;
import static org.tripoint.node.exchange.stix.StixWorld.WITH_NAMES;
import static org.tripoint.node.exchange.stix.StixWorld.landing;
import static org.tripoint.node.exchange.stix.StixWorld.parcel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// The same lines give the same bytes at the same moments, however often they are frozen, in steps
/// of whatever size, and whatever else the node holds or gives to others.
class SameForEverybodyTest {
  private static final int CANADA = 0;
  private static final int MEXICO = 1;
  private static final Pattern IDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<String> FOUND =
      List.of(
          "inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N",
          "isomer:fluorofentanyl",
          "group:icd-10@2019:T40.4");
  private static final Pattern CREATED = Pattern.compile("\"created\":\"[^\"]*\"");

  @ParameterizedTest
  @SeedSource
  void freezingAgainGivesTheSame(long seed) {
    try (TestDatabase database = TestDatabase.fresh()) {
      StixWorld world = new StixWorld(database);
      play(world, Seeds.random(seed), false, true);
      world.freezeAll();
      List<String> entries = world.entries(CANADA);
      List<String> reads = world.reads(CANADA);
      world.forget();
      world.freezeAll();
      assertThat(world.entries(CANADA)).as("seed %d", seed).isEqualTo(entries).isNotEmpty();
      assertThat(world.reads(CANADA)).as("seed %d", seed).isEqualTo(reads);
    }
  }

  @ParameterizedTest
  @SeedSource
  void whatAReceiverMayNotHaveChangesNoByteOfWhatItReads(long seed) {
    assertThat(reads(seed, true)).as("seed %d", seed).isEqualTo(reads(seed, false)).isNotEmpty();
  }

  /// What Canada reads, with ids of records by order of appearance: they are drawn by chance.
  private static List<String> reads(long seed, boolean withHidden) {
    try (TestDatabase database = TestDatabase.fresh()) {
      StixWorld world = new StixWorld(database);
      play(world, Seeds.random(seed), withHidden, false);
      world.freezeAll();
      Map<String, String> ids = new LinkedHashMap<>();
      List<String> lines = new ArrayList<>();
      for (String line : world.reads(CANADA)) {
        Matcher matcher = IDS.matcher(line);
        String renamed =
            matcher.replaceAll(id -> ids.computeIfAbsent(id.group(), each -> "id" + ids.size()));
        lines.add(CREATED.matcher(renamed).replaceAll("created"));
      }
      return lines;
    }
  }

  /// Records that Canada is given in their open part, whose names differ or are missing; others
  /// that only Mexico is given, or nobody.
  private static void play(
      StixWorld world, RandomGenerator random, boolean withHidden, boolean inSteps) {
    boolean landings = random.nextBoolean();
    Map<String, RecordVersion> given = new LinkedHashMap<>();
    for (int i = 0; i < 25; i++) {
      String key = "k" + random.nextInt(6);
      int what = random.nextInt(8);
      boolean step = random.nextInt(3) == 0;
      RecordVersion has = given.get(key);
      if (what == 0 && has != null) {
        world.withdraw(landings ? LANDING : PARCEL, key);
        world.recall(CANADA, has, OPEN, RecallReason.WITHDRAWN);
        given.remove(key);
      } else if (what == 1 && has != null) {
        world.recall(CANADA, has, OPEN, RecallReason.NARROWED);
        given.remove(key);
      } else {
        String sender = withHidden ? "A. Sender " + i : null;
        RecordVersion put =
            landings
                ? world.put(key, landing("n" + i, place(random), sender, found(random)))
                : world.put(key, parcel("n" + i, sender));
        world.give(CANADA, put, OPEN);
        given.put(key, put);
        hide(world, put, withHidden, i, landings);
      }
      if (step && (inSteps || withHidden)) {
        world.freeze.freezeNext();
      }
    }
  }

  private static void hide(
      StixWorld world, RecordVersion put, boolean withHidden, int number, boolean landings) {
    if (withHidden) {
      world.lines.addAside(MEXICO, put, WITH_NAMES);
      world.time.moveSeconds(-60);
      RecordVersion hidden =
          landings
              ? world.put(
                  "hidden" + number,
                  landing("h", Place.admin1("MX-COL"), "B.", FOUND.get(number % FOUND.size())))
              : world.put("hidden" + number, parcel("h", "B."));
      world.lines.addAside(MEXICO, hidden, WITH_NAMES);
    }
  }

  /// Places and substances that hidden records have too.
  private static Place place(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Place.admin1("MX-COL");
      case 1 -> Place.of(Country.MEXICO, PlaceScheme.AS_REPORTED, "Muelle 4");
      case 2 ->
          Place.admin1("MX-SIN")
              .withPoint(new GeoPoint(new BigDecimal("24.80"), new BigDecimal("-107.39"), 500));
      default -> Place.country(Country.MEXICO);
    };
  }

  private static String[] found(RandomGenerator random) {
    return FOUND.stream().filter(one -> random.nextInt(3) == 0).toArray(String[]::new);
  }

  @Test
  void twentyThousandLinesAreFrozenInFewTurns() {
    try (TestDatabase database = TestDatabase.fresh()) {
      StixWorld world = new StixWorld(database);
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        entries.add(
            new Entry.Put<>(PARCEL, "k" + i, parcel("n" + i, null), Marking.published(), null));
      }
      world.appendAll(entries);
      long size = world.ledger.read().size();
      world.lines.addRange(CANADA, world.ledger.read(), size, OPEN);
      long start = System.nanoTime();
      int turns = 0;
      while (world.freeze.freezeNext() > 0) {
        turns++;
      }
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      assertThat(turns).isEqualTo(4);
      assertThat(world.current(CANADA)).hasSize(20_000);
      System.out.printf("froze 20,000 objects in %,d ms%n", milliseconds);
    }
  }
}
