package org.tripoint.node.metrics.observations;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.RecordId;

/// What nodes have stated, this one and partners', kept from the ledger.
@Component
public class ObservationStore implements LedgerReader {

  private final JdbcClient jdbc;

  ObservationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A figure as it stands stated.
  ///
  /// @param source who stated it, as the ledger names sources
  /// @param document SHA-256 of the definition's text
  /// @param apart the dimensions that are kept apart, as text
  public record Stated(
      RecordId record,
      String source,
      int version,
      String document,
      Country country,
      String apart,
      String countedAs,
      StatedSpan span,
      FigureState state,
      @Nullable BigDecimal value,
      @Nullable StatedExpectation outlook,
      String checkpoint,
      Instant stated) {}

  /// Everything stated of a metric, newest periods first.
  public List<Stated> list(String metric) {
    return jdbc.sql(
            """
            select record, source, version, document, country, apart, counted_as, length, month,
              state, value, outlook, checkpoint, stated
            from metrics.observation where metric = ?
            order by month desc, length, country, source
            """)
        .param(metric)
        .query((row, i) ->
            new Stated(
                new RecordId(row.getObject(1, java.util.UUID.class)),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Country.of(row.getString(5)),
                row.getString(6),
                row.getString(7),
                new StatedSpan(
                    row.getInt(8), YearMonth.from(row.getObject(9, java.time.LocalDate.class))),
                FigureState.valueOf(row.getString(10)),
                row.getBigDecimal(11) == null ? null : Decimals.strip(row.getBigDecimal(11)),
                outlook(row.getArray(12)),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class).toInstant()))
        .list();
  }

  private static @Nullable StatedExpectation outlook(@Nullable Array kept) throws SQLException {
    if (kept == null) {
      return null;
    }
    BigDecimal[] numbers = (BigDecimal[]) kept.getArray();
    return new StatedExpectation(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  private static BigDecimal @Nullable [] numbers(@Nullable StatedExpectation outlook) {
    return outlook == null
        ? null
        : new BigDecimal[] {
          outlook.median(),
          outlook.fiftyLow(),
          outlook.fiftyHigh(),
          outlook.ninetyLow(),
          outlook.ninetyHigh(),
          outlook.completeness()
        };
  }

  /// How the dimensions that are kept apart are written.
  public static String apart(Map<String, String> apart) {
    return new java.util.TreeMap<>(apart).toString();
  }

  @Override
  public String name() {
    return "metrics.observations";
  }

  @Override
  public String layout() {
    return "V162";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(MetricObservation.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        remove(change.version());
        if (change.version().emptied().isEmpty()) {
          change
              .version()
              .content(MetricObservation.KIND)
              .ifPresent(said -> keep(change.version(), said));
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
    jdbc.sql("delete from metrics.observation where sequence = ?")
        .param(version.header().sequence())
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate metrics.observation").update();
  }

  private void remove(RecordVersion version) {
    jdbc.sql("delete from metrics.observation where record = ?")
        .param(version.header().record().value())
        .update();
  }

  private void keep(RecordVersion version, MetricObservation said) {
    jdbc.sql(
            """
            insert into metrics.observation (record, sequence, source, metric, version, document, country,
              apart, counted_as, length, month, unit, state, value, outlook, checkpoint,
              stated)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric[], ?, ?)
            """)
        .params(
            version.header().record().value(),
            version.header().sequence(),
            version.header().source(),
            said.metric(),
            said.version(),
            said.document(),
            said.country().code(),
            apart(said.apart()),
            said.countedAs(),
            said.months(),
            said.month().atDay(1),
            said.unit(),
            said.state().name())
        .param(said.value())
        .param(numbers(said.outlook()))
        .params(
            said.checkpoint(),
            OffsetDateTime.ofInstant(version.header().published(), ZoneOffset.UTC))
        .update();
  }
}
