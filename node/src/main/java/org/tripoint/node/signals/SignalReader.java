package org.tripoint.node.signals;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.Happening.What;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.Severity.Level;
import org.tripoint.vocabulary.RecordId;

/// Keeps this room's tables from the ledger: each signal as its newest version says it, the
/// decisions that stand, and all that happened.
@Component
class SignalReader implements LedgerReader {

  private final JdbcClient jdbc;

  SignalReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "signals";
  }

  @Override
  public String layout() {
    return "3";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        SignalContent.KIND.name(),
        SignalTriage.KIND.name(),
        SignalAssignment.KIND.name(),
        SignalNote.KIND.name(),
        SignalJudgement.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      switch (version.header().kind()) {
        case "signal" -> version.content(SignalContent.KIND).ifPresent(one -> keep(change, one));
        case "signal-triage" ->
            version.content(SignalTriage.KIND).ifPresent(one -> keep(change, one));
        case "signal-assignment" ->
            version.content(SignalAssignment.KIND).ifPresent(one -> keep(change, one));
        case "signal-note" -> version.content(SignalNote.KIND).ifPresent(one -> keep(change, one));
        case "signal-judgement" ->
            version.content(SignalJudgement.KIND).ifPresent(one -> keep(change, one));
        default ->
            throw new IllegalStateException(
                "expected a kind of this room, found " + version.header().kind());
      }
    }
  }

  private void keep(RecordChange change, SignalContent signal) {
    VersionHeader header = change.version().header();
    UUID[] evidence = signal.evidence().stream().map(RecordId::value).toArray(UUID[]::new);
    happened(header, header.record(), What.FOUND, "", "", evidence);
    if (change.isCurrent()) {
      put(header, signal, evidence);
    }
    count(header.record());
  }

  private void put(VersionHeader header, SignalContent signal, UUID[] evidence) {
    @Nullable Severity severity = signal.severity();
    @Nullable Confidence confidence = signal.confidence();
    List<Level> aspects = severity == null ? List.of() : severity.aspects();
    @Nullable About said = signal.about();
    About about = said == null ? About.NOTHING : said;
    @Nullable Topic topic = about.topic();
    List<PeriodCount> periods = about.periods();
    jdbc.sql(
            """
            insert into signals.signal
              (record, sequence, detector, title_key, title_arguments, evidence, part_rules,
               part_values, part_found, link, severity, aspects, aspect_levels, aspect_found,
               confidence, topic, substances, period_from, period_to, period_reports,
               period_expectation, period_bound, raised, last_found, times_found)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?,
              ?, ?, ?, ?, ?, ?, 1)
            on conflict (record) do update set
              sequence = excluded.sequence, title_key = excluded.title_key,
              title_arguments = excluded.title_arguments, evidence = excluded.evidence,
              part_rules = excluded.part_rules, part_values = excluded.part_values,
              part_found = excluded.part_found, link = excluded.link,
              severity = excluded.severity, aspects = excluded.aspects,
              aspect_levels = excluded.aspect_levels, aspect_found = excluded.aspect_found,
              confidence = excluded.confidence, topic = excluded.topic,
              substances = excluded.substances, period_from = excluded.period_from,
              period_to = excluded.period_to, period_reports = excluded.period_reports,
              period_expectation = excluded.period_expectation,
              period_bound = excluded.period_bound
            """)
        .params(
            header.record().value(),
            header.sequence(),
            signal.detector(),
            signal.titleKey(),
            signal.titleArguments().toArray(String[]::new),
            evidence,
            signal.parts().stream().map(ScorePart::ruleKey).toArray(String[]::new),
            signal.parts().stream().map(ScorePart::value).toArray(BigDecimal[]::new),
            signal.parts().stream().map(ScorePart::found).toArray(String[]::new),
            signal.link(),
            severity == null ? 0 : severity.suggested(),
            aspects.stream().map(one -> one.aspect().name()).toArray(String[]::new),
            aspects.stream().map(Level::level).toArray(Integer[]::new),
            aspects.stream().map(Level::found).toArray(String[]::new),
            confidence == null ? "" : confidence.name(),
            topic == null ? "" : topic.name(),
            about.substances().toArray(String[]::new),
            periods.stream().map(one -> Date.valueOf(one.from())).toArray(Date[]::new),
            periods.stream().map(one -> Date.valueOf(one.to())).toArray(Date[]::new),
            periods.stream().map(PeriodCount::reports).toArray(Integer[]::new),
            periods.stream().map(PeriodCount::expectation).toArray(BigDecimal[]::new),
            periods.stream().map(PeriodCount::alarmBound).toArray(BigDecimal[]::new),
            Timestamp.from(header.published()),
            Timestamp.from(header.published()))
        .update();
  }

  /// How often it was found and when, from the versions that still say so.
  private void count(RecordId signal) {
    jdbc.sql(
            """
            update signals.signal s
            set raised = f.first, last_found = f.last, times_found = f.times
            from (select min(at) as first, max(at) as last, count(*) as times
                  from signals.happening where signal = ? and what = 'FOUND') f
            where s.record = ? and f.times > 0
            """)
        .params(signal.value(), signal.value())
        .update();
  }

  private void keep(RecordChange change, SignalTriage triage) {
    VersionHeader header = change.version().header();
    happened(header, triage.signal(), What.DECIDED, triage.state().name(), triage.reason());
    if (!change.isCurrent()) {
      return;
    }
    RecordId notice = triage.notice();
    jdbc.sql(
            """
            insert into signals.triage
              (record, signal, sequence, state, reason, decided_by, decided, notice)
            values (?, ?, ?, ?, ?, ?, ?, nullif(?, '')::uuid)
            on conflict (signal) do update set
              record = excluded.record, sequence = excluded.sequence, state = excluded.state, reason = excluded.reason,
              decided_by = excluded.decided_by, decided = excluded.decided,
              notice = excluded.notice
            """)
        .params(
            header.record().value(),
            triage.signal().value(),
            header.sequence(),
            triage.state().name(),
            triage.reason(),
            triage.decidedBy(),
            Timestamp.from(header.published()),
            notice == null ? "" : notice.toString())
        .update();
  }

  private void keep(RecordChange change, SignalAssignment assignment) {
    VersionHeader header = change.version().header();
    happened(header, assignment.signal(), What.ASSIGNED, assignment.assignee(), assignment.note());
    if (change.isCurrent()) {
      jdbc.sql(
              """
              insert into signals.assignment (record, signal, sequence, assignee)
              values (?, ?, ?, ?)
              on conflict (signal) do update set
                record = excluded.record, sequence = excluded.sequence, assignee = excluded.assignee
              """)
          .params(
              header.record().value(),
              assignment.signal().value(),
              header.sequence(),
              assignment.assignee())
          .update();
    }
  }

  private void keep(RecordChange change, SignalNote note) {
    happened(change.version().header(), note.signal(), What.NOTED, "", note.note());
  }

  private void keep(RecordChange change, SignalJudgement judgement) {
    VersionHeader header = change.version().header();
    happened(header, judgement.signal(), What.JUDGED, judgement.verdict().name(), judgement.note());
    if (change.isCurrent()) {
      jdbc.sql(
              """
              insert into signals.judgement (record, signal, sequence, verdict)
              values (?, ?, ?, ?)
              on conflict (signal) do update set
                record = excluded.record, sequence = excluded.sequence, verdict = excluded.verdict
              """)
          .params(
              header.record().value(),
              judgement.signal().value(),
              header.sequence(),
              judgement.verdict().name())
          .update();
    }
  }

  private void happened(
      VersionHeader header,
      RecordId signal,
      What what,
      String value,
      String said,
      UUID... evidence) {
    jdbc.sql(
            """
            insert into signals.happening
              (sequence, signal, at, what, account, value, said, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            header.sequence(),
            signal.value(),
            Timestamp.from(header.published()),
            what.name(),
            header.actor(),
            value,
            said,
            evidence)
        .update();
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    VersionHeader header = version.header();
    jdbc.sql("delete from signals.happening where sequence = ?").param(header.sequence()).update();
    switch (header.kind()) {
      case "signal" -> {
        forget("delete from signals.signal where sequence = ?", header);
        count(header.record());
      }
      case "signal-triage" -> forget("delete from signals.triage where sequence = ?", header);
      case "signal-assignment" ->
          forget("delete from signals.assignment where sequence = ?", header);
      case "signal-judgement" -> forget("delete from signals.judgement where sequence = ?", header);
      default -> forgetEvidence(header.record().value());
    }
  }

  private void forget(String delete, VersionHeader header) {
    jdbc.sql(delete).param(header.sequence()).update();
  }

  private void forgetEvidence(UUID record) {
    jdbc.sql(
            """
            update signals.signal set evidence_emptied = true, title_arguments = '{}',
              part_found = array_fill(''::text, array[cardinality(part_found)]),
              aspect_found = array_fill(''::text, array[cardinality(aspect_found)]),
              substances = '{}', period_from = '{}', period_to = '{}', period_reports = '{}',
              period_expectation = '{}', period_bound = '{}'
            where ? = any (evidence)
            """)
        .param(record)
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql(
            """
            truncate signals.signal, signals.triage, signals.assignment, signals.judgement,
              signals.happening
            """)
        .update();
  }
}
