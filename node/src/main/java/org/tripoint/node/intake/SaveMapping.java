package org.tripoint.node.intake;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Marking;

/// Keeps a person's mapping as a record; files that waited for it are looked at again by the
/// worker.
@Component
class SaveMapping {

  static final String SOURCE = "intake-mappings";

  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;

  SaveMapping(AppendRecords ledger, RunReaders readers, Clock clock) {
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
  }

  void save(ImportMapping mapping, String actor) {
    var entry =
        new Entry.Put<>(
            ImportMapping.KIND,
            mapping.name(),
            mapping,
            Marking.originatorOnly(Marking.Purpose.ANY_LAWFUL),
            null);
    ledger.append(new Batch(SOURCE, null, clock.instant(), actor, List.of(entry)));
    readers.catchUpBriefly();
  }
}
