package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.notices.MailList.Recipient;
import org.tripoint.node.notices.NoticeMailing.Says;
import org.tripoint.node.notices.ToldByMail.Reader;
import org.tripoint.node.sharing.ReadShared;

/// Which letters have to go out: what each address should have been told by now, less what it was.
///
/// An edition goes to the addresses of the lists, from the day on which each was added. That it is
/// over, or taken back, goes to every address that had it, also to one that is on no list any more.
@Component
class FindDueMail {

  private static final int MOST_LISTS = 200;

  private final ListNotices notices;
  private final NoticeEntries entries;
  private final ReadShared shared;

  FindDueMail(ListNotices notices, NoticeEntries entries, ReadShared shared) {
    this.notices = notices;
    this.entries = entries;
    this.shared = shared;
  }

  /// The lists of addresses, by their names.
  List<MailList> lists() {
    return entries.list(MailList.KIND, MOST_LISTS).stream()
        .map(Kept::content)
        .sorted(Comparator.comparing(MailList::name))
        .toList();
  }

  /// The letters, those of the latest notice first.
  List<DueMail> list() {
    List<MailList> lists = lists();
    return notices.list().stream()
        .filter(NoticeView::own)
        .flatMap(view -> of(view, lists).stream())
        .toList();
  }

  private List<DueMail> of(NoticeView view, List<MailList> lists) {
    ToldByMail told =
        new ToldByMail(
            entries.listUnder(NoticeMailing.KIND, view.number()).stream()
                .map(Kept::content)
                .toList());
    List<DueMail> due = new ArrayList<>();
    Set<Reader> met = new HashSet<>();
    for (MailList list : lists) {
      if (word(view, list.way()) instanceof Word.Given(NoticeBody body, Notice notice)) {
        for (Recipient one : list.recipients()) {
          Reader reader = new Reader(list.way(), one.address());
          if (met.add(reader)
              && told.isEditionDue(reader, notice.edition(), notice.at(), one.since())) {
            due.add(
                new DueMail(
                    view,
                    notice.edition(),
                    Says.EDITION,
                    Optional.of(body),
                    list.name(),
                    list.way(),
                    list.language(),
                    one.address()));
          }
        }
      }
    }
    told.last()
        .forEach((reader, last) -> {
          Word word = word(view, reader.way());
          Optional<Says> end = end(word);
          if (end.isPresent() && told.isEndDue(reader, end.get())) {
            due.add(
                new DueMail(
                    view,
                    last.edition(),
                    end.get(),
                    word instanceof Word.Over(NoticeBody body)
                        ? Optional.of(body)
                        : Optional.empty(),
                    last.list(),
                    reader.way(),
                    last.language(),
                    reader.address()));
          }
        });
    return due;
  }

  private static Optional<Says> end(Word word) {
    return switch (word) {
      case Word.Given _, Word.NotYet _ -> Optional.empty();
      case Word.Over _ -> Optional.of(Says.CLOSED);
      case Word.TakenBack _ -> Optional.of(Says.TAKEN_BACK);
    };
  }

  /// What people of one right are to be told of a notice now.
  private sealed interface Word {
    /// Nothing new.
    record NotYet() implements Word {}

    /// What it says to them.
    record Given(NoticeBody body, Notice notice) implements Word {}

    /// That it is over.
    record Over(NoticeBody body) implements Word {}

    /// That it does not stand, or not for them.
    record TakenBack() implements Word {}
  }

  private Word word(NoticeView view, MailWay way) {
    if (view.retraction().isPresent()) {
      return new Word.TakenBack();
    }
    if (view.notice().isEmpty()) {
      return new Word.NotYet();
    }
    Notice notice = view.notice().get();
    return switch (way.whom()) {
      case PUBLIC ->
          view.countersignatures().size() < notice.quorum()
              ? new Word.NotYet()
              : say(notice, Releasability.PUBLIC);
      case HOME -> say(notice, Releasability.PARTNERS);
      case PARTNER -> asGiven(view, notice, way);
    };
  }

  private static Word say(Notice notice, Releasability audience) {
    NoticeBody body = notice.body().releasedTo(audience);
    if (body.isBare()) {
      return new Word.TakenBack();
    }
    return notice.isClosed() ? new Word.Over(body) : new Word.Given(body, notice);
  }

  /// A partner's people are told what the disclosure ledger says that they were given, after it
  /// says so.
  private Word asGiven(NoticeView view, Notice notice, MailWay way) {
    Optional<ReadShared.Holder> holder =
        shared.listHolders(view.record()).stream()
            .filter(
                one -> one.partner().equals(way.partner()) && one.audience().equals(way.audience()))
            .findFirst();
    if (holder.isEmpty()) {
      return new Word.NotYet();
    }
    if (!holder.get().holds()) {
      return new Word.TakenBack();
    }
    return holder.get().last().sequence() < view.sequence()
        ? new Word.NotYet()
        : say(notice, Releasability.PARTNERS);
  }
}
