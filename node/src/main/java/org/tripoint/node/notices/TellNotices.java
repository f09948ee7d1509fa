package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.notices.MailWaiting.Waiting;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.vocabulary.RecordId;

/// Tells people of partners' notices and of those taken back, once for each edition; and of clocks
/// of our own that have run out, of signals of final results that nobody drafted in time and of
/// letters that do not go out, until what was late is done.
@Component
class TellNotices {

  private static final String PARTNER = "notices.partner";
  private static final String RETRACTED = "notices.retracted";
  private static final String LATE = "notices.late";
  private static final String UNDRAFTED = "notices.undrafted";
  private static final String STUCK = "notices.mail.stuck";
  private static final Duration LONGEST_ON_THE_WAY = Duration.ofHours(1);

  private final ListNotices notices;
  private final FindDueMail mail;
  private final MailWaiting waiting;
  private final LaboratoryFinal laboratory;
  private final NoticeTimes times;
  private final HereAndPartners here;
  private final RaiseSignal signals;
  private final JdbcTemplate jdbc;

  TellNotices(
      ListNotices notices,
      FindDueMail mail,
      MailWaiting waiting,
      LaboratoryFinal laboratory,
      NoticeTimes times,
      HereAndPartners here,
      RaiseSignal signals,
      JdbcTemplate jdbc) {
    this.notices = notices;
    this.mail = mail;
    this.waiting = waiting;
    this.laboratory = laboratory;
    this.times = times;
    this.here = here;
    this.signals = signals;
    this.jdbc = jdbc;
  }

  /// Raises and settles what has to be.
  @Transactional
  public void tell() {
    Set<String> late = new HashSet<>(tellStuck());
    late.addAll(tellUndrafted());
    for (NoticeView view : notices.list()) {
      if (view.own()) {
        view.clocks().stream()
            .filter(NoticeClock::isOverdue)
            .forEach(clock -> late.add(tellLate(view, clock)));
      } else {
        tellPartners(view);
      }
    }
    settle(late);
  }

  private Set<String> tellStuck() {
    Map<String, Waiting> tried = waiting.longerThan(LONGEST_ON_THE_WAY, here.now());
    Set<String> stuck = new HashSet<>();
    if (!tried.isEmpty()) {
      for (DueMail one : mail.list()) {
        Waiting last = tried.get(one.id());
        String key = STUCK + "/" + one.notice().number();
        if (last != null && stuck.add(key)) {
          tell(key, signal(STUCK, key, one.notice(), last.problem()));
        }
      }
    }
    return stuck;
  }

  private Set<String> tellUndrafted() {
    Set<String> undrafted = new HashSet<>();
    for (LaboratoryFinal.Waiting one : laboratory.waiting()) {
      Instant due = one.since().plus(times.draft());
      if (here.now().isAfter(due)) {
        String key = UNDRAFTED + "/" + one.signal().signal();
        undrafted.add(key);
        tell(key, undrafted(key, one.signal().signal(), due));
      }
    }
    return undrafted;
  }

  private static Signal undrafted(String key, RecordId signal, Instant due) {
    return new Signal(
        UNDRAFTED,
        key,
        UNDRAFTED + ".title",
        List.of(),
        List.of(signal),
        List.of(new ScorePart(UNDRAFTED + ".why", BigDecimal.ONE, dayOf(due).toString())),
        "/signals/" + signal);
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private void tellPartners(NoticeView view) {
    if (view.retraction().isPresent()) {
      String key = RETRACTED + "/" + view.number();
      tell(key, signal(RETRACTED, view.number(), view, view.retraction().get().reason()));
    } else {
      Notice notice = view.notice().orElseThrow();
      boolean closed = notice.isClosed();
      tell(
          "%s/%s/%s/%s".formatted(PARTNER, view.number(), notice.edition(), closed),
          signal(
              PARTNER, view.number(), view, closed ? "closed" : String.valueOf(notice.edition())));
    }
  }

  private String tellLate(NoticeView view, NoticeClock clock) {
    String key =
        LATE
            + "/"
            + view.number()
            + "/"
            + view.draft().orElseThrow().edition()
            + "/"
            + clock.step();
    tell(key, signal(LATE, key, view, dayOf(clock.due()).toString()));
    return key;
  }

  private void tell(String key, Signal signal) {
    List<Boolean> told =
        jdbc.queryForList("select open from notices.told where key = ?", Boolean.class, key);
    if (told.isEmpty()) {
      jdbc.update(
          "insert into notices.told (key, signal, open) values (?, ?, true)",
          key,
          signals.raise(signal).value());
    } else if (!told.getFirst()) {
      signals.reopen(signal);
      jdbc.update("update notices.told set open = true where key = ?", key);
    }
  }

  private static Signal signal(String detector, String key, NoticeView view, String found) {
    return new Signal(
        detector,
        key,
        detector + ".title",
        List.of(view.from().code(), view.number()),
        List.of(view.record()),
        List.of(new ScorePart(detector + ".why", BigDecimal.ONE, found)),
        "/notices/" + view.number());
  }

  private void settle(Set<String> late) {
    jdbc
        .query(
            """
            select key, signal from notices.told
            where open and (key like 'notices.late/%' or key like 'notices.undrafted/%'
              or key like 'notices.mail.stuck/%')
            """,
            (row, number) -> new Told(row.getString(1), row.getObject(2, UUID.class)))
        .stream()
        .filter(told -> !late.contains(told.key()))
        .forEach(told -> {
          signals.settle(new RecordId(told.signal()));
          jdbc.update("update notices.told set open = false where key = ?", told.key());
        });
  }

  private record Told(String key, UUID signal) {}
}
