package org.tripoint.node.signals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.web.CountWaitingSignals;
import org.tripoint.vocabulary.RecordId;

/// The inbox as tables, kept from the ledger: `signals.signal` and `signals.triage`.
@Component
class SignalInbox implements LedgerReader, ReadSignals, CountWaitingSignals {

  private static final String SELECT =
      """
      select s.record, s.detector, s.title_key, s.title_arguments, s.evidence, s.part_rules,
             s.part_values, s.part_found, s.link, coalesce(t.state, 'NEW'), coalesce(t.reason, ''),
             coalesce(t.decided_by, ''), s.raised, s.evidence_emptied
      from signals.signal s left join signals.triage t on t.signal = s.record
      """;

  private final JdbcClient jdbc;

  SignalInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "signals";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(SignalContent.KIND.name(), SignalTriage.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (!change.isCurrent()) {
        continue;
      }
      if (change.version().header().kind().equals(SignalContent.KIND.name())) {
        keepSignal(change.version());
      } else if (change.version().header().kind().equals(SignalTriage.KIND.name())) {
        keepTriage(change.version());
      }
    }
  }

  private void keepSignal(RecordVersion version) {
    Optional<SignalContent> content = version.content(SignalContent.KIND);
    if (content.isEmpty()) {
      forget(version);
      return;
    }
    SignalContent signal = content.get();
    jdbc.sql(
            """
            insert into signals.signal
              (record, detector, title_key, title_arguments, evidence, part_rules, part_values,
               part_found, link, raised)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (record) do update set
              title_key = excluded.title_key, title_arguments = excluded.title_arguments,
              evidence = excluded.evidence, part_rules = excluded.part_rules,
              part_values = excluded.part_values, part_found = excluded.part_found,
              link = excluded.link
            """)
        .params(
            version.header().record().value(),
            signal.detector(),
            signal.titleKey(),
            signal.titleArguments().toArray(String[]::new),
            signal.evidence().stream().map(RecordId::value).toArray(UUID[]::new),
            signal.parts().stream().map(ScorePart::ruleKey).toArray(String[]::new),
            signal.parts().stream().map(ScorePart::value).toArray(BigDecimal[]::new),
            signal.parts().stream().map(ScorePart::found).toArray(String[]::new),
            signal.link(),
            Timestamp.from(version.header().published()))
        .update();
  }

  private void keepTriage(RecordVersion version) {
    Optional<SignalTriage> content = version.content(SignalTriage.KIND);
    if (content.isEmpty()) {
      forget(version);
      return;
    }
    SignalTriage triage = content.get();
    jdbc.sql("delete from signals.triage where record = ? or signal = ?")
        .params(version.header().record().value(), triage.signal().value())
        .update();
    jdbc.sql(
            """
            insert into signals.triage (record, signal, state, reason, decided_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            version.header().record().value(),
            triage.signal().value(),
            triage.state().name(),
            triage.reason(),
            triage.decidedBy())
        .update();
  }

  private void forget(RecordVersion version) {
    UUID record = version.header().record().value();
    jdbc.sql("delete from signals.signal where record = ?").param(record).update();
    jdbc.sql("delete from signals.triage where record = ?").param(record).update();
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    forget(version);
    jdbc.sql(
            """
            update signals.signal set evidence_emptied = true, title_arguments = '{}',
              part_found = array_fill(''::text, array[cardinality(part_found)])
            where ? = any (evidence)
            """)
        .param(version.header().record().value())
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate signals.signal, signals.triage").update();
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
  public List<Item> list(Set<SignalState> states, Optional<Instant> before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where coalesce(t.state, 'NEW') = any (?) and s.raised < ?
                order by s.raised desc, s.record desc limit ?
                """)
        .params(
            states.stream().map(SignalState::name).toArray(String[]::new),
            Timestamp.from(before.orElse(Instant.parse("9999-01-01T00:00:00Z"))),
            limit)
        .query((row, i) -> item(row))
        .list();
  }

  @Override
  public Optional<Item> find(RecordId signal) {
    return jdbc.sql(SELECT + " where s.record = ?")
        .param(signal.value())
        .query((row, i) -> item(row))
        .optional();
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        new RecordId(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        strings(row, 4),
        Arrays.stream((UUID[]) row.getArray(5).getArray()).map(RecordId::new).toList(),
        parts(row),
        row.getString(9),
        SignalState.valueOf(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getTimestamp(13).toInstant(),
        row.getBoolean(14));
  }

  private static List<ScorePart> parts(ResultSet row) throws SQLException {
    List<String> rules = strings(row, 6);
    BigDecimal[] values = (BigDecimal[]) row.getArray(7).getArray();
    List<String> found = strings(row, 8);
    List<ScorePart> parts = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      parts.add(new ScorePart(rules.get(i), values[i], found.get(i)));
    }
    return parts;
  }

  private static List<String> strings(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
