package org.tripoint.node.detectors.adjacency;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Puts what a person decided about two places into the ledger.
@Service
public class KeepAdjacencies {

  private static final String SOURCE = "detectors";

  private final AppendRecords ledger;
  private final Clock clock;

  KeepAdjacencies(AppendRecords ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Keeps how two places are next to each other, in any order.
  ///
  /// @throws IllegalArgumentException if they are no two areas of the three countries, or a reason
  ///   is missing
  public void keep(String left, String right, Adjacency adjacency, String reason, String account) {
    if (!ShippedAdjacencies.areas().containsAll(List.of(left, right))) {
      throw new IllegalArgumentException("expected two areas, found " + left + ", " + right);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PlaceAdjacency its = PlaceAdjacency.between(left, right, adjacency, reason, account, now);
    Entry entry =
        new Entry.Put<>(
            PlaceAdjacency.KIND, its.key(), its, Marking.originatorOnly(Purpose.ANY_LAWFUL), null);
    ledger.append(new Batch(SOURCE, null, now, account, List.of(entry)));
  }
}
