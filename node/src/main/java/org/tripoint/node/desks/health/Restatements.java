package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.desks.health.HealthCell.SeriesKey;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// What two releases of a source said about the same cells.
///
/// A cell is restated when its state or its reported value changed; another footnote, another
/// completeness or another prediction alone is not a restatement. Only a cell that a model's value
/// alone stands in is compared by that value.
@Repository
class Restatements {

  private final JdbcClient jdbc;

  Restatements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One cell at two publication instants.
  record Compared(UUID record, SeriesKey series, LocalDate first, LocalDate last, At from, At to) {

    Change change() {
      if (from.presence() != Presence.SAID || to.presence() != Presence.SAID) {
        return from.presence() == to.presence()
            ? Change.NONE
            : to.presence() == Presence.SAID ? Change.FIRST_PUBLISHED : Change.GONE;
      }
      return from.state() == to.state() && HealthQueries.same(from.value(), to.value())
          ? Change.NONE
          : Change.RESTATED;
    }

    /// Later minus earlier, where both are numbers of one state.
    @Nullable BigDecimal difference() {
      BigDecimal before = from.value();
      BigDecimal after = to.value();
      return from.state() == to.state() && before != null && after != null
          ? after.subtract(before)
          : null;
    }
  }

  /// @param state what stood there, in presence SAID
  /// @param value the reported value or, in state PREDICTED, the predicted one
  record At(Presence presence, @Nullable State state, @Nullable BigDecimal value) {}

  /// Whether a cell was there.
  enum Presence {
    SAID,
    NOT_PUBLISHED,
    NO_LONGER_PUBLISHED,
    WITHDRAWN,
    EMPTIED
  }

  /// What happened to a cell between two releases.
  enum Change {
    RESTATED,
    FIRST_PUBLISHED,
    GONE,
    NONE
  }

  /// @param cells those that changed, the largest difference first
  record Comparison(List<Compared> cells, long inBoth, long restated, long added, long gone) {}

  /// Compares one indicator of a source at two publication instants.
  ///
  /// @param jurisdiction "" for all
  Comparison compare(
      String source, String indicator, String jurisdiction, Instant from, Instant to) {
    List<Compared> all =
        jdbc.sql(
                """
                with cells as (
                  select distinct on (record_id) record_id, country, jurisdiction, place_code,
                    scheme, indicator, indicator_text, measure, period_kind, strata, first_day,
                    last_day
                  from health.vintage
                  where source = :source and indicator = :indicator
                    and (:jurisdiction = '' or jurisdiction = :jurisdiction)
                  order by record_id, sequence)
                select c.*,
                  a.held as from_held, a.emptied as from_emptied, a.state as from_state,
                  coalesce(a.value, case when a.state = 'PREDICTED' then a.predicted end)
                    as from_value,
                  b.held as to_held, b.emptied as to_emptied, b.state as to_state,
                  coalesce(b.value, case when b.state = 'PREDICTED' then b.predicted end)
                    as to_value
                from cells c
                left join lateral (
                  select * from health.vintage v
                  where v.record_id = c.record_id and v.published <= :from
                  order by v.published desc, v.sequence desc limit 1) a on true
                left join lateral (
                  select * from health.vintage v
                  where v.record_id = c.record_id and v.published <= :to
                  order by v.published desc, v.sequence desc limit 1) b on true
                """)
            .param("source", source)
            .param("indicator", indicator)
            .param("jurisdiction", jurisdiction)
            .param("from", VintageReader.utc(from))
            .param("to", VintageReader.utc(to))
            .query((row, i) -> compared(row))
            .list();
    return new Comparison(
        all.stream().filter(c -> c.change() != Change.NONE).sorted(LARGEST_FIRST).toList(),
        all.stream()
            .filter(c -> c.from().presence() == Presence.SAID)
            .filter(c -> c.to().presence() == Presence.SAID)
            .count(),
        count(all, Change.RESTATED),
        count(all, Change.FIRST_PUBLISHED),
        count(all, Change.GONE));
  }

  private static final Comparator<Compared> LARGEST_FIRST =
      Comparator.comparing(Compared::change)
          .thenComparing(
              c -> c.difference() == null ? BigDecimal.ZERO : c.difference().abs().negate())
          .thenComparing(Compared::last, Comparator.reverseOrder())
          .thenComparing(c -> c.series().area().key())
          .thenComparing(Compared::record);

  private static long count(List<Compared> all, Change change) {
    return all.stream().filter(c -> c.change() == change).count();
  }

  private static Compared compared(ResultSet row) throws SQLException {
    return new Compared(
        row.getObject("record_id", UUID.class),
        new SeriesKey(
            new Area(
                row.getString("country"),
                row.getString("jurisdiction"),
                row.getString("place_code"),
                row.getString("scheme")),
            row.getString("indicator"),
            row.getString("indicator_text"),
            Measure.valueOf(row.getString("measure")),
            PeriodKind.valueOf(row.getString("period_kind")),
            row.getString("strata")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        at(row, "from_"),
        at(row, "to_"));
  }

  private static At at(ResultSet row, String side) throws SQLException {
    String held = row.getString(side + "held");
    if (held == null) {
      return new At(Presence.NOT_PUBLISHED, null, null);
    }
    return switch (HealthCell.Held.valueOf(held)) {
      case NO_LONGER_PUBLISHED -> new At(Presence.NO_LONGER_PUBLISHED, null, null);
      case WITHDRAWN -> new At(Presence.WITHDRAWN, null, null);
      case HELD -> {
        String state = row.getString(side + "state");
        yield state == null || row.getBoolean(side + "emptied")
            ? new At(Presence.EMPTIED, null, null)
            : new At(Presence.SAID, State.valueOf(state), row.getBigDecimal(side + "value"));
      }
    };
  }
}
