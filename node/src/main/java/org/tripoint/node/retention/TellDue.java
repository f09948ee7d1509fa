package org.tripoint.node.retention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.sharing.FindAgreement;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Tells people of what is due within thirty days or overdue: one signal for each reason and month,
/// which closes by itself once nothing of it is left. What is overdue belongs to the month that it
/// is.
@Component
class TellDue {

  static final String DETECTOR = "retention.due";
  private static final int AHEAD_DAYS = 30;

  private final JdbcTemplate jdbc;
  private final ReadRetention read;
  private final FindAgreement agreements;
  private final RaiseSignal signals;
  private final RetentionDay day;

  TellDue(
      JdbcTemplate jdbc,
      ReadRetention read,
      FindAgreement agreements,
      RaiseSignal signals,
      RetentionDay day) {
    this.jdbc = jdbc;
    this.read = read;
    this.agreements = agreements;
    this.signals = signals;
    this.day = day;
  }

  /// @param some one of the records that are due
  private record DueMonth(String why, YearMonth month, LocalDate first, RecordId some) {
    String key() {
      return why + "/" + month;
    }
  }

  private record Told(String key, UUID signal) {}

  /// Raises and closes what has to be.
  @Transactional
  public void tell() {
    List<DueMonth> due = due();
    Set<String> keys = new HashSet<>();
    for (DueMonth one : due) {
      keys.add(one.key());
      Boolean open =
          jdbc
              .queryForList(
                  "select open from retention.told where key = ?", Boolean.class, one.key())
              .stream()
              .findFirst()
              .orElse(null);
      if (open == null) {
        RecordId signal = signals.raise(signal(one));
        jdbc.update(
            "insert into retention.told (key, signal, open) values (?, ?, true)",
            one.key(),
            signal.value());
      } else if (!open) {
        signals.reopen(signal(one));
        jdbc.update("update retention.told set open = true where key = ?", one.key());
      }
    }
    for (Told told : open()) {
      if (!keys.contains(told.key())) {
        signals.settle(new RecordId(told.signal()));
        jdbc.update("update retention.told set open = false where key = ?", told.key());
      }
    }
  }

  private List<Told> open() {
    return jdbc.query(
        "select key, signal from retention.told where open order by key",
        (row, number) -> new Told(row.getString(1), row.getObject(2, UUID.class)));
  }

  private List<DueMonth> due() {
    LocalDate today = day.today();
    return jdbc.query(
        """
        with kept as (
          select i.cohort, count(*) as n from retention.kept k
          join retention.item i on i.record = k.of_record
          where k.until > ? group by i.cohort)
        select d.why, to_char(greatest(d.on_day, ?::date), 'YYYY-MM') as month, min(d.on_day),
               (array_agg(d.cohort order by d.on_day, d.cohort))[1] as cohort
        from retention.due d
        join retention.cohort c on c.id = d.cohort
        left join kept k on k.cohort = c.id
        where d.on_day <= ? and c.records > coalesce(k.n, 0)
        group by d.why, month order by month, d.why
        """,
        (row, number) ->
            new DueMonth(
                row.getString(1),
                YearMonth.parse(row.getString(2)),
                row.getObject(3, LocalDate.class),
                some(row.getLong(4))),
        today,
        today,
        today.plusDays(AHEAD_DAYS));
  }

  private RecordId some(long cohort) {
    return new RecordId(
        jdbc.queryForList(
                "select record from retention.item where cohort = ? order by record limit 1",
                UUID.class,
                cohort)
            .getFirst());
  }

  private RaiseSignal.Signal signal(DueMonth due) {
    return new RaiseSignal.Signal(
        DETECTOR,
        due.key(),
        "retention.signal",
        List.of(due.why().substring(due.why().indexOf(':') + 1), due.month().toString()),
        List.of(evidence(due)),
        List.of(
            new RaiseSignal.ScorePart(
                "retention.signal.why", BigDecimal.ONE, due.first().toString())),
        "/ledger/retention");
  }

  /// What asks for it: the rule, the agreement, or a record whose marking does.
  private RecordId evidence(DueMonth due) {
    Optional<RecordId> asks =
        due.why().startsWith(Due.RULE)
            ? read.findRule(due.why().substring(Due.RULE.length())).map(ReadRetention.Rule::record)
            : due.why().startsWith(Due.BASIS)
                ? agreements.find(due.why().substring(Due.BASIS.length(), due.why().indexOf('/')))
                : Optional.empty();
    return asks.orElse(due.some());
  }
}
