package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Notices with what belongs to them. A partner's node speaks for its own country only: what it
/// says in another's name counts for nothing.
@Component
class ListNotices {

  private static final int MOST = 500;

  private final NoticeEntries entries;
  private final HereAndPartners here;
  private final NoticeTimes times;

  ListNotices(NoticeEntries entries, HereAndPartners here, NoticeTimes times) {
    this.entries = entries;
    this.here = here;
    this.times = times;
  }

  /// The latest, latest first.
  List<NoticeView> list() {
    Set<String> numbers = new LinkedHashSet<>();
    entries.list(NoticeDraft.KIND, MOST).forEach(one -> numbers.add(one.content().number()));
    entries.list(Notice.KIND, MOST).forEach(one -> numbers.add(one.content().number()));
    entries.list(NoticeRetraction.KIND, MOST).forEach(one -> numbers.add(one.content().number()));
    Map<String, Country> partners = here.partners();
    Set<Country> given = here.given();
    List<NoticeView> views = new ArrayList<>();
    numbers.forEach(number -> view(number, partners, given).ifPresent(views::add));
    views.sort(Comparator.comparing(NoticeView::at).reversed());
    return views;
  }

  Optional<NoticeView> find(String number) {
    return view(number, here.partners(), here.given());
  }

  /// The notice whose draft is this record.
  Optional<NoticeDraft> findByDraft(RecordId record) {
    return entries.find(NoticeDraft.KIND, record).map(Kept::content);
  }

  private Optional<NoticeView> view(
      String number, Map<String, Country> partners, Set<Country> given) {
    Said said = new Said(number, partners);
    Optional<Kept<NoticeDraft>> draft =
        entries.listUnder(NoticeDraft.KIND, number).stream().findFirst();
    Optional<Kept<Notice>> notice = said.last(Notice.KIND, Notice::from);
    Optional<Kept<NoticeRetraction>> retraction =
        said.last(NoticeRetraction.KIND, NoticeRetraction::from);
    Optional<? extends Kept<?>> stands =
        notice.isPresent() ? notice : draft.isPresent() ? draft : retraction;
    if (stands.isEmpty()) {
      return Optional.empty();
    }
    Country from = Country.of(number.substring(0, 2));
    int edition = notice.map(one -> one.content().edition()).orElse(0);
    boolean isOver =
        retraction.isPresent() || notice.filter(one -> one.content().isClosed()).isPresent();
    List<NoticeAcknowledgement> acknowledgements =
        said.each(NoticeAcknowledgement.KIND, NoticeAcknowledgement::from).stream()
            .filter(one -> one.edition() == edition)
            .toList();
    return Optional.of(
        new NoticeView(
            number,
            from.equals(here.country()),
            from,
            draft.map(Kept::content),
            notice.map(Kept::content),
            retraction.map(Kept::content),
            stands.get().record(),
            stands.get().sequence(),
            acknowledgements,
            said.each(NoticeCountersignature.KIND, NoticeCountersignature::from).stream()
                .filter(one -> one.edition() == edition)
                .toList(),
            draft
                .map(one -> times.of(one.content(), isOver, acknowledgements, given, here.now()))
                .orElse(List.of())));
  }

  /// What was said about one notice, by whoever may say it.
  private final class Said {
    private final String number;
    private final Map<String, Country> partners;

    Said(String number, Map<String, Country> partners) {
      this.number = number;
      this.partners = partners;
    }

    private <C extends Record & Filed> List<Kept<C>> believed(
        Kind<C> kind, Function<C, Country> from) {
      return entries.listUnder(kind, number).stream()
          .filter(one ->
              from.apply(one.content())
                  .equals(HereAndPartners.makerOf(one.origin(), here.country(), partners)))
          .toList();
    }

    /// What the country of the notice itself said last.
    <C extends Record & Filed> Optional<Kept<C>> last(Kind<C> kind, Function<C, Country> from) {
      return believed(kind, from).stream()
          .filter(one -> number.startsWith(from.apply(one.content()).code()))
          .reduce((earlier, later) -> later);
    }

    /// What each other country said last.
    <C extends Record & Filed> List<C> each(Kind<C> kind, Function<C, Country> from) {
      Map<Country, C> last = new TreeMap<>();
      believed(kind, from).stream()
          .map(Kept::content)
          .filter(one -> !number.startsWith(from.apply(one).code()))
          .forEach(one -> last.put(from.apply(one), one));
      return List.copyOf(last.values());
    }
  }
}
