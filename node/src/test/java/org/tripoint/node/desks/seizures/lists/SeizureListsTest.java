package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;
import static org.tripoint.node.desks.seizures.SeizureSamples.press;
import static org.tripoint.node.desks.seizures.SeizureSamples.site;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.RecordId;

class SeizureListsTest {

  private static final TestDesk DESK = TestDesk.fresh();
  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");
  private static final String FENTANYL = "group:tripoint@1:Fentanyl";

  @BeforeAll
  static void threeCountries() {
    put("ca-cbsa", "C1", event("CBSA", "2024-01-03", "CA-BC", drug(1, "Fentanyl", "2", "kg")));
    put("ca-cbsa", "C2", event("CBSA", "2024-03-09", "CA-ON", drug(1, "Cocaine", "5", "kg")));
    put("ca-rcmp", "R1", event("RCMP", "2024-03-09", "CA-ON", press(1, "3")));
    put(
        "mx-gn",
        "G1",
        event(
            "GN",
            "2024-02-01",
            "MX-SIN",
            drug(1, "Fentanyl", "1000", "tablet"),
            drug(2, "Fentanyl", "0.5", "kg"),
            site(3, SiteClass.TABLETING, CountBasis.LOCATED)));
    for (int i = 1; i <= 9; i++) {
      String day = "2023-0%d-15".formatted(i);
      put("us-hsi", "H" + i, event("HSI", day, "US-AZ", drug(1, "Heroin", "1", "lb")));
    }
    DESK.ledger().readers().catchUp();
  }

  private static UUID put(String source, String key, Seizure seizure) {
    return put(source, key, seizure, MAY);
  }

  private static UUID put(String source, String key, Seizure seizure, Instant published) {
    Outcome outcome =
        DESK.ledger().put(Seizure.KIND, source, published, key, seizure).outcomes().getFirst();
    return ((Outcome.Appended) outcome).record().value();
  }

  private static SeizureFilter filter(Field field, String value) {
    return new SeizureFilter(Map.of(field, Set.of(value)), null, null);
  }

  private static List<String> days(SeizureFilter filter, Order order) {
    List<String> days = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    boolean more = true;
    while (more) {
      ListPage<EventRow> page = DESK.lists().pageOfEvents(filter, cursor, order, 4);
      page.rows().forEach(row -> days.add(row.country() + " " + row.dateText()));
      more = page.hasMore();
      cursor = page.rows().isEmpty() ? cursor : Optional.of(page.rows().getLast().cursor(order));
    }
    return days;
  }

  @Test
  void pagesThroughEverythingOnceInBothDirections() {
    List<String> newest = days(SeizureFilter.all(), Order.NEWEST_FIRST);
    assertThat(newest).hasSize(13).startsWith("CA 2024-03-09").endsWith("US 2023-01-15");
    assertThat(days(SeizureFilter.all(), Order.OLDEST_FIRST)).isEqualTo(newest.reversed());
  }

  @Test
  void findsRareEventsThroughTheMonthsThatHoldThem() {
    assertThat(days(filter(Field.SUBSTANCE, FENTANYL), Order.NEWEST_FIRST))
        .containsExactly("MX 2024-02-01", "CA 2024-01-03");
    assertThat(days(filter(Field.PLACE, "US-AZ"), Order.OLDEST_FIRST)).hasSize(9);
    assertThat(days(filter(Field.COUNT, "LOCATED"), Order.NEWEST_FIRST))
        .containsExactly("MX 2024-02-01");
    assertThat(days(filter(Field.FORM, "PRESS"), Order.NEWEST_FIRST)).hasSize(1);
    assertThat(days(filter(Field.AGENCY, "NOBODY"), Order.NEWEST_FIRST)).isEmpty();
    SeizureFilter spring =
        new SeizureFilter(
            Map.of(Field.COUNTRY, Set.of("US")), YearMonth.of(2023, 3), YearMonth.of(2023, 5));
    assertThat(days(spring, Order.NEWEST_FIRST))
        .containsExactly("US 2023-05-15", "US 2023-04-15", "US 2023-03-15");
  }

  @Test
  void neverMergesUnitsOrBases() {
    SeizureFilter fentanyl = filter(Field.SUBSTANCE, FENTANYL);
    var byBasis = DESK.sumsByCell().drugsBy(fentanyl, Field.WEIGHT);
    assertThat(byBasis.get("GROSS").get("kilograms")).isEqualByComparingTo("2.5");
    assertThat(byBasis.get("UNKNOWN").get("tablets")).isEqualByComparingTo("1000");
    assertThat(byBasis.get("UNKNOWN").get("kilograms"))
        .satisfiesAnyOf(
            kilograms -> assertThat(kilograms).isNull(),
            kilograms -> assertThat(kilograms).isEqualByComparingTo("0"));
    assertThat(DESK.sumsByCell().sites(SeizureFilter.all()))
        .isEqualTo(Map.of("TABLETING", Map.of("LOCATED", new java.math.BigDecimal("1"))));
    assertThat(DESK.sumsByCell().equipment(SeizureFilter.all()).get("PRESS").get("devices"))
        .isEqualByComparingTo("3");
  }

  @Test
  void countsEventsFromCellsOrUpToTheLimit() {
    assertThat(DESK.counts().countEvents(filter(Field.COUNTRY, "US")))
        .isEqualTo(new SeizureCounts.Counted(9, true));
    assertThat(DESK.counts().countEvents(filter(Field.SUBSTANCE, FENTANYL)))
        .isEqualTo(new SeizureCounts.Counted(2, true));
    SeizureFilter canada = filter(Field.COUNTRY, "CA");
    assertThat(
            DESK.counts().listMonths(canada).stream()
                .mapToLong(month -> DESK.sums().in(month, canada).events())
                .sum())
        .isEqualTo(3);
  }

  @Test
  void listsWhatTheRecordSaysNowAndNothingThatIsWithdrawn() {
    TestDesk desk = TestDesk.fresh();
    Seizure first = event("CBSA", "2024-01-03", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    Seizure corrected = event("CBSA", "2024-01-04", "CA-BC", drug(1, "Fentanyl", "3", "kg"));
    Seizure older = event("CBSA", "2024-01-01", "CA-BC", drug(1, "Fentanyl", "1", "kg"));
    desk.ledger().put(Seizure.KIND, "ca-cbsa", MAY, "C1", first);
    desk.ledger().put(Seizure.KIND, "ca-cbsa", JUNE, "C1", corrected);
    desk.ledger().put(Seizure.KIND, "ca-cbsa", MAY.minusSeconds(99), "C1", older);
    desk.ledger().readers().catchUp();
    assertThat(rows(desk)).containsExactly("2024-01-04 3");
    Entry withdrawal = new Entry.Withdraw(Seizure.KIND, "C1", "reported in error");
    desk.ledger()
        .append()
        .append(new Batch("ca-cbsa", null, JUNE.plusSeconds(9), "tester", List.of(withdrawal)));
    desk.ledger().readers().catchUp();
    assertThat(rows(desk)).isEmpty();
    assertThat(desk.jdbc().queryForObject("select count(*) from seizures.item", Long.class))
        .isZero();
  }

  private static List<String> rows(TestDesk desk) {
    return desk
        .lists()
        .pageOfEvents(SeizureFilter.all(), Optional.empty(), Order.NEWEST_FIRST, 10)
        .rows()
        .stream()
        .map(row -> row.dateText() + " " + row.items().getFirst().quantity().toPlainString())
        .toList();
  }

  @Test
  void countsJointReportsOnceByDecisionAndKeepsBothListed() {
    TestDesk desk = TestDesk.fresh();
    Seizure one = event("CBSA", "2024-01-03", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    Seizure two = event("RCMP", "2024-01-04", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    Seizure three = event("VPD", "2024-01-04", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    List<RecordId> ids = new ArrayList<>();
    for (Seizure each : List.of(one, two, three)) {
      var receipt = desk.ledger().put(Seizure.KIND, "ca", MAY, each.agency(), each);
      ids.add(((Outcome.Appended) receipt.outcomes().getFirst()).record());
    }
    ids.sort(null);
    decide(desk, ids.get(0), ids.get(1), Verdict.SAME_EVENT, MAY);
    decide(desk, ids.get(1), ids.get(2), Verdict.SAME_EVENT, MAY);
    decide(desk, ids.get(0), ids.get(2), Verdict.SAME_EVENT, MAY);
    desk.ledger().readers().catchUp();
    SeizureFilter canada = filter(Field.COUNTRY, "CA");
    assertThat(desk.counts().countEvents(canada).number()).isEqualTo(3);
    assertThat(desk.counts().countMerged(canada)).isEqualTo(2);
    assertThat(desk.counts().countMerged(filter(Field.SUBSTANCE, FENTANYL))).isEqualTo(2);
    assertThat(desk.counts().countMerged(filter(Field.COUNTRY, "MX"))).isZero();
    decide(desk, ids.get(0), ids.get(2), Verdict.DIFFERENT_EVENTS, JUNE);
    decide(desk, ids.get(1), ids.get(2), Verdict.DIFFERENT_EVENTS, JUNE);
    desk.ledger().readers().catchUp();
    assertThat(desk.counts().countMerged(canada)).isEqualTo(1);
    List<Map<String, Object>> before = tables(desk);
    desk.ledger().readers().rebuild(progress -> {});
    assertThat(tables(desk)).isEqualTo(before);
    assertThat(rows(desk)).hasSize(3);
  }

  private static void decide(
      TestDesk desk, RecordId first, RecordId second, Verdict verdict, Instant when) {
    desk.ledger()
        .put(
            MergeDecision.KIND,
            "node",
            when,
            first + "~" + second,
            new MergeDecision(first, second, verdict, "seen together"));
  }

  private static List<Map<String, Object>> tables(TestDesk desk) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String table : List.of("event", "item", "merge_member", "report_pair")) {
      rows.addAll(
          desk.jdbc()
              .queryForList(
                  "select to_jsonb(t)::text row from seizures." + table + " t order by 1"));
    }
    return rows;
  }
}
