package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;

/// Lists sorted by an amount, against sorting everything in memory.
class SeizureOrdersTest {

  private static final TestDesk DESK = TestDesk.fresh();
  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final int EVENTS = 300;
  private static final String FENTANYL = "group:tripoint@1:Fentanyl";
  private static final String HEROIN = "group:tripoint@1:Heroin";

  @BeforeAll
  static void fill() {
    Random random = new Random(2026);
    List<String> drugs = List.of("Fentanyl", "Heroin", "Cocaine");
    for (int i = 0; i < EVENTS; i++) {
      List<SeizureItem> items = new ArrayList<>();
      for (int n = 1; n <= 1 + random.nextInt(3); n++) {
        String unit = random.nextInt(4) == 0 ? "tablet" : "kg";
        String amount = Integer.toString(1 + random.nextInt(20));
        items.add(drug(n, drugs.get(random.nextInt(3)), amount, unit));
      }
      String day = "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      String place = random.nextBoolean() ? "CA-BC" : "CA-ON";
      Seizure seizure = event("CBSA", day, place, items.toArray(new SeizureItem[0]));
      DESK.ledger().put(Seizure.KIND, "ca-cbsa", MAY, "K" + i, seizure);
    }
    DESK.ledger().readers().catchUp();
  }

  private static SeizureFilter filter(Map<Field, Set<String>> at) {
    return new SeizureFilter(at, null, null);
  }

  private static final List<SeizureFilter> FILTERS =
      List.of(
          SeizureFilter.all(),
          filter(Map.of(Field.SUBSTANCE, Set.of(FENTANYL))),
          filter(Map.of(Field.SUBSTANCE, Set.of(FENTANYL, HEROIN), Field.PLACE, Set.of("CA-ON"))),
          filter(Map.of(Field.FORM, Set.of("TABLET"))),
          filter(Map.of(Field.AGENCY, Set.of("NOBODY"))));

  private static List<Order> orders() {
    return List.of(
        Order.mostFirst(Order.Key.KILOGRAMS),
        Order.leastFirst(Order.Key.KILOGRAMS),
        Order.mostFirst(Order.Key.TABLETS),
        Order.leastFirst(Order.Key.TABLETS));
  }

  private static List<EventRow> all(SeizureFilter filter, Order order) {
    List<EventRow> rows = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    boolean more = true;
    while (more) {
      ListPage<EventRow> page = DESK.lists().pageOfEvents(filter, cursor, order, 7);
      assertThat(page.partial()).isFalse();
      rows.addAll(page.rows());
      more = page.hasMore();
      cursor = page.rows().isEmpty() ? cursor : Optional.of(page.rows().getLast().cursor(order));
    }
    return rows;
  }

  private static BigDecimal amount(EventRow row, Order order) {
    return order.key() == Order.Key.KILOGRAMS ? row.kilograms() : row.tablets();
  }

  private static List<EventRow> expected(SeizureFilter filter, Order order) {
    Comparator<EventRow> byAmount =
        Comparator.comparing((EventRow row) -> Objects.requireNonNull(amount(row, order)))
            .thenComparingLong(EventRow::sequence);
    Comparator<EventRow> bySequence = Comparator.comparingLong(EventRow::sequence);
    List<EventRow> rows = all(filter, Order.NEWEST_FIRST);
    List<EventRow> with = new ArrayList<>(rows.stream().filter(r -> r.states(order)).toList());
    List<EventRow> without = new ArrayList<>(rows.stream().filter(r -> !r.states(order)).toList());
    with.sort(order.descending() ? byAmount.reversed() : byAmount);
    without.sort(order.descending() ? bySequence.reversed() : bySequence);
    with.addAll(without);
    return with;
  }

  @Test
  void sortsByTheLargestLotUnderTheFilterAndPutsThoseWithoutLast() {
    for (SeizureFilter filter : FILTERS) {
      for (Order order : orders()) {
        List<EventRow> listed = all(filter, order);
        assertThat(listed.stream().map(EventRow::record))
            .as(filter + " " + order)
            .containsExactlyElementsOf(
                expected(filter, order).stream().map(EventRow::record).toList());
      }
    }
    assertThat(all(SeizureFilter.all(), orders().getFirst())).hasSize(EVENTS);
  }

  @Test
  void walksBackTheSameWay() {
    for (SeizureFilter filter : FILTERS) {
      for (Order order : orders()) {
        List<EventRow> forwards = all(filter, order);
        if (forwards.size() < 9) {
          continue;
        }
        Cursor middle = forwards.get(forwards.size() / 2).cursor(order);
        List<EventRow> back =
            DESK.lists().pageOfEvents(filter, Optional.of(middle), order.backwards(), 5).rows();
        List<EventRow> before =
            new ArrayList<>(forwards.subList(forwards.size() / 2 - 5, forwards.size() / 2));
        Collections.reverse(before);
        assertThat(back.stream().map(EventRow::record))
            .as(filter + " " + order)
            .containsExactlyElementsOf(before.stream().map(EventRow::record).toList());
        Cursor last = forwards.getLast().cursor(order);
        assertThat(
                DESK.lists().pageOfEvents(filter, Optional.of(last), order.backwards(), 500).rows())
            .hasSize(forwards.size() - 1);
      }
    }
  }

  @Test
  void givesEverythingWithAnAmountForWholeLists() {
    for (Order order : orders()) {
      List<EventRow> listed = new ArrayList<>();
      Optional<Cursor> cursor = Optional.empty();
      boolean more = true;
      while (more) {
        ListPage<EventRow> page =
            DESK.lists().nextEventsWithAmount(FILTERS.get(1), cursor, order, 10);
        listed.addAll(page.rows());
        more = page.hasMore();
        cursor = page.rows().isEmpty() ? cursor : Optional.of(page.rows().getLast().cursor(order));
      }
      assertThat(listed)
          .isEqualTo(
              expected(FILTERS.get(1), order).stream().filter(r -> r.states(order)).toList());
    }
  }

  @Test
  void readsItsPlaceBackFromAnAddress() {
    Order order = Order.mostFirst(Order.Key.KILOGRAMS);
    EventRow row = all(SeizureFilter.all(), order).getFirst();
    assertThat(Cursor.find(row.cursor(order).toString(), order)).contains(row.cursor(order));
    assertThat(Cursor.find("12.5.17", order)).contains(new Cursor("12.5", 17));
    assertThat(Cursor.find(".17", order)).contains(new Cursor("", 17));
    assertThat(Cursor.find("2024-01-03.17", order)).isEmpty();
    assertThat(Cursor.find("12.5.17", Order.NEWEST_FIRST)).isEmpty();
    assertThat(Cursor.find("1e9999.17", order)).isEmpty();
  }
}
