package org.tripoint.node.signals;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;
import org.tripoint.node.web.CountWaitingSignals;
import org.tripoint.vocabulary.RecordId;

/// The inbox, from the tables that [SignalReader] keeps.
@Component
class SignalInbox implements ReadSignals, CountWaitingSignals {

  private static final String FROM =
      """
      from signals.signal s
      left join signals.triage t on t.signal = s.record
      left join signals.assignment a on a.signal = s.record
      left join signals.judgement j on j.signal = s.record
      """;

  private static final String SELECT =
      """
      select s.*, coalesce(t.state, 'NEW') as state, coalesce(t.reason, '') as reason,
             coalesce(t.decided_by, '') as decided_by, t.decided, t.notice,
             coalesce(a.assignee, '') as assignee, coalesce(j.verdict, '') as verdict
      """
          + FROM;

  private static final String PASSES =
      """
      where coalesce(t.state, 'NEW') = any (string_to_array(:states, ','))
        and (:detector = '' or s.detector = :detector)
        and (:assignee = '' or coalesce(nullif(a.assignee, ''), '-') = :assignee)
        and s.severity >= :severity
      """;

  private final JdbcClient jdbc;

  SignalInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long countWaiting() {
    return jdbc.sql(
            """
            select count(*) from signals.signal s
            where not exists (select 1 from signals.triage t where t.signal = s.record and t.state <> 'NEW')
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public long waitingSignals() {
    return countWaiting();
  }

  @Override
  public long countRaisedSince(Instant instant) {
    return jdbc.sql("select count(*) from signals.signal where raised > ?")
        .param(Timestamp.from(instant))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Item> list(SignalFilter filter, SignalOrder order, SignalCursor after, int limit) {
    String behind =
        switch (order) {
          case NEWEST ->
              "and (s.raised, s.record) < (:raised, :record) order by s.raised desc, s.record desc";
          case SEVERITY ->
              """
              and (s.severity, s.raised, s.record) < (:after, :raised, :record)
              order by s.severity desc, s.raised desc, s.record desc
              """;
        };
    return passing(SELECT + PASSES + behind + " limit :limit", filter)
        .param("after", after.severity())
        .param("raised", Timestamp.from(after.raised()))
        .param("record", after.record().value())
        .param("limit", limit)
        .query((row, i) -> item(row))
        .list();
  }

  @Override
  public long count(SignalFilter filter, long most) {
    return passing(
            "select count(*) from (select 1 " + FROM + PASSES + " limit :most) counted", filter)
        .param("most", most)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec passing(String sql, SignalFilter filter) {
    return jdbc.sql(sql)
        .param(
            "states",
            filter.states().stream().map(SignalState::name).collect(Collectors.joining(",")))
        .param("detector", filter.detector())
        .param("assignee", filter.assignee())
        .param("severity", filter.leastSeverity());
  }

  @Override
  public List<String> listDetectors() {
    return jdbc.sql("select distinct detector from signals.signal order by 1")
        .query(String.class)
        .list();
  }

  @Override
  public Optional<Item> find(RecordId signal) {
    return jdbc.sql(SELECT + " where s.record = ?")
        .param(signal.value())
        .query((row, i) -> item(row))
        .optional();
  }

  /// The ledger's sequence of the decision about a signal that stands here; -1 where nobody
  /// decided.
  long decision(RecordId signal) {
    return jdbc.sql("select sequence from signals.triage where signal = ?")
        .param(signal.value())
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  private static Item item(ResultSet row) throws SQLException {
    @Nullable String confidence = row.getString("confidence");
    @Nullable Timestamp decided = row.getTimestamp("decided");
    @Nullable UUID notice = row.getObject("notice", UUID.class);
    return new Item(
        new RecordId(row.getObject("record", UUID.class)),
        row.getString("detector"),
        row.getString("title_key"),
        strings(row, "title_arguments"),
        records(row, "evidence"),
        parts(row),
        row.getString("link"),
        severity(row),
        confidence == null ? null : Confidence.valueOf(confidence),
        SignalState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant(),
        notice == null ? null : new RecordId(notice),
        row.getString("assignee"),
        row.getString("verdict"),
        row.getTimestamp("raised").toInstant(),
        row.getTimestamp("last_found").toInstant(),
        row.getInt("times_found"),
        row.getBoolean("evidence_emptied"),
        about(row));
  }

  private static About about(ResultSet row) throws SQLException {
    @Nullable String topic = row.getString("topic");
    Date[] from = (Date[]) row.getArray("period_from").getArray();
    Date[] to = (Date[]) row.getArray("period_to").getArray();
    Integer[] reports = (Integer[]) row.getArray("period_reports").getArray();
    @Nullable BigDecimal[] expectation =
        (BigDecimal[]) row.getArray("period_expectation").getArray();
    @Nullable BigDecimal[] bound = (BigDecimal[]) row.getArray("period_bound").getArray();
    List<PeriodCount> periods = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      periods.add(
          new PeriodCount(
              from[i].toLocalDate(), to[i].toLocalDate(), reports[i], expectation[i], bound[i]));
    }
    return new About(
        topic == null ? null : Topic.valueOf(topic), strings(row, "substances"), periods);
  }

  private static List<ScorePart> parts(ResultSet row) throws SQLException {
    List<String> rules = strings(row, "part_rules");
    BigDecimal[] values = (BigDecimal[]) row.getArray("part_values").getArray();
    List<String> found = strings(row, "part_found");
    List<ScorePart> parts = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      parts.add(new ScorePart(rules.get(i), values[i], found.get(i)));
    }
    return parts;
  }

  private static @Nullable Severity severity(ResultSet row) throws SQLException {
    List<String> aspects = strings(row, "aspects");
    if (aspects.isEmpty()) {
      return null;
    }
    Integer[] levels = (Integer[]) row.getArray("aspect_levels").getArray();
    List<String> found = strings(row, "aspect_found");
    List<Level> all = new ArrayList<>();
    for (int i = 0; i < aspects.size(); i++) {
      all.add(new Level(Aspect.valueOf(aspects.get(i)), levels[i], found.get(i)));
    }
    return new Severity(all);
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static List<RecordId> records(ResultSet row, String column) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray(column).getArray()).map(RecordId::new).toList();
  }
}
