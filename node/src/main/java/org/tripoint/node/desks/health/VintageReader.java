package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.ReportedNumber;

/// Keeps the desk's tables from the ledger: one row a version, and one for what each cell says
/// today.
///
/// Nothing in these tables outlives a version's content but its place on the clocks: figures that
/// rest on emptied content are the metrics room's to carry.
@Component
final class VintageReader implements LedgerReader {

  private static final int BATCH = 500;

  private static final String INSERT =
      """
      insert into health.vintage (sequence, record_id, source, published, held, emptied,
        country, jurisdiction, place_code, scheme, indicator, indicator_text, period_kind,
        first_day, last_day, measure, state, value, predicted, word, percent_complete, at_least,
        percent_pending, footnote, footnote_symbol, strata)
      values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """;

  private static final String COLUMNS =
      """
      sequence, source, published, held, emptied, country, jurisdiction, place_code, scheme,
        indicator, indicator_text, period_kind, first_day, last_day, measure, state, value,
        predicted, word, percent_complete, at_least, percent_pending, footnote, footnote_symbol,
        strata
      """
          .strip();

  /// Versions that say something take the place of what their cells said.
  private static final String KEEP_CELLS =
      """
      insert into health.cell (record_id, %1$s)
      select record_id, %1$s from health.vintage
      where sequence = any (?) and held = 'HELD' and state is not null
      on conflict (record_id) do update set (%1$s) = row (%2$s)
      """
          .formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "excluded.$1"));

  private final JdbcTemplate jdbc;

  VintageReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "desks.health";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(HealthObservation.KIND.name(), ReleaseContent.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    List<RecordChange> observations = new ArrayList<>();
    for (RecordChange change : changes) {
      if (change.version().header().kind().equals(ReleaseContent.KIND.name())) {
        keepRelease(change);
      } else {
        observations.add(change);
      }
    }
    keepObservations(observations);
  }

  private void keepObservations(List<RecordChange> changes) {
    Map<UUID, Long> current = new HashMap<>();
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        VersionHeader header = change.version().header();
        current.put(header.record().value(), header.sequence());
      }
    }
    List<Row> rows = changes.stream().map(change -> Row.of(change.version())).toList();
    jdbc.batchUpdate(INSERT, rows, BATCH, (statement, row) -> row.bind(statement));
    keepCells(current);
    keepSeries(rows);
  }

  /// A cell whose newest version holds nothing says nothing today.
  private void keepCells(Map<UUID, Long> current) {
    if (current.isEmpty()) {
      return;
    }
    Long[] sequences = current.values().toArray(Long[]::new);
    jdbc.update(KEEP_CELLS, (Object) sequences);
    jdbc.update(
        """
        delete from health.cell c using health.vintage v
        where v.sequence = any (?) and (v.held <> 'HELD' or v.state is null)
          and c.record_id = v.record_id
        """,
        (Object) sequences);
  }

  private void keepSeries(List<Row> rows) {
    Map<String, Row> newest = new TreeMap<>();
    for (Row row : rows) {
      if (row.observation() != null) {
        newest.merge(row.seriesKey(), row, (a, b) -> b.last().isBefore(a.last()) ? a : b);
      }
    }
    jdbc.batchUpdate(
        """
        insert into health.series (country, jurisdiction, place_code, scheme, indicator,
          indicator_text, measure, period_kind, strata, source, newest)
        values (?,?,?,?,?,?,?,?,?,?,?)
        on conflict (jurisdiction, indicator, measure, period_kind, strata, source)
        do update set newest = greatest(series.newest, excluded.newest),
          indicator_text = case when excluded.newest >= series.newest
            then excluded.indicator_text else series.indicator_text end
        """,
        List.copyOf(newest.values()),
        BATCH,
        (statement, row) -> row.bindSeries(statement));
  }

  private void keepRelease(RecordChange change) {
    VersionHeader header = change.version().header();
    Optional<ReleaseContent> content = change.version().content(ReleaseContent.KIND);
    content.ifPresent(release ->
        jdbc.update(
            """
            insert into health.release (record_id, source, published, file_name, sequence)
            values (?,?,?,?,?)
            on conflict (record_id) do update set source = excluded.source,
              published = excluded.published, file_name = excluded.file_name,
              sequence = excluded.sequence
            where excluded.sequence >= release.sequence
            """,
            header.record().value(),
            release.source(),
            utc(release.published()),
            release.fileName(),
            header.sequence()));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  /// The row keeps its sequence, record and clocks; a release keeps nothing.
  @Override
  public void emptied(RecordVersion version) {
    VersionHeader header = version.header();
    Optional<Map<String, Object>> series = seriesOf(header.sequence());
    jdbc.update(
        """
        update health.vintage set emptied = true, country = null, jurisdiction = null,
          place_code = null, scheme = null, indicator = null, indicator_text = null,
          period_kind = null, first_day = null, last_day = null, measure = null, state = null,
          value = null, predicted = null, word = null, percent_complete = null, at_least = null,
          percent_pending = null, footnote = null, footnote_symbol = null, strata = null
        where sequence = ?
        """,
        header.sequence());
    jdbc.update(
        "delete from health.cell where record_id = ? and sequence = ?",
        header.record().value(),
        header.sequence());
    jdbc.update("delete from health.release where sequence = ?", header.sequence());
    series.ifPresent(this::correctNewest);
  }

  /// A cell's series, as the six columns of its key.
  private Optional<Map<String, Object>> seriesOf(long sequence) {
    return jdbc
        .queryForList(
            """
            select jurisdiction, indicator, measure, period_kind, strata, source
            from health.vintage where sequence = ? and indicator is not null
            """,
            sequence)
        .stream()
        .findFirst();
  }

  /// The series ends where its last version left ends and is called what that one calls it, and
  /// goes with it.
  private void correctNewest(Map<String, Object> series) {
    Object[] key = {
      series.get("jurisdiction"),
      series.get("indicator"),
      series.get("measure"),
      series.get("period_kind"),
      series.get("strata"),
      series.get("source")
    };
    String where =
        """
        where jurisdiction = ? and indicator = ? and measure = ? and period_kind = ?
          and strata = ? and source = ?
        """;
    List<Object[]> left =
        jdbc.query(
            "select last_day, indicator_text from health.vintage "
                + where
                + " order by last_day desc, sequence desc limit 1",
            (row, i) -> new Object[] {row.getObject(1, LocalDate.class), row.getString(2)},
            key);
    if (left.isEmpty()) {
      jdbc.update("delete from health.series " + where, key);
    } else {
      List<Object> arguments = new ArrayList<>(List.of(left.getFirst()));
      arguments.addAll(List.of(key));
      jdbc.update(
          "update health.series set newest = ?, indicator_text = ? " + where, arguments.toArray());
    }
  }

  @Override
  public void clear() {
    jdbc.execute("truncate health.vintage, health.cell, health.series, health.release");
  }

  /// A series is called what its newest version calls it.
  @Override
  public String layout() {
    return "2";
  }

  static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /// `age=0 to 19 years; sex=Male`; "" for everyone.
  static String strataText(Map<String, String> strata) {
    return new TreeMap<>(strata)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; "));
  }

  /// A version with what is left of its content.
  private record Row(
      VersionHeader header, boolean emptied, @Nullable HealthObservation observation) {

    static Row of(RecordVersion version) {
      return new Row(
          version.header(),
          version.emptied().isPresent(),
          version.content(HealthObservation.KIND).orElse(null));
    }

    /// What it says; asked only of rows that hold it.
    HealthObservation content() {
      return Objects.requireNonNull(observation);
    }

    LocalDate last() {
      return content().period().last();
    }

    String seriesKey() {
      HealthObservation o = content();
      return String.join(
          "|",
          o.jurisdiction().key(),
          o.indicator().key(),
          o.measure().name(),
          o.period().kind().name(),
          strataText(o.strata()),
          header.source());
    }

    void bind(PreparedStatement s) throws SQLException {
      s.setLong(1, header.sequence());
      s.setObject(2, header.record().value());
      s.setString(3, header.source());
      s.setObject(4, utc(header.published()));
      s.setString(5, header.state().name());
      s.setBoolean(6, emptied);
      if (observation == null) {
        for (int i = 7; i <= 26; i++) {
          s.setNull(i, TYPES[i - 7]);
        }
        return;
      }
      bindCell(s, observation);
      bindFigure(s, observation);
    }

    private static void bindCell(PreparedStatement s, HealthObservation o) throws SQLException {
      s.setString(7, o.country().code());
      s.setString(8, o.jurisdiction().key());
      s.setString(9, o.jurisdiction().code());
      s.setString(10, o.jurisdiction().scheme().name());
      s.setString(11, o.indicator().key());
      s.setString(12, o.indicator().text());
      s.setString(13, o.period().kind().name());
      s.setObject(14, o.period().first());
      s.setObject(15, o.period().last());
      s.setString(16, o.measure().name());
      s.setString(26, strataText(o.strata()));
    }

    private static void bindFigure(PreparedStatement s, HealthObservation o) throws SQLException {
      Figure figure = o.figure();
      s.setString(17, figure.state().name());
      s.setBigDecimal(18, figure.reportedValue().map(ReportedNumber::value).orElse(null));
      s.setBigDecimal(19, figure.predictedValue().map(ReportedNumber::value).orElse(null));
      s.setString(
          20,
          switch (figure) {
            case Figure.Suppressed suppressed -> suppressed.word();
            case Figure.NotAvailable missing -> missing.word();
            case Figure.Reported reported -> null;
            case Figure.Predicted predicted -> null;
          });
      Completeness c = o.completeness();
      s.setBigDecimal(21, c == null ? null : valueOf(c.percentComplete()));
      s.setObject(22, c == null ? null : (Boolean) c.atLeast(), Types.BOOLEAN);
      s.setBigDecimal(23, c == null ? null : valueOf(c.percentPending()));
      s.setString(24, o.footnote() == null ? null : o.footnote().text());
      s.setString(25, o.footnote() == null ? null : o.footnote().symbol());
    }

    private static @Nullable BigDecimal valueOf(@Nullable ReportedNumber number) {
      return number == null ? null : number.value();
    }

    void bindSeries(PreparedStatement s) throws SQLException {
      HealthObservation o = content();
      s.setString(1, o.country().code());
      s.setString(2, o.jurisdiction().key());
      s.setString(3, o.jurisdiction().code());
      s.setString(4, o.jurisdiction().scheme().name());
      s.setString(5, o.indicator().key());
      s.setString(6, o.indicator().text());
      s.setString(7, o.measure().name());
      s.setString(8, o.period().kind().name());
      s.setString(9, strataText(o.strata()));
      s.setString(10, header.source());
      s.setObject(11, last());
    }

    private static final int[] TYPES = {
      Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
      Types.VARCHAR, Types.DATE, Types.DATE, Types.VARCHAR, Types.VARCHAR, Types.NUMERIC,
      Types.NUMERIC, Types.VARCHAR, Types.NUMERIC, Types.BOOLEAN, Types.NUMERIC, Types.VARCHAR,
      Types.VARCHAR, Types.VARCHAR
    };
  }
}
