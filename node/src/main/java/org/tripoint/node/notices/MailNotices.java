package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.notices.MailWaiting.Waiting;
import org.tripoint.node.notices.mail.MailServer;
import org.tripoint.node.notices.mail.MailServer.Answer;
import org.tripoint.node.notices.mail.MailServer.Outcome;
import org.tripoint.node.notices.mail.MailServer.Unreachable;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;

/// Hands letters that are due to the mail server, and keeps in the ledger what became of each.
///
/// A letter that the server took while this node stopped before it had written so is handed over
/// again, under the same Message-ID: twice rather than never.
@Component
class MailNotices {

  /// Who appends what became of letters.
  static final String ACTOR = "mail";

  private static final String REFUSED = "notices.mail.refused";

  private final FindDueMail find;
  private final WriteLetter write;
  private final MailServer server;
  private final MailWaiting waiting;
  private final HereAndPartners here;
  private final RaiseSignal signals;

  MailNotices(
      FindDueMail find,
      WriteLetter write,
      MailServer server,
      MailWaiting waiting,
      HereAndPartners here,
      RaiseSignal signals) {
    this.find = find;
    this.write = write;
    this.server = server;
    this.waiting = waiting;
    this.here = here;
    this.signals = signals;
  }

  /// Hands over what is due and was not tried a short while ago.
  void send() {
    List<DueMail> due = find.list();
    waiting.keepOnly(due.stream().map(DueMail::id).collect(Collectors.toSet()));
    Map<String, Waiting> before = waiting.all();
    Instant now = here.now();
    List<DueMail> ready = due.stream().filter(one -> isReady(before.get(one.id()), now)).toList();
    if (!ready.isEmpty()) {
      send(ready, before);
    }
  }

  private static boolean isReady(@Nullable Waiting last, Instant now) {
    return last == null || !last.next().isAfter(now);
  }

  private void send(List<DueMail> ready, Map<String, Waiting> before) {
    int done = 0;
    try (MailServer.Connection connection = server.connect()) {
      for (DueMail one : ready) {
        take(one, connection.hand(write.of(one)), before);
        done++;
      }
    } catch (Unreachable e) {
      String why = String.valueOf(e.getMessage());
      ready
          .subList(done, ready.size())
          .forEach(one -> waiting.failed(one.id(), why, before, here.now()));
    }
  }

  private void take(DueMail one, Answer answer, Map<String, Waiting> before) {
    if (answer.outcome() == Outcome.LATER) {
      waiting.failed(one.id(), answer.said(), before, here.now());
    } else {
      here.append(
          new Entry.Put<>(
              NoticeMailing.KIND,
              one.id() + "/" + here.now(),
              mailing(one, answer),
              HereAndPartners.own(),
              null),
          ACTOR);
      waiting.settled(one.id(), here.now());
      if (answer.outcome() == Outcome.REFUSED) {
        tellRefused(one.notice(), one.id(), answer.said());
      }
    }
  }

  private void tellRefused(NoticeView view, String letter, String said) {
    signals.raise(
        new Signal(
            REFUSED,
            letter,
            REFUSED + ".title",
            List.of(view.from().code(), view.number()),
            List.of(view.record()),
            List.of(new ScorePart(REFUSED + ".why", BigDecimal.ONE, said)),
            "/notices/mail"));
  }

  private NoticeMailing mailing(DueMail one, Answer answer) {
    return new NoticeMailing(
        one.notice().number(),
        one.edition(),
        one.says(),
        one.list(),
        one.way(),
        one.language(),
        one.address(),
        one.id(),
        answer.outcome(),
        answer.said(),
        here.now());
  }
}
