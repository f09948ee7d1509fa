package org.tripoint.node.metrics.observations;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// What stewards have decided to go on stating, as the ledger has it.
@Component
public class StandingStatements implements LedgerReader {

  private static final String SOURCE = "standing-statements";

  private final JdbcClient jdbc;
  private final AppendRecords ledger;
  private final ReadLedger read;
  private final Clock clock;

  StandingStatements(JdbcClient jdbc, AppendRecords ledger, ReadLedger read, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.read = read;
    this.clock = clock;
  }

  /// A decision in force.
  ///
  /// @param decidedBy the account that decided it
  public record Standing(StandingStatement statement, String decidedBy) {}

  /// From now on figures are stated when they change; replaces what was decided before for the same
  /// figures.
  public void begin(StandingStatement statement, String actor) {
    append(
        new Entry.Put<>(
            StandingStatement.KIND,
            statement.key(),
            statement,
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        actor);
  }

  /// Nothing more is stated by itself; what was stated stands.
  public void end(StandingStatement statement, String actor) {
    append(
        new Entry.Withdraw(StandingStatement.KIND, statement.key(), "ended by a steward"), actor);
  }

  private void append(Entry entry, String actor) {
    ledger.append(new Batch(SOURCE, null, clock.instant(), actor, List.of(entry)));
  }

  /// Everything that goes on being stated.
  public List<Standing> list() {
    return jdbc
        .sql("select record, decided_by from metrics.standing order by decided_at")
        .query((row, i) ->
            standing(new RecordId(row.getObject(1, java.util.UUID.class)), row.getString(2)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(one -> one.statement().key()))
        .toList();
  }

  private Optional<Standing> standing(RecordId record, String decidedBy) {
    return read.findCurrent(record)
        .flatMap(version -> version.content(StandingStatement.KIND))
        .map(statement -> new Standing(statement, decidedBy));
  }

  /// What goes on being stated of these figures.
  public Optional<Standing> find(String metric, Map<String, String> apart) {
    return list().stream()
        .filter(one -> one.statement().metric().equals(metric))
        .filter(one -> one.statement().apart().equals(apart))
        .findFirst();
  }

  @Override
  public String name() {
    return "metrics.standing";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(StandingStatement.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      if (change.isCurrent()) {
        remove(version);
        if (version.emptied().isEmpty() && version.content(StandingStatement.KIND).isPresent()) {
          jdbc.sql(
                  """
                  insert into metrics.standing (record, sequence, decided_by, decided_at)
                  values (?, ?, ?, ?)
                  """)
              .params(
                  version.header().record().value(),
                  version.header().sequence(),
                  version.header().actor(),
                  version.header().received().atOffset(java.time.ZoneOffset.UTC))
              .update();
        }
      }
    }
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from metrics.standing where record = ? and sequence = ?")
        .params(version.header().record().value(), version.header().sequence())
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate metrics.standing").update();
  }

  @Override
  public String layout() {
    return "V039";
  }

  private void remove(RecordVersion version) {
    jdbc.sql("delete from metrics.standing where record = ?")
        .param(version.header().record().value())
        .update();
  }
}
