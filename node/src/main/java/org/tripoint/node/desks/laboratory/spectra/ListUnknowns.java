package org.tripoint.node.desks.laboratory.spectra;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;

/// Groups of kept unknowns with what was last said of them, the most often seen first.
@Component
class ListUnknowns {

  private static final Comparator<UnknownGroup> MOST_SEEN =
      Comparator.comparingInt((UnknownGroup group) -> -group.members().size())
          .thenComparing(UnknownGroup::last, Comparator.<PartialDate>naturalOrder().reversed())
          .thenComparing(group -> group.first().record());

  private final GroupUnknowns groups;
  private final KeptAnswers answers;

  ListUnknowns(GroupUnknowns groups, KeptAnswers answers) {
    this.groups = groups;
    this.answers = answers;
  }

  /// @param state name of a state, or "" for any
  /// @param place key of a place, or "" for any
  List<UnknownGroup> list(String state, String place) {
    return all().stream()
        .filter(group -> state.isEmpty() || group.state().name().equals(state))
        .filter(group -> place.isEmpty() || group.places().contains(place))
        .sorted(MOST_SEEN)
        .toList();
  }

  List<UnknownGroup> all() {
    Map<RecordId, Said> said = answers.all();
    return groups.groups().stream().map(members -> new UnknownGroup(members, said)).toList();
  }

  /// The group in which a record is.
  Optional<UnknownGroup> find(String record) {
    return all().stream()
        .filter(group ->
            group.members().stream().anyMatch(one -> one.record().toString().equals(record)))
        .findFirst();
  }
}
