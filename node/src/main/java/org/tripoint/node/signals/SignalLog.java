package org.tripoint.node.signals;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Puts signals and people's decisions about them into the ledger.
@Component
class SignalLog implements RaiseSignal {

  static final String SOURCE = "signals";

  static final String SYSTEM = "system";

  private final AppendRecords ledger;
  private final ReadSignals inbox;
  private final Clock clock;

  SignalLog(AppendRecords ledger, ReadSignals inbox, Clock clock) {
    this.ledger = ledger;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public RecordId raise(Signal signal) {
    String key = signal.detector() + "|" + signal.key();
    return append(
        new Entry.Put<>(SignalContent.KIND, key, SignalContent.of(signal), internal(), null),
        SYSTEM);
  }

  @Override
  public void settle(RecordId signal) {
    boolean decided = inbox.find(signal).filter(one -> one.state() != SignalState.NEW).isPresent();
    if (!decided) {
      triage(new SignalTriage(signal, SignalState.TRIAGED, "", SYSTEM));
    }
  }

  @Override
  public RecordId reopen(Signal signal) {
    RecordId raised = raise(signal);
    if (inbox.find(raised).filter(one -> one.decidedBy().equals(SYSTEM)).isPresent()) {
      triage(new SignalTriage(raised, SignalState.NEW, "", SYSTEM));
    }
    return raised;
  }

  /// Records what a person made of a signal.
  RecordId triage(SignalTriage triage) {
    return appended(triage).requireRecord();
  }

  /// Records what a person made of a signal, and says whether it follows the decision that the
  /// person saw.
  ///
  /// @param seen sequence of that decision; -1 for none
  /// @return false when somebody decided in between: the caller's transaction is to be rolled back
  boolean triageAfter(long seen, SignalTriage triage) {
    Outcome outcome = appended(triage);
    return outcome instanceof Outcome.Appended appended && appended.previous() == seen;
  }

  private Outcome appended(SignalTriage triage) {
    return outcome(
        new Entry.Put<>(SignalTriage.KIND, triage.signal().toString(), triage, internal(), null),
        triage.decidedBy());
  }

  /// Records whose signal it is now.
  void assign(SignalAssignment assignment) {
    String key = assignment.signal().toString();
    append(
        new Entry.Put<>(SignalAssignment.KIND, key, assignment, internal(), null),
        assignment.decidedBy());
  }

  /// Records what a person leaves for the next one.
  void note(SignalNote note) {
    String key = note.signal() + "/" + clock.instant();
    append(new Entry.Put<>(SignalNote.KIND, key, note, internal(), null), note.decidedBy());
  }

  /// Records what a signal turned out to be.
  void judge(SignalJudgement judgement) {
    String key = judgement.signal().toString();
    append(
        new Entry.Put<>(SignalJudgement.KIND, key, judgement, internal(), null),
        judgement.decidedBy());
  }

  private RecordId append(Entry entry, String actor) {
    return outcome(entry, actor).requireRecord();
  }

  private Outcome outcome(Entry entry, String actor) {
    Batch batch = new Batch(SOURCE, null, clock.instant(), actor, List.of(entry));
    return ledger.append(batch).outcomes().getFirst();
  }

  private static Marking internal() {
    return Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
  }
}
