package org.tripoint.node.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.notices.KeepNotices.Refusal;
import org.tripoint.node.notices.KeepNotices.Refused;
import org.tripoint.node.notices.NoticeDraft.Stage;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.TurnIntoNotice;
import org.tripoint.vocabulary.RecordId;

/// Makes notices of signals. A signal is closed by the notice that holds it, in the same
/// transaction, and only by whom may decide about it.
@Service
class DraftNotices {

  private final HereAndPartners here;
  private final BodyOfSignal body;
  private final LaboratoryFinal laboratory;
  private final TurnIntoNotice signals;

  DraftNotices(
      HereAndPartners here, BodyOfSignal body, LaboratoryFinal laboratory, TurnIntoNotice signals) {
    this.here = here;
    this.body = body;
    this.laboratory = laboratory;
    this.signals = signals;
  }

  /// Begins a notice from a signal.
  ///
  /// @return the number
  @Transactional(rollbackFor = Refused.class)
  public String draft(Item signal, NoticeType type, Urgency urgency, String by) throws Refused {
    Instant now = here.now();
    String number = number(now);
    RecordId record =
        here.put(
            new NoticeDraft(
                number,
                1,
                Stage.DRAFT,
                body.begin(signal, type, urgency),
                List.of(signal.signal()),
                signal.evidence(),
                laboratory.of(signal).orElse(null),
                now,
                by,
                now,
                null),
            by);
    becomes(signal, record, by);
    return number;
  }

  /// Lets a notice tell of one more signal. What is in review goes back to its writers; a released
  /// notice gets its next edition.
  @Transactional(rollbackFor = Refused.class)
  public void add(NoticeView view, Item signal, String by) throws Refused {
    Instant now = here.now();
    NoticeDraft draft = KeepNotices.toEdit(view, by, now);
    RecordId record = here.put(draft.with(signal, body.add(draft.body(), signal), by, now), by);
    becomes(signal, record, by);
  }

  private String number(Instant now) {
    return "%s-%s-%s"
        .formatted(
            here.country().code(),
            DateTimeFormatter.BASIC_ISO_DATE.format(now.atZone(ZoneOffset.UTC).toLocalDate()),
            UUID.randomUUID().toString().substring(0, 8));
  }

  private void becomes(Item signal, RecordId notice, String by) throws Refused {
    switch (signals.turnIntoNotice(signal.signal(), notice, by)) {
      case BECAME_NOTICE -> {}
      case NOT_OPEN -> throw new Refused(Refusal.SIGNAL_CLOSED);
      case NOT_BY_THIS_ACCOUNT -> throw new Refused(Refusal.SIGNAL_NOT_YOURS);
    }
  }
}
