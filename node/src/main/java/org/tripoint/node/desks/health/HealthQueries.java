package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.desks.health.HealthCell.Complete;
import org.tripoint.node.desks.health.HealthCell.Held;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.SeriesKey;
import org.tripoint.node.desks.health.HealthCell.Where;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// Questions to the desk's tables; each is answered through an index.
@Repository
class HealthQueries {

  static final String COLUMNS =
      """
      sequence, record_id, source, published, held, emptied, country, jurisdiction, place_code,
      scheme, indicator, indicator_text, period_kind, first_day, last_day, measure, state, value,
      predicted, word, percent_complete, at_least, percent_pending, footnote, footnote_symbol,
      strata
      """;

  private final JdbcClient jdbc;

  HealthQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Every jurisdiction with observations, by country and code.
  List<Area> listAreas() {
    return jdbc.sql(
            """
            select country, jurisdiction, place_code, scheme from health.series
            group by country, jurisdiction, place_code, scheme
            order by country, scheme <> 'COUNTRY', scheme, place_code
            """)
        .query((row, i) -> area(row))
        .list();
  }

  /// One line of a chart that could be drawn, and when it ends.
  record Available(SeriesKey key, String source, LocalDate newest) {}

  List<Available> listSeries(String jurisdiction) {
    return jdbc.sql(
            """
            select country, jurisdiction, place_code, scheme, indicator, indicator_text, measure,
              period_kind, strata, source, newest
            from health.series where jurisdiction = :jurisdiction
            order by indicator, measure, period_kind, strata
            """)
        .param("jurisdiction", jurisdiction)
        .query((row, i) ->
            new Available(
                key(row), row.getString("source"), row.getObject("newest", LocalDate.class)))
        .list();
  }

  /// Which cells to read.
  ///
  /// @param indicators at least one
  record Wanted(
      String jurisdiction,
      List<String> indicators,
      Measure measure,
      PeriodKind period,
      String strata) {}

  /// The cells as they stand today, by period and indicator.
  List<HealthCell> listCells(Wanted wanted, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from health.cell
                where indicator = any(:indicators) and jurisdiction = :jurisdiction and measure = :measure
                  and period_kind = :period and strata = :strata
                order by last_day desc, indicator, sequence limit :limit
                """)
        .param("indicators", wanted.indicators().toArray(String[]::new))
        .param("jurisdiction", wanted.jurisdiction())
        .param("measure", wanted.measure().name())
        .param("period", wanted.period().name())
        .param("strata", wanted.strata())
        .param("limit", limit)
        .query((row, i) -> cell(row))
        .list();
  }

  /// One indicator over the first-level areas of a country, and when.
  ///
  /// @param country ISO code
  record OnMap(
      String country, String indicator, Measure measure, PeriodKind period, String strata) {

    OnMap of(String other, Measure otherMeasure) {
      return new OnMap(country, other, otherMeasure, period, strata);
    }
  }

  /// Last days of the periods in which any of the areas has a figure, the newest first.
  List<LocalDate> listMapDays(OnMap map, int limit) {
    return onMap(
            map,
            """
            select distinct last_day from health.cell
            where indicator = :indicator and measure = :measure and period_kind = :period and strata = :strata
              and country = :country and scheme = 'ADMIN1' and state in ('REPORTED', 'PREDICTED')
            order by last_day desc limit :limit
            """)
        .param("limit", limit)
        .query((row, i) -> row.getObject(1, LocalDate.class))
        .list();
  }

  /// The areas' cells in one period.
  List<HealthCell> listAreasOf(OnMap map, LocalDate day) {
    return onMap(
            map,
            "select "
                + COLUMNS
                + """
                from health.cell
                where indicator = :indicator and measure = :measure and period_kind = :period and strata = :strata
                  and country = :country and scheme = 'ADMIN1' and last_day = :day
                order by jurisdiction, published
                """)
        .param("day", day)
        .query((row, i) -> cell(row))
        .list();
  }

  private JdbcClient.StatementSpec onMap(OnMap map, String sql) {
    return jdbc.sql(sql)
        .param("country", map.country())
        .param("indicator", map.indicator())
        .param("measure", map.measure().name())
        .param("period", map.period().name())
        .param("strata", map.strata());
  }

  /// Every version of one record, by publication.
  List<HealthCell> listVersions(UUID record) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from health.vintage where record_id = :record order by published, sequence")
        .param("record", record)
        .query((row, i) -> cell(row))
        .list();
  }

  /// A file of a source.
  record ReleaseFile(UUID id, String source, Instant published, String fileName) {}

  /// Sources with observations, and their files, the newest published first.
  List<ReleaseFile> listReleases() {
    return jdbc.sql(
            """
            select record_id, source, published, file_name from health.release r
            where exists (select 1 from health.series s where s.source = r.source)
            order by source, published desc, sequence desc
            """)
        .query((row, i) ->
            new ReleaseFile(
                row.getObject("record_id", UUID.class),
                row.getString("source"),
                row.getObject("published", OffsetDateTime.class).toInstant(),
                row.getString("file_name")))
        .list();
  }

  /// Indicators of a source, by code.
  List<Available> listSeriesOfSource(String source) {
    return jdbc.sql(
            """
            select distinct on (indicator) country, jurisdiction, place_code, scheme, indicator,
              indicator_text, measure, period_kind, strata, source, newest
            from health.series where source = :source order by indicator
            """)
        .param("source", source)
        .query(
            (row, i) -> new Available(key(row), source, row.getObject("newest", LocalDate.class)))
        .list();
  }

  /// When releases of a source said something new about an indicator, the newest first.
  List<Instant> listPublished(String source, String indicator) {
    return jdbc.sql(
            """
            select distinct published from health.vintage
            where source = :source and indicator = :indicator order by published desc limit 200
            """)
        .param("source", source)
        .param("indicator", indicator)
        .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  Optional<String> findFileName(String source, Instant published) {
    return jdbc.sql(
            """
            select file_name from health.release
            where source = :source and published = :published order by sequence desc limit 1
            """)
        .param("source", source)
        .param("published", VintageReader.utc(published))
        .query(String.class)
        .optional();
  }

  static HealthCell cell(ResultSet row) throws SQLException {
    boolean holds = row.getString("state") != null;
    return new HealthCell(
        row.getLong("sequence"),
        row.getObject("record_id", UUID.class),
        row.getString("source"),
        row.getObject("published", OffsetDateTime.class).toInstant(),
        Held.valueOf(row.getString("held")),
        row.getBoolean("emptied"),
        holds
            ? new Where(
                key(row),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class))
            : null,
        holds ? said(row) : null);
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        State.valueOf(row.getString("state")),
        row.getBigDecimal("value"),
        row.getBigDecimal("predicted"),
        text(row.getString("word")),
        new Complete(
            row.getBigDecimal("percent_complete"),
            row.getBoolean("at_least"),
            row.getBigDecimal("percent_pending")),
        text(row.getString("footnote")),
        text(row.getString("footnote_symbol")));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static SeriesKey key(ResultSet row) throws SQLException {
    return new SeriesKey(
        area(row),
        row.getString("indicator"),
        row.getString("indicator_text"),
        Measure.valueOf(row.getString("measure")),
        PeriodKind.valueOf(row.getString("period_kind")),
        row.getString("strata"));
  }

  private static Area area(ResultSet row) throws SQLException {
    return new Area(
        row.getString("country"),
        row.getString("jurisdiction"),
        row.getString("place_code"),
        row.getString("scheme"));
  }

  /// True when the two are the same number or both absent.
  static boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
    if (left == null || right == null) {
      return left == null && right == null;
    }
    return left.compareTo(right) == 0;
  }
}
