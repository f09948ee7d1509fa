package org.tripoint.node.substances;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.SubstanceId.AsReported;

/// A steward decides which family a name as reported is counted under. The decision is a record.
@Component
class MapSubstance {

  private final SubstanceLists lists;
  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;

  MapSubstance(SubstanceLists lists, AppendRecords ledger, RunReaders readers, Clock clock) {
    this.lists = lists;
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
  }

  /// @throws IllegalArgumentException if the family is unknown or the reason too short or too long
  void map(String reportedName, String family, String reason, String account) {
    if (!lists.families().contains(family)) {
      throw new IllegalArgumentException("expected a family, found '" + family + "'");
    }
    AsReported reported = new AsReported(reportedName.strip());
    SubstanceMapping mapping = new SubstanceMapping(reported, family, reason.strip(), account);
    Entry decision =
        new Entry.Put<>(SubstanceMapping.KIND, reported.key(), mapping, Marking.published(), null);
    ledger.append(new Batch("decisions", null, clock.instant(), account, List.of(decision)));
    readers.catchUpBriefly();
  }
}
