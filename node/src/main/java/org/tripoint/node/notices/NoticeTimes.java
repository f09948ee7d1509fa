package org.tripoint.node.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.NoticeClock.Step;
import org.tripoint.node.notices.NoticeDraft.Stage;
import org.tripoint.vocabulary.Country;

/// How soon each step of a notice has to be done: this node's own settings.
///
/// @param draft `tripoint.notices.draft`: from the laboratory's final word to a draft
/// @param release `tripoint.notices.release`: from the draft to its release
/// @param urgent `tripoint.notices.release-urgent`: the same for an urgent notice
/// @param acknowledge `tripoint.notices.acknowledge`: from the release of an urgent notice to each
///   partner's acknowledgement
@Component
public record NoticeTimes(
    @Value("${tripoint.notices.draft:24h}") Duration draft,
    @Value("${tripoint.notices.release:48h}") Duration release,
    @Value("${tripoint.notices.release-urgent:12h}") Duration urgent,
    @Value("${tripoint.notices.acknowledge:24h}") Duration acknowledge) {

  public NoticeTimes {
    for (Duration one : List.of(draft, release, urgent, acknowledge)) {
      if (one.isNegative() || one.isZero()) {
        throw new IllegalArgumentException("expected tripoint.notices times above 0");
      }
    }
  }

  /// The clocks of a notice of this country. When an edition was released is what its draft says: a
  /// closure has a day of its own, and a notice that was taken back is no more.
  ///
  /// @param isOver true once it is closed or taken back: what was not done then is waited for no
  ///   more
  /// @param partners countries that have to acknowledge an urgent one
  List<NoticeClock> of(
      NoticeDraft draft,
      boolean isOver,
      List<NoticeAcknowledgement> acknowledgements,
      Set<Country> partners,
      Instant now) {
    return all(draft, acknowledgements, partners, now).stream()
        .filter(one -> !isOver || one.met() != null)
        .toList();
  }

  private List<NoticeClock> all(
      NoticeDraft draft,
      List<NoticeAcknowledgement> acknowledgements,
      Set<Country> partners,
      Instant now) {
    List<NoticeClock> clocks = new ArrayList<>();
    Instant laboratory = draft.laboratoryFinal();
    if (laboratory != null) {
      clocks.add(NoticeClock.of(Step.DRAFT, laboratory.plus(this.draft), draft.draftedAt(), now));
    }
    boolean isUrgent = draft.body().urgency() == Urgency.URGENT;
    @Nullable Instant released = draft.stage() == Stage.RELEASED ? draft.at() : null;
    clocks.add(
        NoticeClock.of(
            Step.RELEASE, draft.draftedAt().plus(isUrgent ? urgent : release), released, now));
    if (isUrgent && released != null && !partners.isEmpty()) {
      clocks.add(
          NoticeClock.of(
              Step.ACKNOWLEDGE, released.plus(acknowledge), last(acknowledgements, partners), now));
    }
    return clocks;
  }

  /// When the last of the partners acknowledged; null while one has not.
  private static @Nullable Instant last(
      List<NoticeAcknowledgement> acknowledgements, Set<Country> partners) {
    return acknowledgements.stream().map(NoticeAcknowledgement::from).toList().containsAll(partners)
        ? acknowledgements.stream()
            .map(NoticeAcknowledgement::at)
            .max(Comparator.naturalOrder())
            .orElse(null)
        : null;
  }
}
