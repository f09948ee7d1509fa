package org.tripoint.node.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.notices.NoticeDraft.Stage;

/// What people do with notices. Each step is a record.
@Service
class KeepNotices {

  private final HereAndPartners here;

  KeepNotices(HereAndPartners here) {
    this.here = here;
  }

  /// Why a step was not taken; each has words.
  enum Refusal {
    NOT_OURS,
    NOT_A_PARTNERS,
    NOT_IN_THIS_STATE,
    ANOTHER_PERSON,
    SIGNAL_CLOSED,
    SIGNAL_NOT_YOURS,
    LANGUAGES_MISSING,
    NOTHING_RELEASABLE,
    NO_REASON,
    TOO_LONG
  }

  /// A refusal with its reason.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /// Changes what it says; a released notice gets its next edition.
  @Transactional(rollbackFor = Refused.class)
  public void edit(NoticeView view, NoticeBody body, @Nullable Instant laboratoryFinal, String by)
      throws Refused {
    NoticeDraft draft = toEdit(view, by, here.now());
    here.put(draft.with(body, laboratoryFinal, by, here.now()), by);
  }

  /// What is changed when a notice is: its draft, or the beginning of its next edition.
  static NoticeDraft toEdit(NoticeView view, String by, Instant now) throws Refused {
    return switch (view.state()) {
      case DRAFT, IN_REVIEW -> ours(view);
      case RELEASED -> ours(view).next(by, now);
      case CLOSED, RETRACTED -> throw new Refused(Refusal.NOT_IN_THIS_STATE);
    };
  }

  /// Hands a draft to whoever reviews it.
  @Transactional(rollbackFor = Refused.class)
  public void submit(NoticeView view, String by) throws Refused {
    NoticeDraft draft = in(NoticeState.DRAFT, view);
    requireReleasable(draft);
    here.put(draft.at(Stage.IN_REVIEW, here.now()), by);
  }

  /// Gives a draft back to whoever writes it.
  @Transactional(rollbackFor = Refused.class)
  public void sendBack(NoticeView view, String by) throws Refused {
    here.put(in(NoticeState.IN_REVIEW, view).at(Stage.DRAFT, here.now()), by);
  }

  /// Releases what was reviewed: what partners may have becomes the notice. By another person than
  /// the one who changed it last.
  @Transactional(rollbackFor = Refused.class)
  public void release(NoticeView view, int quorum, String by) throws Refused {
    NoticeDraft draft = in(NoticeState.IN_REVIEW, view);
    if (draft.editedBy().equals(by)) {
      throw new Refused(Refusal.ANOTHER_PERSON);
    }
    requireReleasable(draft);
    Instant now = here.now();
    put(
        new Notice(
            draft.number(),
            draft.edition(),
            here.country(),
            draft.body().releasedTo(Releasability.PARTNERS),
            quorum,
            by,
            now,
            null),
        by);
    here.put(rememberPublic(draft, view).at(Stage.RELEASED, now), by);
  }

  private void put(Notice notice, String by) {
    here.append(
        new Entry.Put<>(Notice.KIND, notice.number(), notice, HereAndPartners.forPartners(), null),
        by);
  }

  private static void requireReleasable(NoticeDraft draft) throws Refused {
    if (draft.body().releasedTo(Releasability.PARTNERS).isBare()) {
      throw new Refused(Refusal.NOTHING_RELEASABLE);
    }
    if (!draft.body().isInAllLanguages()) {
      throw new Refused(Refusal.LANGUAGES_MISSING);
    }
  }

  /// Says that it is over; everybody who has it is told.
  @Transactional(rollbackFor = Refused.class)
  public void close(NoticeView view, String reason, String by) throws Refused {
    ours(view);
    if (view.state() != NoticeState.RELEASED || view.notice().isEmpty()) {
      throw new Refused(Refusal.NOT_IN_THIS_STATE);
    }
    try {
      put(view.notice().get().closed(reason, here.now()), by);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refusal.NO_REASON);
    }
  }

  /// Takes it back: it is withdrawn, and so called back from everybody who had it, and the
  /// retraction says why.
  @Transactional(rollbackFor = Refused.class)
  public void retract(NoticeView view, String reason, String by) throws Refused {
    NoticeDraft draft = ours(view);
    if (view.notice().isEmpty() || view.retraction().isPresent()) {
      throw new Refused(Refusal.NOT_IN_THIS_STATE);
    }
    NoticeRetraction retraction;
    try {
      retraction = new NoticeRetraction(view.number(), here.country(), reason, here.now());
    } catch (IllegalArgumentException e) {
      throw new Refused(Refusal.NO_REASON);
    }
    here.put(rememberPublic(draft, view), by);
    here.append(new Entry.Withdraw(Notice.KIND, view.number(), retraction.reason()), by);
    here.append(
        new Entry.Put<>(
            NoticeRetraction.KIND, view.number(), retraction, HereAndPartners.forPartners(), null),
        by);
  }

  /// What follows must still say that everybody could read what stands now.
  private static NoticeDraft rememberPublic(NoticeDraft draft, NoticeView view) {
    return view.published().isPresent() ? draft.afterPublication() : draft;
  }

  /// Tells a partner that people here have its notice.
  @Transactional(rollbackFor = Refused.class)
  public void acknowledge(NoticeView view, String by) throws Refused {
    Notice notice = standingOfPartner(view);
    here.append(
        new Entry.Put<>(
            NoticeAcknowledgement.KIND,
            notice.number(),
            new NoticeAcknowledgement(
                notice.number(), notice.edition(), here.country(), here.now()),
            HereAndPartners.forPartners(),
            null),
        by);
  }

  /// Publishes a partner's notice together with it.
  @Transactional(rollbackFor = Refused.class)
  public void countersign(NoticeView view, String by) throws Refused {
    Notice notice = standingOfPartner(view);
    here.append(
        new Entry.Put<>(
            NoticeCountersignature.KIND,
            notice.number(),
            new NoticeCountersignature(
                notice.number(), notice.edition(), here.country(), here.now()),
            HereAndPartners.forPartners(),
            null),
        by);
  }

  private static Notice standingOfPartner(NoticeView view) throws Refused {
    if (view.own()) {
      throw new Refused(Refusal.NOT_A_PARTNERS);
    }
    return view.notice().orElseThrow(() -> new Refused(Refusal.NOT_IN_THIS_STATE));
  }

  private static NoticeDraft ours(NoticeView view) throws Refused {
    return view.draft().orElseThrow(() -> new Refused(Refusal.NOT_OURS));
  }

  private static NoticeDraft in(NoticeState state, NoticeView view) throws Refused {
    NoticeDraft draft = ours(view);
    if (view.state() != state) {
      throw new Refused(Refusal.NOT_IN_THIS_STATE);
    }
    return draft;
  }
}
