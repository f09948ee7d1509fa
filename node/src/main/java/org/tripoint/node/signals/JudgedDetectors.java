package org.tripoint.node.signals;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what people judged, by detector.
@Component
class JudgedDetectors implements MeasureDetectors {

  private final JdbcClient jdbc;

  JudgedDetectors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<DetectorRecord> list() {
    return jdbc.sql(
            """
            select s.detector, count(*) as raised,
                   count(*) filter (where coalesce(t.state, 'NEW') = any (?)) as open,
                   count(*) filter (where j.verdict = 'USEFUL') as useful,
                   count(*) filter (where j.verdict = 'TRUE_ONLY') as true_only,
                   count(*) filter (where j.verdict = 'FALSE_ALARM') as false_alarms
            from signals.signal s
            left join signals.triage t on t.signal = s.record
            left join signals.judgement j on j.signal = s.record
            group by s.detector order by s.detector
            """)
        .param(SignalState.open().stream().map(SignalState::name).toArray(String[]::new))
        .query((row, i) ->
            new DetectorRecord(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)))
        .list();
  }

  @Override
  public Optional<DetectorRecord> find(String detector) {
    return list().stream().filter(one -> one.detector().equals(detector)).findFirst();
  }
}
