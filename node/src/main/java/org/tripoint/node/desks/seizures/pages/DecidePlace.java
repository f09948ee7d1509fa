package org.tripoint.node.desks.seizures.pages;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PlaceMapping;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;

/// A steward decides in which subdivision a reported place lies. The decision is a record; what the
/// reports say stays as it is.
@Component
class DecidePlace {

  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;

  DecidePlace(AppendRecords ledger, RunReaders readers, Clock clock) {
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
  }

  /// @param key key of the place
  /// @throws IllegalArgumentException if the key names no place, the subdivision is none of its
  ///   country, or the reason is too short or too long
  void decide(String key, String subdivision, String reason, String account) {
    Place place =
        Whereabouts.placeOf(key)
            .orElseThrow(() ->
                new IllegalArgumentException("expected the key of a place, found '" + key + "'"));
    PlaceMapping mapping = new PlaceMapping(place, subdivision, reason.strip(), account);
    Entry decision = new Entry.Put<>(PlaceMapping.KIND, key, mapping, Marking.published(), null);
    ledger.append(
        new Batch("decisions", null, clock.instant(), account, java.util.List.of(decision)));
    readers.catchUpBriefly();
  }
}
