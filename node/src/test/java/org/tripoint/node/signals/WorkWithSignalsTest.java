package org.tripoint.node.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.signals.Happening.What;
import org.tripoint.node.signals.MeasureDetectors.DetectorRecord;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;
import org.tripoint.node.signals.SignalJudgement.Verdict;
import org.tripoint.node.signals.TurnIntoNotice.Outcome;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.vocabulary.RecordId;

/// What people do with signals: they find them again in order, hand them over, note and judge them.
class WorkWithSignalsTest {

  private static final RecordId RECORD = new RecordId(new UUID(0, 1));
  private static final Set<SignalState> ALL = EnumSet.allOf(SignalState.class);
  private static final SignalCursor START = SignalCursor.START;

  private TestDatabase database;
  private TestLedger ledger;
  private SignalInbox inbox;
  private SignalHistory history;
  private SignalLog log;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    ledger = TestLedger.over(database);
    JdbcClient jdbc = JdbcClient.create(ledger.jdbc());
    inbox = new SignalInbox(jdbc);
    history = new SignalHistory(jdbc);
    ledger.reader(new SignalReader(jdbc));
    log = new SignalLog(ledger.append(), inbox, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Signal signal(String detector, String key, int severity) {
    Signal signal =
        new Signal(
            detector,
            key,
            "signals.title",
            List.of(),
            List.of(RECORD),
            List.of(new ScorePart("signals.title", BigDecimal.ONE, "1")),
            "/signals");
    return severity == 0
        ? signal
        : signal.withSeverity(Severity.of(new Level(Aspect.DEATHS, severity, "")), Confidence.HIGH);
  }

  private List<Item> pages(SignalFilter filter, SignalOrder order, int size) {
    List<Item> all = new ArrayList<>();
    SignalCursor after = SignalCursor.START;
    while (true) {
      List<Item> page = inbox.list(filter, order, after, size);
      all.addAll(page);
      if (page.isEmpty()) {
        return all;
      }
      after = SignalCursor.parse(SignalCursor.after(page.getLast()).text());
    }
  }

  @Test
  void refusesACursorThatIsNone() {
    for (String text : List.of("", "x", "1_2_3", "1_2020-01-01T00:00:00Z_x", "__")) {
      assertThat(SignalCursor.parse(text)).isEqualTo(SignalCursor.START);
    }
  }

  @Test
  void refusesANoteWithoutWordsAndANoticeThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SignalNote(RECORD, " ", "ana"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignalTriage(RECORD, SignalState.BECAME_NOTICE, "", "ana"));
  }

  @ParameterizedTest
  @SeedSource
  void pagesByKeyMeetEverySignalOnceInBothOrders(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      log.raise(signal("d" + random.nextInt(3), "k" + i, random.nextInt(6)));
    }
    ledger.readers().catchUp();
    for (SignalOrder order : SignalOrder.values()) {
      Comparator<Item> newest =
          Comparator.comparing(Item::raised).thenComparing(Item::signal).reversed();
      Comparator<Item> expected =
          order == SignalOrder.NEWEST
              ? newest
              : Comparator.comparingInt(Item::level).reversed().thenComparing(newest);
      List<Item> all = pages(SignalFilter.of(ALL), order, 7);
      assertThat(all).as("seed %d", seed).hasSize(40).isSortedAccordingTo(expected);
      List<Item> grave = pages(new SignalFilter(ALL, "d1", "", 3), order, 4);
      assertThat(grave)
          .as("seed %d", seed)
          .containsExactlyElementsOf(
              all.stream().filter(one -> one.detector().equals("d1") && one.level() >= 3).toList());
    }
  }

  @Test
  void whoeverItIsHandedToFindsIt() {
    RecordId mine = log.raise(signal("d", "a", 0));
    RecordId free = log.raise(signal("d", "b", 0));
    RecordId handedBack = log.raise(signal("d", "c", 0));
    log.assign(new SignalAssignment(mine, "ben", "look at the lot number", "ana"));
    log.assign(new SignalAssignment(handedBack, "ben", "", "ana"));
    log.assign(new SignalAssignment(handedBack, "", "", "ben"));
    ledger.readers().catchUp();
    assertThat(inbox.list(new SignalFilter(ALL, "", "ben", 0), SignalOrder.NEWEST, START, 9))
        .extracting(Item::signal)
        .containsExactly(mine);
    assertThat(
            inbox.list(
                new SignalFilter(ALL, "", SignalFilter.NOBODY, 0), SignalOrder.NEWEST, START, 9))
        .extracting(Item::signal)
        .containsExactlyInAnyOrder(free, handedBack);
    assertThat(inbox.count(new SignalFilter(ALL, "", SignalFilter.NOBODY, 0), 9)).isEqualTo(2);
    assertThat(history.listOf(mine))
        .extracting(Happening::what)
        .containsExactly(What.FOUND, What.ASSIGNED);
    assertThat(history.listOf(mine).getLast().said()).isEqualTo("look at the lot number");
  }

  private BecomeNotice becoming(boolean mayDecide) {
    GuardSignals guard = (detector, evidence, account) -> mayDecide;
    StaticListableBeanFactory rooms = new StaticListableBeanFactory(Map.of("guard", guard));
    return new BecomeNotice(inbox, new MayDecide(rooms.getBeanProvider(GuardSignals.class)), log);
  }

  @Test
  void aSignalBecomesANoticeOnlyThroughWhomItsRoomLetsDecide() {
    RecordId signal = log.raise(signal("d", "a", 0));
    ledger.readers().catchUp();
    assertThat(becoming(false).turnIntoNotice(signal, RECORD, "ana"))
        .isEqualTo(Outcome.NOT_BY_THIS_ACCOUNT);
    ledger.readers().catchUp();
    assertThat(inbox.find(signal).orElseThrow().state()).isEqualTo(SignalState.NEW);
  }

  @Test
  void aSignalThatSomebodyClosedBecomesNoNotice() {
    RecordId dismissed = log.raise(signal("d", "a", 0));
    log.triage(new SignalTriage(dismissed, SignalState.DISMISSED, "a typing error", "ben"));
    ledger.readers().catchUp();
    assertThat(becoming(true).turnIntoNotice(dismissed, RECORD, "ana")).isEqualTo(Outcome.NOT_OPEN);
    assertThat(becoming(true).turnIntoNotice(RECORD, RECORD, "ana")).isEqualTo(Outcome.NOT_OPEN);
    ledger.readers().catchUp();
    assertThat(inbox.find(dismissed).orElseThrow().reason()).isEqualTo("a typing error");
  }

  @Test
  void aSignalThatBecameANoticeIsNoLongerOpen() {
    RecordId signal = log.raise(signal("d", "a", 0));
    ledger.readers().catchUp();
    assertThat(becoming(true).turnIntoNotice(signal, RECORD, "ana"))
        .isEqualTo(Outcome.BECAME_NOTICE);
    ledger.readers().catchUp();
    assertThat(inbox.find(signal).orElseThrow().notice()).isEqualTo(RECORD);
    assertThat(inbox.list(SignalState.open(), Optional.empty(), 9)).isEmpty();
    assertThat(inbox.countWaiting()).isZero();
  }

  @Test
  void ofTwoDraftsAtOnceOneTakesTheSignal() throws Exception {
    RecordId signal = log.raise(signal("d", "a", 0));
    ledger.readers().catchUp();
    CountDownLatch bothOpen = new CountDownLatch(2);
    Callable<Outcome> draft =
        () ->
            ledger
                .transaction()
                .execute(status -> {
                  bothOpen.countDown();
                  await(bothOpen);
                  RecordId notice = log.raise(signal("d", Thread.currentThread().getName(), 0));
                  Outcome outcome = becoming(true).turnIntoNotice(signal, notice, "ana");
                  if (outcome != Outcome.BECAME_NOTICE) {
                    status.setRollbackOnly();
                  }
                  return outcome;
                });
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(2)) {
      for (Future<Outcome> one : people.invokeAll(List.of(draft, draft))) {
        outcomes.add(one.get());
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.BECAME_NOTICE, Outcome.NOT_OPEN);
    ledger.readers().catchUp();
    RecordId notice = inbox.find(signal).orElseThrow().notice();
    assertThat(notice).isNotNull();
    assertThat(inbox.list(SignalState.open(), Optional.empty(), 9))
        .extracting(Item::signal)
        .containsExactly(notice);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDecisionThatTheInboxHasNotReadYetKeepsASignalFromBecomingANotice() {
    RecordId signal = log.raise(signal("d", "a", 0));
    ledger.readers().catchUp();
    log.triage(new SignalTriage(signal, SignalState.DISMISSED, "a typing error", "ben"));
    assertThat(becoming(true).turnIntoNotice(signal, RECORD, "ana")).isEqualTo(Outcome.NOT_OPEN);
  }

  @Test
  void whatIsOpenAgainMayBecomeANoticeAgain() {
    RecordId signal = log.raise(signal("d", "a", 0));
    log.triage(new SignalTriage(signal, SignalState.WATCHING, "", "ben"));
    ledger.readers().catchUp();
    assertThat(becoming(true).turnIntoNotice(signal, RECORD, "ana"))
        .isEqualTo(Outcome.BECAME_NOTICE);
  }

  @Test
  void whatHappenedSinceAShiftIsToldNewestFirst() {
    RecordId signal = log.raise(signal("d", "a", 0));
    log.note(new SignalNote(signal, "they call on Monday", "ana"));
    log.judge(new SignalJudgement(signal, Verdict.FALSE_ALARM, "", "ben"));
    ledger.readers().catchUp();
    List<Happening> all = history.listSince(Instant.EPOCH, Long.MAX_VALUE, 9);
    assertThat(all)
        .extracting(Happening::what)
        .containsExactly(What.JUDGED, What.NOTED, What.FOUND);
    assertThat(history.listSince(Instant.EPOCH, all.getFirst().sequence(), 1))
        .containsExactly(all.get(1));
    assertThat(history.listSince(all.getFirst().at(), Long.MAX_VALUE, 9)).isEmpty();
  }

  @Test
  void precisionCountsTheLastJudgementOfEachSignal() {
    RecordId first = log.raise(signal("d", "a", 0));
    RecordId second = log.raise(signal("d", "b", 0));
    log.raise(signal("d", "c", 0));
    log.raise(signal("e", "a", 0));
    log.judge(new SignalJudgement(first, Verdict.FALSE_ALARM, "", "ana"));
    log.judge(new SignalJudgement(first, Verdict.USEFUL, "it was so after all", "ben"));
    log.judge(new SignalJudgement(second, Verdict.FALSE_ALARM, "", "ana"));
    log.triage(new SignalTriage(second, SignalState.DISMISSED, "not so", "ana"));
    ledger.readers().catchUp();
    JudgedDetectors detectors = new JudgedDetectors(JdbcClient.create(ledger.jdbc()));
    assertThat(detectors.list())
        .containsExactly(
            new DetectorRecord("d", 3, 2, 1, 0, 1), new DetectorRecord("e", 1, 1, 0, 0, 0));
    assertThat(detectors.find("d").orElseThrow().precision())
        .contains(Proportion.of(1, 2).orElseThrow());
    assertThat(detectors.find("e").orElseThrow().precision()).isEmpty();
  }
}
