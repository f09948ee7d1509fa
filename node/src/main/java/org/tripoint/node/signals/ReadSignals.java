package org.tripoint.node.signals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.vocabulary.RecordId;

/// The inbox.
public interface ReadSignals {

  /// Signals nobody has looked at.
  long countWaiting();

  /// Newest first, at most `limit`, older than `before` when it is given by the last row of the
  /// page before.
  List<Item> list(Set<SignalState> states, Optional<Instant> before, int limit);

  Optional<Item> find(RecordId signal);

  /// Signals raised after the instant.
  long countRaisedSince(Instant instant);

  /// A signal as the inbox lists it.
  ///
  /// @param raised when it was first raised
  /// @param evidenceEmptied true when content it rested on was emptied
  record Item(
      RecordId signal,
      String detector,
      String titleKey,
      List<String> titleArguments,
      List<RecordId> evidence,
      List<ScorePart> parts,
      String link,
      SignalState state,
      String reason,
      String decidedBy,
      Instant raised,
      boolean evidenceEmptied) {}
}
