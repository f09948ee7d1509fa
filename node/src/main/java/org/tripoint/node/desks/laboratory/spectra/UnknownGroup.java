package org.tripoint.node.desks.laboratory.spectra;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Near;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;

/// Kept unknowns that are like one another, with what was last said of each.
///
/// @param members at least one, in the order of the ledger
/// @param said by record; absent for one that was not searched yet
record UnknownGroup(List<Kept> members, Map<RecordId, Said> said) {

  /// How far something is named.
  enum State {
    /// Some of it is named by an answer.
    NAMED,
    /// Its family is known.
    FAMILY,
    UNKNOWN,
    /// Nothing was searched yet.
    WAITING
  }

  UnknownGroup {
    members = List.copyOf(members);
  }

  /// The spectrum that the others are like.
  Kept first() {
    return members.getFirst();
  }

  PartialDate since() {
    return members.stream()
        .map(one -> one.content().date())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  PartialDate last() {
    return members.stream()
        .map(one -> one.content().date())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// Keys of the places, each once, in the order in which it was seen there.
  List<String> places() {
    return members.stream()
        .sorted(Comparator.comparing(one -> one.content().date()))
        .map(one -> one.content().place().key())
        .distinct()
        .toList();
  }

  State state() {
    List<Said> all = answers();
    if (all.isEmpty()) {
      return State.WAITING;
    }
    if (all.stream().anyMatch(Said::isNamed)) {
      return State.NAMED;
    }
    return all.stream().anyMatch(one -> !one.family().isEmpty()) ? State.FAMILY : State.UNKNOWN;
  }

  /// The surest answer: one that names, then one of a family, then by confidence.
  Optional<Said> surest() {
    return answers().stream()
        .max(
            Comparator.comparing(Said::isNamed)
                .thenComparing(one -> !one.family().isEmpty())
                .thenComparing(Said::confidence));
  }

  /// Names of the surest answer; none where it names nothing.
  List<String> names() {
    return surest().stream()
        .flatMap(one -> one.near().stream())
        .filter(Near::named)
        .map(Near::name)
        .distinct()
        .toList();
  }

  private List<Said> answers() {
    return members.stream()
        .flatMap(one -> Optional.ofNullable(said.get(one.record())).stream())
        .toList();
  }
}
