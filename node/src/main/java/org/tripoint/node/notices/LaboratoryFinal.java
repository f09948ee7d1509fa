package org.tripoint.node.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SayWhenFinal;
import org.tripoint.node.signals.SignalState;
import org.tripoint.vocabulary.RecordId;

/// When laboratories were final about what signals rest on, and which of those wait for a notice.
@Component
class LaboratoryFinal {

  /// Results that were final so long before their signal came with their history and hurry nobody.
  private static final Duration LONGEST_UNHEARD = Duration.ofDays(7);

  private static final Set<SignalState> UNDECIDED = Set.of(SignalState.NEW, SignalState.TRIAGED);
  private static final int MOST = 200;

  private final ReadSignals signals;
  private final List<SayWhenFinal> desks;

  LaboratoryFinal(ReadSignals signals, List<SayWhenFinal> desks) {
    this.signals = signals;
    this.desks = List.copyOf(desks);
  }

  /// When the last result that a signal rests on became final; empty where none is a laboratory's.
  Optional<Instant> of(Item signal) {
    return last(signal, finalOf(signal.evidence()));
  }

  /// A signal that nobody decided about yet.
  ///
  /// @param since when the laboratory was final and the node had said so
  record Waiting(Item signal, Instant since) {}

  /// Signals of results that are final, about which nobody decided: not drafted, dismissed or
  /// watched.
  List<Waiting> waiting() {
    List<Item> undecided =
        signals.list(UNDECIDED, Optional.empty(), MOST).stream()
            .filter(one -> !one.isSettledByNode())
            .toList();
    Set<RecordId> evidence = new HashSet<>();
    undecided.forEach(one -> evidence.addAll(one.evidence()));
    Map<RecordId, Instant> known = finalOf(evidence);
    List<Waiting> waiting = new ArrayList<>();
    for (Item one : undecided) {
      last(one, known)
          .filter(its -> one.raised().isBefore(its.plus(LONGEST_UNHEARD)))
          .ifPresent(
              its -> waiting.add(new Waiting(one, its.isAfter(one.raised()) ? its : one.raised())));
    }
    return waiting;
  }

  private static Optional<Instant> last(Item signal, Map<RecordId, Instant> known) {
    return signal.evidence().stream()
        .flatMap(one -> Stream.ofNullable(known.get(one)))
        .max(Instant::compareTo);
  }

  private Map<RecordId, Instant> finalOf(Collection<RecordId> evidence) {
    Map<RecordId, Instant> all = new HashMap<>();
    if (!evidence.isEmpty()) {
      desks.forEach(desk -> all.putAll(desk.whenFinal(evidence)));
    }
    return all;
  }
}
