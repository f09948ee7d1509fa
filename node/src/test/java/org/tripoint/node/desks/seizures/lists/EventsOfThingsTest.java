package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;
import static org.tripoint.node.desks.seizures.SeizureSamples.press;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Events under filters of things: counted from cells, against counting the rows one by one.
class EventsOfThingsTest {

  private static final ReadSubstances SUBSTANCES = new OneMapped(new ShippedSubstances());
  private static final TestDesk DESK = TestDesk.fresh(SUBSTANCES);
  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final int EVENTS = 250;

  /// The shipped lists, and a person's decision that blue powder counts as fentanyl.
  private record OneMapped(ReadSubstances shipped) implements ReadSubstances {
    private static final String KEY = "text:Blue powder";

    @Override
    public SubstanceId identify(String list, String reportedName) {
      return shipped.identify(list, reportedName);
    }

    @Override
    public boolean isRecognised(SubstanceId id) {
      return shipped.isRecognised(id);
    }

    @Override
    public boolean isKnown(SubstanceId id) {
      return isRecognised(id);
    }

    @Override
    public List<Family> listFamilies() {
      return shipped.listFamilies();
    }

    @Override
    public Optional<Family> findFamily(SubstanceId id) {
      return id.key().equals(KEY) ? Optional.of(new Family("fentanyl")) : shipped.findFamily(id);
    }

    @Override
    public Set<RecordId> listDecisions() {
      return shipped.listDecisions();
    }

    @Override
    public Set<String> keysOf(String familyCode) {
      Set<String> keys = new TreeSet<>(shipped.keysOf(familyCode));
      if (familyCode.equals("fentanyl")) {
        keys.add(KEY);
      }
      return keys;
    }

    @Override
    public String nameOf(String substanceKey, Locale locale) {
      return shipped.nameOf(substanceKey, locale);
    }
  }

  @BeforeAll
  static void fill() {
    Random random = new Random(47);
    List<String> drugs = List.of("Fentanyl", "Heroin", "Blue powder");
    for (int i = 0; i < EVENTS; i++) {
      List<SeizureItem> items = new ArrayList<>();
      int things = 1 + random.nextInt(4);
      for (int n = 1; n <= things; n++) {
        items.add(
            random.nextInt(5) == 0
                ? press(n, "2")
                : drug(
                    n,
                    drugs.get(random.nextInt(3)),
                    Integer.toString(1 + random.nextInt(9)),
                    random.nextBoolean() ? "tablet" : "kg"));
      }
      String day = "2024-%02d-11".formatted(1 + random.nextInt(12));
      String place = random.nextBoolean() ? "CA-BC" : "CA-ON";
      Seizure seizure = event("CBSA", day, place, items.toArray(new SeizureItem[0]));
      DESK.ledger().put(Seizure.KIND, "ca-cbsa", MAY, "K" + i, seizure);
    }
    DESK.ledger().readers().catchUp();
  }

  private static List<SeizureFilter> filters() {
    List<SeizureFilter> filters = new ArrayList<>();
    List<Set<String>> substances =
        List.of(
            Set.of(),
            SUBSTANCES.keysOf("fentanyl"),
            SUBSTANCES.keysOf("heroin"),
            Set.of("text:Blue powder"));
    for (Set<String> keys : substances) {
      for (String form : List.of("", "TABLET", "PRESS")) {
        for (String what : List.of("", "DRUG", "EQUIPMENT")) {
          for (String weight : List.of("", "GROSS")) {
            for (String place : List.of("", "CA-ON")) {
              Map<Field, Set<String>> at = new LinkedHashMap<>();
              put(at, Field.SUBSTANCE, keys);
              put(at, Field.FORM, form.isEmpty() ? Set.of() : Set.of(form));
              put(at, Field.WHAT, what.isEmpty() ? Set.of() : Set.of(what));
              put(at, Field.WEIGHT, weight.isEmpty() ? Set.of() : Set.of(weight));
              put(at, Field.PLACE, place.isEmpty() ? Set.of() : Set.of(place));
              filters.add(new SeizureFilter(at, null, null));
            }
          }
        }
      }
    }
    return filters;
  }

  private static void put(Map<Field, Set<String>> at, Field field, Set<String> values) {
    if (!values.isEmpty()) {
      at.put(field, values);
    }
  }

  private static int listed(SeizureFilter filter) {
    return DESK.lists().eventsByDay(filter, Optional.empty(), Order.NEWEST_FIRST, 1_000).size();
  }

  @Test
  void countsEveryEventOnceHoweverManyOfItsThingsFit() {
    for (SeizureFilter filter : filters()) {
      assertThat(DESK.counts().countEvents(filter))
          .as(filter.toString())
          .isEqualTo(new SeizureCounts.Counted(listed(filter), true));
    }
  }

  @Test
  void tellsEventsByPlaceAndMonth() {
    SeizureFilter tablets =
        new SeizureFilter(
            Map.of(Field.SUBSTANCE, SUBSTANCES.keysOf("heroin"), Field.FORM, Set.of("TABLET")),
            null,
            null);
    int all = listed(tablets);
    Map<String, BigDecimal> byPlace = DESK.sumsByCell().eventsOfThingsByPlace(tablets);
    assertThat(byPlace.values().stream().mapToInt(BigDecimal::intValue).sum()).isEqualTo(all);
    assertThat(
            DESK.sumsByCell().eventsOfThingsSeries(tablets).values().stream()
                .mapToInt(month -> month.getOrDefault("events", BigDecimal.ZERO).intValue())
                .sum())
        .isEqualTo(all);
  }

  @Test
  void keepsTheCellsWhenEventsChangeAndGo() {
    TestDesk desk = TestDesk.fresh(SUBSTANCES);
    Seizure first =
        event(
            "CBSA",
            "2024-01-03",
            "CA-BC",
            drug(1, "Heroin", "2", "kg"),
            drug(2, "Heroin", "9", "tablet"));
    Seizure corrected = event("CBSA", "2024-01-03", "CA-BC", drug(1, "Heroin", "9", "tablet"));
    SeizureFilter gross =
        new SeizureFilter(
            Map.of(Field.SUBSTANCE, SUBSTANCES.keysOf("heroin"), Field.WEIGHT, Set.of("GROSS")),
            null,
            null);
    desk.ledger().put(Seizure.KIND, "ca-cbsa", MAY, "C1", first);
    desk.ledger().readers().catchUp();
    assertThat(desk.counts().countEvents(gross).number()).isEqualTo(1);
    desk.ledger().put(Seizure.KIND, "ca-cbsa", MAY.plusSeconds(5), "C1", corrected);
    desk.ledger().readers().catchUp();
    assertThat(desk.counts().countEvents(gross).number()).isZero();
    List<Map<String, Object>> cells = cells(desk);
    desk.ledger().readers().rebuild(progress -> {});
    assertThat(cells(desk)).isEqualTo(cells);
  }

  private static List<Map<String, Object>> cells(TestDesk desk) {
    return desk.jdbc()
        .queryForList(
            """
            select c.month, c.facts, c.m1, c.m2, c.m3, c.m4, c.m5, c.m6, c.m7, c.m8
            from metrics.cell c join metrics.cube k on k.id = c.cube and k.name = 'seizure-things'
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            """);
  }

  @Test
  void addsUpThingsFromRowsAsFromCells() {
    SeizureFilter heroin =
        new SeizureFilter(Map.of(Field.SUBSTANCE, SUBSTANCES.keysOf("heroin")), null, null);
    SumRows.Bounded sums = DESK.sums().newest(heroin);
    assertThat(sums.exact()).isTrue();
    ThingSums byMonth =
        DESK.counts().listMonths(heroin).stream()
            .map(month -> DESK.sums().in(month, heroin))
            .reduce(ThingSums.NONE, ThingSums::plus);
    assertThat(byMonth.events()).isEqualTo(listed(heroin)).isEqualTo(sums.sums().events());
    for (String basis : List.of("GROSS", "UNKNOWN")) {
      Map<String, Map<String, BigDecimal>> cells =
          DESK.sumsByCell().drugsBy(heroin.with(Field.WEIGHT, Set.of(basis)), Field.SUBSTANCE);
      for (ThingSums each : List.of(sums.sums(), byMonth)) {
        each.drugsUnder(basis)
            .forEach((substance, amounts) ->
                amounts.forEach((measure, amount) ->
                    assertThat(
                            cells
                                .getOrDefault(substance, Map.of())
                                .getOrDefault(measure, BigDecimal.ZERO))
                        .as(basis + measure)
                        .isEqualByComparingTo(amount)));
        assertThat(each.drugsUnder(basis).keySet()).isEqualTo(cells.keySet());
      }
    }
    assertThat(DESK.sums().newest(SeizureFilter.all()).sums().equipment().get("PRESS"))
        .isEqualByComparingTo(
            DESK.sumsByCell().equipment(SeizureFilter.all()).get("PRESS").get("devices"));
  }
}
