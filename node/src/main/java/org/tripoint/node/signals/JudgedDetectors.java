package org.tripoint.node.signals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// Counts what people judged, by detector.
@Component
class JudgedDetectors implements MeasureDetectors {

  private static final String COUNTS =
      """
      count(*) as raised,
      count(*) filter (where coalesce(t.state, 'NEW') = any (:open)) as open,
      count(*) filter (where j.verdict = 'USEFUL') as useful,
      count(*) filter (where j.verdict = 'TRUE_ONLY') as true_only,
      count(*) filter (where j.verdict = 'FALSE_ALARM') as false_alarms
      from signals.signal s
      left join signals.triage t on t.signal = s.record
      left join signals.judgement j on j.signal = s.record
      """;

  private final JdbcClient jdbc;

  JudgedDetectors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<DetectorRecord> list() {
    return jdbc.sql("select s.detector, " + COUNTS + " group by s.detector order by s.detector")
        .param("open", open())
        .query((row, i) -> record(row.getString(1), row))
        .list();
  }

  @Override
  public Optional<DetectorRecord> find(String detector) {
    return list().stream().filter(one -> one.detector().equals(detector)).findFirst();
  }

  @Override
  public DetectorRecord of(String name, Collection<RecordId> signals) {
    return jdbc.sql("select '', " + COUNTS + " where s.record = any (:signals)")
        .param("open", open())
        .param("signals", signals.stream().map(RecordId::value).toArray(UUID[]::new))
        .query((row, i) -> record(name, row))
        .single();
  }

  private static String[] open() {
    return SignalState.open().stream().map(SignalState::name).toArray(String[]::new);
  }

  private static DetectorRecord record(String name, ResultSet row) throws SQLException {
    return new DetectorRecord(
        name, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
  }
}
