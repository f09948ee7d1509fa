package org.tripoint.node.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// A notice with all that belongs to it.
///
/// @param own true when this country says it
/// @param from the country that says it
/// @param draft what people write here; empty for a partner's
/// @param notice what stands; empty before the first release and after a retraction
/// @param record of what stands, else of the draft, else of the retraction
/// @param sequence the version of that record
/// @param acknowledgements of the edition that stands, one for each country
/// @param countersignatures of the edition that stands, one for each country
/// @param clocks those that run or ran for it
public record NoticeView(
    String number,
    boolean own,
    Country from,
    Optional<NoticeDraft> draft,
    Optional<Notice> notice,
    Optional<NoticeRetraction> retraction,
    RecordId record,
    long sequence,
    List<NoticeAcknowledgement> acknowledgements,
    List<NoticeCountersignature> countersignatures,
    List<NoticeClock> clocks) {

  public NoticeView {
    acknowledgements = List.copyOf(acknowledgements);
    countersignatures = List.copyOf(countersignatures);
    clocks = List.copyOf(clocks);
  }

  /// As those outside see it, who know of no edition that is still being written.
  NoticeView asGiven() {
    return new NoticeView(
        number,
        own,
        from,
        Optional.empty(),
        notice,
        retraction,
        record,
        sequence,
        acknowledgements,
        countersignatures,
        List.of());
  }

  public NoticeState state() {
    if (retraction.isPresent()) {
      return NoticeState.RETRACTED;
    }
    if (notice.filter(Notice::isClosed).isPresent()) {
      return NoticeState.CLOSED;
    }
    return draft
        .map(NoticeDraft::stage)
        .map(stage ->
            switch (stage) {
              case DRAFT -> NoticeState.DRAFT;
              case IN_REVIEW -> NoticeState.IN_REVIEW;
              case RELEASED -> NoticeState.RELEASED;
            })
        .orElse(NoticeState.RELEASED);
  }

  /// True while it may still be changed here, be it by another edition.
  public boolean isOpen() {
    return own
        && draft.isPresent()
        && state() != NoticeState.CLOSED
        && state() != NoticeState.RETRACTED;
  }

  /// What a person here reads: all that is written where it is ours, what was given where not;
  /// empty for a partner's notice that was called back.
  public Optional<NoticeBody> body() {
    return draft.map(NoticeDraft::body).or(() -> notice.map(Notice::body));
  }

  public String title(Page page) {
    return body()
        .map(body -> body.title().in(page.language()))
        .filter(title -> !title.isBlank())
        .orElse(number);
  }

  public boolean isUrgent() {
    return body().filter(one -> one.urgency() == Urgency.URGENT).isPresent();
  }

  public boolean isLate() {
    return clocks.stream().anyMatch(NoticeClock::late);
  }

  /// What of it everybody may read: only of an edition that stands and that enough partners have
  /// countersigned.
  public Optional<NoticeBody> published() {
    return notice
        .filter(one -> retraction.isEmpty() && countersignatures.size() >= one.quorum())
        .map(one -> one.body().releasedTo(Releasability.PUBLIC))
        .filter(body -> !body.isBare());
  }

  /// True when everybody may read a part of it, or could before it was taken back or changed.
  boolean wasEverPublic() {
    return published().isPresent() || draft.filter(NoticeDraft::wasEverPublic).isPresent();
  }

  /// When what everybody may read of it last changed: with an edition, its last countersignature,
  /// its closure or its retraction.
  Instant publicChange() {
    return Stream.of(
            retraction.map(NoticeRetraction::at).stream(),
            notice.map(Notice::at).stream(),
            countersignatures.stream().map(NoticeCountersignature::at))
        .flatMap(one -> one)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  public boolean isAcknowledgedBy(Country country) {
    return acknowledgements.stream().anyMatch(one -> one.from().equals(country));
  }

  public boolean isCountersignedBy(Country country) {
    return countersignatures.stream().anyMatch(one -> one.from().equals(country));
  }

  /// When something last happened to it.
  public Instant at() {
    return retraction
        .map(NoticeRetraction::at)
        .or(() ->
            draft.filter(one -> one.stage() != NoticeDraft.Stage.RELEASED).map(NoticeDraft::at))
        .or(() -> notice.map(Notice::at))
        .or(() -> draft.map(NoticeDraft::at))
        .orElse(Instant.EPOCH);
  }
}
