package org.tripoint.node.metrics.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.node.metrics.Cube.Dimension;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.ReadCells.Withheld;
import org.tripoint.node.metrics.cells.ParcelLedger.Item;
import org.tripoint.node.metrics.cells.ParcelLedger.Parcel;
import org.tripoint.node.metrics.cells.ParcelLedger.ParcelCube;
import org.tripoint.node.metrics.cells.ParcelLedger.Version;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.Marking.Permission;

/// Cells say what a full recomputation from the ledger says, today and for every past day.
class CellsLawTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");
  private static final YearMonth FIRST = YearMonth.of(2023, 1);
  private static final YearMonth LAST = YearMonth.of(2023, 4);

  private ParcelCube cube = ParcelCube.usual();
  private CellsWorld world = CellsWorld.over(DATABASE, cube);

  @ParameterizedTest
  @SeedSource
  void equalsRecomputationAfterRandomHistories(long seed) {
    RandomGenerator random = Seeds.random(seed);
    if (random.nextInt(3) > 0) {
      cube =
          random.nextBoolean()
              ? ParcelCube.wide("form", "basis")
              : ParcelCube.wide("form", "basis", "setting");
    }
    if (random.nextBoolean()) {
      cube = cube.toldApart(random.nextBoolean() ? Set.of("country") : Set.of("country", "form"));
    }
    if (!cube.equals(ParcelCube.usual())) {
      world = CellsWorld.over(DATABASE, cube);
    }
    // A step of thousands puts the few hundred parcels into many blocks, large and small.
    ParcelLedger ledger = new ParcelLedger(0, random.nextBoolean() ? 1 : 5003);
    world.reader().clear();
    int fed = 0;
    while (ledger.parcels() < 300) {
      appendSomething(ledger, random);
      if (random.nextInt(20) == 0) {
        world.apply(ledger.changes(fed, ledger.parcels()));
        fed = ledger.parcels();
      }
      if (fed > 0 && random.nextInt(40) == 0) {
        ledger.purge(random.nextInt(fed), world.reader());
      }
    }
    world.apply(ledger.changes(fed, ledger.parcels()));

    assertCurrentSums(ledger, random);
    for (int i = 0; i < 10; i++) {
      assertPastSums(ledger, random);
    }
    Map<String, List<String>> live = world.rows();
    world.reader().clear();
    for (int i = 0; i < ledger.parcels(); i += 97) {
      world.apply(ledger.changes(i, Math.min(ledger.parcels(), i + 97)));
    }
    assertThat(world.rows()).isEqualTo(live);
  }

  @Test
  void keepsFiguresOfEmptiedRecordsAndCountsThem() {
    ParcelLedger ledger = new ParcelLedger();
    world.reader().clear();
    ledger.append("a", parcel("CA", "fentanyl", "1.25"), VersionState.HELD, START);
    ledger.append("b", parcel("CA", "heroin", "2"), VersionState.HELD, START);
    world.apply(ledger.changes(0, 2));
    Filter canada = filter(Map.of("country", Set.of("CA")));

    ledger.purge(0, world.reader());

    assertThat(world.cells().total(canada)).containsEntry("kilograms", new BigDecimal("3.25"));
    assertThat(world.cells().emptiedFacts(canada)).isEqualTo(1);
    assertThat(world.cells().emptiedFacts(filter(Map.of("country", Set.of("MX"))))).isZero();
  }

  @Test
  void leavesOutMonthsAndValuesThatNothingRestsOnAnyMore() {
    ParcelLedger ledger = new ParcelLedger();
    world.reader().clear();
    ledger.append("a", parcel("CA", "fentanyl", "1"), VersionState.HELD, START);
    ledger.append("a", null, VersionState.WITHDRAWN, START.plusSeconds(1));
    world.apply(ledger.changes(0, 2));

    assertThat(world.cells().series(filter(Map.of()))).isEmpty();
    assertThat(world.cells().values("parcels", "country")).isEmpty();
    assertThat(world.cells().total(filter(Map.of()))).containsEntry("parcels", BigDecimal.ZERO);
    assertThat(world.cells().seriesAsOf(filter(Map.of()), new AsOf.LedgerSize(1))).hasSize(1);
  }

  @Test
  void refusesPastSumsByADimensionWithoutHistory() {
    assertThatThrownBy(() ->
            world
                .cells()
                .seriesAsOf(filter(Map.of("place", Set.of("CA-BC"))), new AsOf.LedgerSize(1)))
        .hasMessage("expected a dimension with history in parcels, found 'place'");
  }

  @Test
  void refusesACubeThatDeclaresMoreThanSixDimensions() {
    List<Dimension> seven = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      seven.add(new Dimension("d" + i, false));
    }
    assertThatThrownBy(() -> new CubeShape((short) 1, new ParcelCube(seven)))
        .hasMessageStartingWith("expected at most 6 dimensions in cube parcels");
  }

  private void assertCurrentSums(ParcelLedger ledger, RandomGenerator random) {
    List<Version> standing = ledger.standing(ledger.size(), ALWAYS);
    for (int i = 0; i < 20; i++) {
      Filter filter = randomFilter(random, false);
      assertWithheld(standing, filter);
      assertThat(world.cells().series(filter))
          .as(filter.toString())
          .isEqualTo(recomputed(standing, filter));
      for (Dimension dimension : cube.dimensions()) {
        Map<String, Map<String, BigDecimal>> breakdown =
            world.cells().breakdown(filter, dimension.name());
        assertThat(breakdown)
            .as(filter + " by " + dimension.name())
            .isEqualTo(recomputedBreakdown(standing, filter, dimension.name()));
      }
    }
    for (Dimension dimension : cube.dimensions()) {
      assertThat(world.cells().values("parcels", dimension.name()))
          .containsExactlyElementsOf(
              recomputedBreakdown(standing, filter(Map.of()), dimension.name()).keySet());
    }
  }

  /// What partners let be used and what they keep from it is together all that they gave.
  private void assertWithheld(List<Version> standing, Filter filter) {
    for (String partner : List.of("ca", "mx")) {
      List<Version> given =
          standing.stream()
              .filter(one -> partner.equals(PartnerSource.partnerOf(one.header().source())))
              .toList();
      long usable =
          facts(
              given.stream().filter(one -> isFrom(one, new Givers.Partner(partner))).toList(),
              filter);
      long all = facts(given, filter);
      assertThat(world.cells().withheld(filter, partner))
          .as(filter + " of " + partner)
          .isEqualTo(new Withheld(all - usable, all));
    }
  }

  private long facts(List<Version> versions, Filter filter) {
    return versions.stream()
        .map(Version::said)
        .filter(Objects::nonNull)
        .flatMap(said -> cube.facts(said).stream())
        .filter(fact -> matches(fact.at(), filter) && inside(fact.month(), filter))
        .count();
  }

  private void assertPastSums(ParcelLedger ledger, RandomGenerator random) {
    Filter filter = randomFilter(random, true);
    long size = random.nextLong(ledger.size() + 1);
    assertThat(world.cells().seriesAsOf(filter, new AsOf.LedgerSize(size)))
        .as("size " + size + " " + filter)
        .isEqualTo(recomputed(ledger.standing(size, ALWAYS), filter));
    Instant published = START.plus(Duration.ofDays(random.nextInt(-1, 12)));
    assertThat(world.cells().seriesAsOf(filter, new AsOf.Published(published)))
        .as("published " + published + " " + filter)
        .isEqualTo(recomputed(ledger.standing(ledger.size(), published), filter));
    assertVintages(ledger, filter, size);
  }

  /// Many days at once, as known now and as known when the ledger had a size.
  private void assertVintages(ParcelLedger ledger, Filter filter, long size) {
    List<Instant> days = new ArrayList<>();
    for (int day = -1; day < 12; day += 3) {
      days.add(START.plus(Duration.ofDays(day)));
    }
    days.add(ALWAYS);
    var now = world.cells().seriesPublished(filter, days, Optional.empty());
    var then = world.cells().seriesPublished(filter, days, Optional.of(new AsOf.LedgerSize(size)));
    for (int i = 0; i < days.size(); i++) {
      assertThat(now.get(i))
          .as("by " + days.get(i) + " " + filter)
          .isEqualTo(recomputed(ledger.standing(ledger.size(), days.get(i)), filter));
      assertThat(then.get(i))
          .as("by " + days.get(i) + " at size " + size + " " + filter)
          .isEqualTo(recomputed(ledger.standing(size, days.get(i)), filter));
    }
    assertThat(now.getLast()).isEqualTo(world.cells().series(filter));
  }

  private NavigableMap<YearMonth, Map<String, BigDecimal>> recomputed(
      List<Version> standing, Filter filter) {
    NavigableMap<YearMonth, Map<String, BigDecimal>> sums = new TreeMap<>();
    for (Version version : standing) {
      Parcel said = isFrom(version, filter.givers()) ? version.said() : null;
      for (var fact :
          said == null ? List.<org.tripoint.node.metrics.Cube.Fact>of() : cube.facts(said)) {
        if (matches(fact.at(), filter) && inside(fact.month(), filter)) {
          sums.merge(fact.month(), fact.amounts(), CellsLawTest::sum);
        }
      }
    }
    sums.replaceAll((month, amounts) -> plain(amounts));
    return sums;
  }

  private Map<String, Map<String, BigDecimal>> recomputedBreakdown(
      List<Version> standing, Filter filter, String dimension) {
    Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    for (Version version : standing) {
      Parcel said = isFrom(version, filter.givers()) ? version.said() : null;
      for (var fact :
          said == null ? List.<org.tripoint.node.metrics.Cube.Fact>of() : cube.facts(said)) {
        if (matches(fact.at(), filter) && inside(fact.month(), filter)) {
          sums.merge(String.valueOf(fact.at().get(dimension)), fact.amounts(), CellsLawTest::sum);
        }
      }
    }
    sums.replaceAll((value, amounts) -> plain(amounts));
    return sums;
  }

  private static boolean isFrom(Version version, Givers givers) {
    String partner = PartnerSource.partnerOf(version.header().source());
    return switch (givers) {
      case Givers.All _ -> true;
      case Givers.Own _ -> partner == null;
      case Givers.Partner(var name) ->
          name.equals(partner) && version.header().marking().derivativeUse() == Permission.ALLOWED;
    };
  }

  private static boolean matches(Map<String, String> at, Filter filter) {
    return filter.at().entrySet().stream().allMatch(e -> e.getValue().contains(at.get(e.getKey())));
  }

  private static boolean inside(YearMonth month, Filter filter) {
    return !month.isBefore(filter.from()) && !month.isAfter(filter.to());
  }

  private static Map<String, BigDecimal> sum(
      Map<String, BigDecimal> left, Map<String, BigDecimal> right) {
    Map<String, BigDecimal> sums = new TreeMap<>(left);
    right.forEach((measure, amount) -> sums.merge(measure, amount, BigDecimal::add));
    return sums;
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> amounts) {
    Map<String, BigDecimal> plain = new TreeMap<>(amounts);
    plain.replaceAll((measure, amount) -> Decimals.strip(amount));
    return plain;
  }

  private Filter randomFilter(RandomGenerator random, boolean historyOnly) {
    Map<String, Set<String>> at = new TreeMap<>();
    pick(random, at, "country", "CA", "MX", "US");
    pick(random, at, "substance", "fentanyl", "heroin", "nothing of the kind");
    if (!historyOnly) {
      pick(random, at, "form", "powder", "tablet");
      pick(random, at, "place", "CA-BC", "MX-SIN", "US-AZ");
      if (cube.dimensions().size() > 4) {
        pick(random, at, "basis", "basis-0", "basis-1", "basis-2");
        pick(random, at, "setting", "setting-0", "setting-3", "setting-6");
      }
    }
    YearMonth from = FIRST.plusMonths(random.nextInt(3));
    Givers givers =
        List.of(Givers.ALL, Givers.OWN, new Givers.Partner("mx"), new Givers.Partner("nobody"))
            .get(random.nextInt(4));
    return new Filter("parcels", from, LAST.minusMonths(random.nextInt(2)), at, givers);
  }

  private static void pick(
      RandomGenerator random, Map<String, Set<String>> at, String dimension, String... values) {
    if (random.nextBoolean()) {
      Set<String> chosen = new HashSet<>();
      for (String value : values) {
        if (random.nextBoolean()) {
          chosen.add(value);
        }
      }
      at.put(dimension, chosen);
    }
  }

  private static void appendSomething(ParcelLedger ledger, RandomGenerator random) {
    String key = "k" + random.nextInt(60);
    Instant published = START.plus(Duration.ofDays(random.nextInt(10)));
    switch (random.nextInt(8)) {
      case 0 -> ledger.append(key, null, VersionState.WITHDRAWN, published);
      case 1 -> ledger.append(key, null, VersionState.NO_LONGER_PUBLISHED, published);
      default -> ledger.append(key, randomParcel(random), VersionState.HELD, published);
    }
  }

  private static Parcel randomParcel(RandomGenerator random) {
    List<Item> items = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      items.add(
          new Item(
              random.nextBoolean() ? "fentanyl" : "heroin",
              random.nextBoolean() ? "powder" : "tablet",
              BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), random.nextInt(15))));
    }
    int country = random.nextInt(3);
    return new Parcel(
        FIRST.plusMonths(random.nextInt(4)),
        List.of("CA", "MX", "US").get(country),
        List.of("CA-BC", "MX-SIN", "US-AZ").get(country),
        items);
  }

  private static Parcel parcel(String country, String substance, String kilograms) {
    return new Parcel(
        FIRST,
        country,
        country + "-X",
        List.of(new Item(substance, "powder", new BigDecimal(kilograms))));
  }

  private static Filter filter(Map<String, Set<String>> at) {
    return new Filter("parcels", FIRST, LAST, at);
  }
}
