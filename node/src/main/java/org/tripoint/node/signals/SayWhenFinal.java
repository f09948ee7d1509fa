package org.tripoint.node.signals;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.tripoint.vocabulary.RecordId;

/// A desk's word on when laboratories were final about what signals rest on.
public interface SayWhenFinal {

  /// Since when which of these records are final; those that are no laboratory's, or not final yet,
  /// are left out.
  Map<RecordId, Instant> whenFinal(Collection<RecordId> records);
}
