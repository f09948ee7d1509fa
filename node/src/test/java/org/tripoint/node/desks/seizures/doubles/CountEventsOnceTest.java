package org.tripoint.node.desks.seizures.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.TestDesk;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.vocabulary.RecordId;

/// What people merge is counted once by the figures, from the decision on.
class CountEventsOnceTest {

  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2025-07-01T00:00:00Z");
  private static final Instant AUGUST = Instant.parse("2025-08-01T00:00:00Z");

  private final TestDesk desk = TestDesk.fresh();

  private RecordId put(Instant at, String source, String key, Seizure seizure) {
    Outcome outcome =
        desk.ledger().put(Seizure.KIND, source, at, key, seizure).outcomes().getFirst();
    desk.ledger().readers().catchUp();
    return ((Outcome.Appended) outcome).record();
  }

  private RecordId canada(String agency) {
    return put(
        MAY, "ca", agency, event(agency, "2025-03-04", "CA-BC", drug(1, "Heroin", "2", "kg")));
  }

  private void decide(RecordId one, RecordId other, Verdict verdict) {
    RecordId first = one.compareTo(other) < 0 ? one : other;
    RecordId second = first.equals(one) ? other : one;
    desk.ledger()
        .put(
            MergeDecision.KIND,
            "node",
            JUNE,
            first + "~" + second,
            new MergeDecision(first, second, verdict, "asked both, " + verdict));
    turn(JULY);
  }

  private void turn(Instant at) {
    desk.ledger().readers().catchUp();
    new CountEventsOnce(
            desk.countedAgain(), desk.ledger().append(), Clock.fixed(at, ZoneOffset.UTC))
        .turn();
    desk.ledger().readers().catchUp();
  }

  private static Filter of(String country) {
    return new Filter(
        "seizure-events-once",
        SeizureFilter.FIRST,
        SeizureFilter.LAST,
        Map.of("country", Set.of(country)));
  }

  private static Map<YearMonth, Integer> events(Map<YearMonth, Map<String, BigDecimal>> months) {
    Map<YearMonth, Integer> events = new TreeMap<>();
    months.forEach((month, amounts) ->
        events.put(month, amounts.getOrDefault("events", BigDecimal.ZERO).intValueExact()));
    return events;
  }

  private Map<YearMonth, Integer> now() {
    return events(desk.cells().series(of("CA")));
  }

  private static Map<YearMonth, Integer> march(int events) {
    return Map.of(YearMonth.of(2025, 3), events);
  }

  @Test
  void aMergedReportIsTakenOffFromTheDecisionOnAndNotBefore() {
    RecordId one = canada("CBSA");
    RecordId other = canada("RCMP");
    canada("VPD");
    long before = desk.ledger().read().size();
    assertThat(now()).isEqualTo(march(3));

    decide(one, other, Verdict.SAME_EVENT);

    assertThat(now()).isEqualTo(march(2));
    assertThat(events(desk.cells().seriesAsOf(of("CA"), new AsOf.Published(JUNE))))
        .isEqualTo(march(3));
    assertThat(events(desk.cells().seriesAsOf(of("CA"), new AsOf.Published(JULY))))
        .isEqualTo(march(2));
    assertThat(events(desk.cells().seriesAsOf(of("CA"), new AsOf.LedgerSize(before))))
        .isEqualTo(march(3));
    long size = desk.ledger().read().size();
    turn(AUGUST);
    assertThat(desk.ledger().read().size()).as("nothing more to say").isEqualTo(size);
  }

  @Test
  void aDecisionThatIsChangedPutsTheReportBackAndCanTakeItOffAgain() {
    RecordId one = canada("CBSA");
    RecordId other = canada("RCMP");
    decide(one, other, Verdict.SAME_EVENT);
    decide(one, other, Verdict.DIFFERENT_EVENTS);
    assertThat(now()).isEqualTo(march(2));
    decide(one, other, Verdict.SAME_EVENT);
    assertThat(now()).isEqualTo(march(1));
  }

  @Test
  void ofThreeReportsOneIsCounted() {
    RecordId one = canada("CBSA");
    RecordId other = canada("RCMP");
    RecordId third = canada("VPD");
    decide(one, other, Verdict.SAME_EVENT);
    decide(other, third, Verdict.SAME_EVENT);
    assertThat(now()).isEqualTo(march(1));
  }

  @Test
  void whatIsTakenOffFollowsTheReportsCorrectionsAndWithdrawal() {
    RecordId one = canada("CBSA");
    RecordId other = canada("RCMP");
    decide(one, other, Verdict.SAME_EVENT);
    for (String agency : List.of("CBSA", "RCMP")) {
      put(JULY, "ca", agency, event(agency, "2025-04-01", "CA-BC", drug(1, "Heroin", "2", "kg")));
    }
    turn(AUGUST);
    assertThat(now())
        .containsEntry(YearMonth.of(2025, 4), 1)
        .satisfies(months -> assertThat(months.getOrDefault(YearMonth.of(2025, 3), 0)).isZero());

    Entry withdrawal = new Entry.Withdraw(Seizure.KIND, "RCMP", "reported in error");
    desk.ledger().append().append(new Batch("ca", null, AUGUST, "tester", List.of(withdrawal)));
    turn(AUGUST.plusSeconds(1));
    assertThat(now()).containsEntry(YearMonth.of(2025, 4), 1);
  }

  @Test
  void eachCountryCountsForItself() {
    RecordId canada = canada("CBSA");
    RecordId us =
        put(MAY, "us", "DEA", event("DEA", "2025-03-04", "US-WA", drug(1, "Heroin", "2", "kg")));
    decide(canada, us, Verdict.SAME_EVENT);
    assertThat(now()).isEqualTo(march(1));
    assertThat(events(desk.cells().series(of("US")))).isEqualTo(march(1));
  }

  @Test
  void aPartnersReportIsThePartnersToCount() {
    RecordId own = canada("CBSA");
    RecordId partners =
        put(
            MAY,
            "partner:us/ca",
            "RCMP",
            event("RCMP", "2025-03-04", "CA-BC", drug(1, "Heroin", "2", "kg")));
    decide(own, partners, Verdict.SAME_EVENT);
    assertThat(now()).isEqualTo(march(2));
  }

  @Test
  void theFigureStandsWhenReportOrDecisionHaveLostTheirContent() {
    RecordId one = canada("CBSA");
    RecordId other = canada("RCMP");
    decide(one, other, Verdict.SAME_EVENT);
    List<Long> all =
        java.util.stream.LongStream.range(0, desk.ledger().read().size()).boxed().toList();
    desk.ledger().purge().purge(all, PurgeBasis.RETENTION, "a rule", "tester");
    turn(AUGUST);
    assertThat(now()).isEqualTo(march(1));
    assertThat(events(desk.cells().seriesAsOf(of("CA"), new AsOf.Published(JUNE))))
        .isEqualTo(march(2));
  }
}
