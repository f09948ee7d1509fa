package org.tripoint.node.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;
import org.tripoint.node.signals.SignalJudgement.Verdict;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.RecordId;

/// The inbox keeps the laws of every reader, joins what is found again, and forgets nothing people
/// decided.
class SignalInboxLawsTest extends LedgerReaderLaws {

  private static final RecordId FIRST = new RecordId(new UUID(0, 1));
  private static final RecordId SECOND = new RecordId(new UUID(0, 2));

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new SignalReader(JdbcClient.create(app));
  }

  @Override
  protected String schema() {
    return "signals";
  }

  @Override
  protected void fill(TestLedger records) {
    SignalLog log =
        new SignalLog(
            records.append(),
            new SignalInbox(JdbcClient.create(records.jdbc())),
            Clock.systemUTC());
    RecordId open = log.raise(signal("a", "MARKER place", FIRST));
    log.raise(signal("a", "MARKER place", FIRST, SECOND));
    log.raise(signal("b", "plain", SECOND));
    log.raise(signal("d", "plain", FIRST).about(about("MARKER substance")));
    log.triage(new SignalTriage(open, SignalState.WATCHING, "MARKER reason", "ana"));
    log.raise(
        signal("c", "plain", FIRST)
            .withSeverity(
                Severity.of(new Level(Aspect.POTENCY, 4, "MARKER times fentanyl")),
                Confidence.LOW));
    RecordId again = log.raise(signal("c", "plain", FIRST, SECOND));
    log.assign(new SignalAssignment(again, "ana", "MARKER look into it", "ben"));
    log.assign(new SignalAssignment(again, "ben", "", "ana"));
    log.note(new SignalNote(again, "MARKER they call on Monday", "ana"));
    log.judge(new SignalJudgement(again, Verdict.FALSE_ALARM, "MARKER a typing error", "ana"));
    log.judge(new SignalJudgement(open, Verdict.USEFUL, "", "ana"));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  /// What was found, and how often.
  @Override
  protected boolean countsVersions(String row) {
    return row.contains(",FOUND,") || row.contains(",seizures.double-report,");
  }

  private static Signal signal(String key, String where, RecordId... evidence) {
    return new Signal(
        "seizures.double-report",
        key,
        "signals.title",
        List.of(where),
        List.of(evidence),
        List.of(new ScorePart("signals.title", new BigDecimal("0.4"), "1 day")),
        "/seizures/double-reports");
  }

  private static About about(String substance) {
    LocalDate day = LocalDate.of(2026, 11, 2);
    return new About(
        Topic.SURGE,
        List.of(substance),
        List.of(
            new PeriodCount(day, day.plusDays(6), 3, null, null),
            new PeriodCount(
                day.plusDays(7),
                day.plusDays(13),
                12,
                new BigDecimal("3.2"),
                new BigDecimal("8.1"))));
  }

  @Test
  void whatASignalIsAboutIsThereToDraftANoticeFrom() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      SignalInbox inbox = new SignalInbox(JdbcClient.create(ledger.jdbc()));
      ledger.reader(new SignalReader(JdbcClient.create(ledger.jdbc())));
      SignalLog log = new SignalLog(ledger.append(), inbox, Clock.systemUTC());
      RecordId about = log.raise(signal("a", "Sonora", FIRST).about(about("text:presses")));
      RecordId nothing = log.raise(signal("b", "Sonora", FIRST));
      ledger.readers().catchUp();
      assertThat(inbox.find(about).orElseThrow().about()).isEqualTo(about("text:presses"));
      assertThat(inbox.find(nothing).orElseThrow().about()).isEqualTo(About.NOTHING);
    }
  }

  @Test
  void theSameThingFoundAgainJoinsItsSignalAndKeepsItsDecision() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      SignalInbox inbox = new SignalInbox(JdbcClient.create(ledger.jdbc()));
      ledger.reader(new SignalReader(JdbcClient.create(ledger.jdbc())));
      SignalLog log = new SignalLog(ledger.append(), inbox, Clock.systemUTC());

      RecordId raised = log.raise(signal("a", "Sonora", FIRST));
      ledger.readers().catchUp();
      assertThat(inbox.countWaiting()).isEqualTo(1);

      log.triage(new SignalTriage(raised, SignalState.DISMISSED, "one event only", "ana"));
      assertThat(log.raise(signal("a", "Sonora", FIRST, SECOND))).isEqualTo(raised);
      ledger.readers().catchUp();

      Item item = inbox.find(raised).orElseThrow();
      assertThat(item.evidence()).containsExactly(FIRST, SECOND);
      assertThat(item.state()).isEqualTo(SignalState.DISMISSED);
      assertThat(item.reason()).isEqualTo("one event only");
      assertThat(item.timesFound()).isEqualTo(2);
      assertThat(item.isFoundSinceDecided()).isTrue();
      assertThat(inbox.countWaiting()).isZero();
      assertThat(inbox.list(EnumSet.of(SignalState.NEW), Optional.empty(), 10)).isEmpty();
      assertThat(inbox.list(EnumSet.allOf(SignalState.class), Optional.empty(), 10)).hasSize(1);
    }
  }

  @Test
  void refusesToDismissWithoutAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignalTriage(FIRST, SignalState.DISMISSED, " ", "ana"));
  }
}
