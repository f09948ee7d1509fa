package org.tripoint.node.desks.law;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// Appends records of this desk; its tables have them when an append returns.
@Service
public class AppendLaw {

  private static final String SOURCE = "law";

  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;

  AppendLaw(AppendRecords ledger, RunReaders readers, Clock clock) {
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
  }

  public <C extends Record> RecordId put(Kind<C> kind, String key, C content, String account) {
    return append(new Entry.Put<>(kind, key, content, Marking.published(), null), account);
  }

  public void withdraw(Kind<?> kind, String key, String reason, String account) {
    append(new Entry.Withdraw(kind, key, reason), account);
  }

  private RecordId append(Entry entry, String account) {
    RecordId record =
        ledger
            .append(
                new Batch(
                    SOURCE,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    account,
                    List.of(entry)))
            .outcomes()
            .getFirst()
            .requireRecord();
    readers.catchUpBriefly();
    return record;
  }
}
