package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.vocabulary.RecordId;

/// Which signals were raised for which series.
///
/// What a setting told of other series than it has now, because it watched something else or told
/// places apart otherwise, is set aside: kept, and joined again only by the same series.
@Component
class ToldTable {

  private static final RowMapper<Told> ROW =
      (row, i) ->
          new Told(
              row.getString(1),
              List.of((String[]) row.getArray(2).getArray()),
              row.getObject(3, LocalDate.class),
              row.getObject(4, LocalDate.class),
              new RecordId(row.getObject(5, UUID.class)),
              row.getString(6),
              row.getBoolean(7));

  private static final String SELECT =
      "select key, at, first, last, signal, said, open from detectors.told where setting = ? ";

  private final JdbcTemplate jdbc;

  ToldTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A signal that was raised for a series.
  ///
  /// @param first first period of its alarms
  /// @param last last period of its alarms
  /// @param said what it said last
  /// @param open whether it stands
  record Told(
      String key,
      List<String> at,
      LocalDate first,
      LocalDate last,
      RecordId signal,
      String said,
      boolean open) {}

  /// What was told of the setting's series as they are told apart now: what stands, and what ended
  /// no earlier than a day.
  List<Told> list(DetectorSetting setting, LocalDate since) {
    return jdbc.query(
        SELECT + "and series = ? and (open or last >= ?) order by first, key",
        ROW,
        setting.name(),
        setting.series(),
        since);
  }

  /// What stands of series that the setting does not have any more.
  List<Told> listSetAside(DetectorSetting setting) {
    return jdbc.query(
        SELECT + "and series <> ? and open order by first, key",
        ROW,
        setting.name(),
        setting.series());
  }

  /// What stands under a setting.
  List<Told> listOpen(String setting) {
    return jdbc.query(SELECT + "and open order by first, key", ROW, setting);
  }

  /// A signal and the setting that raised it.
  record Under(String setting, Told told) {}

  /// Under which settings a signal was raised: one, or none.
  List<Under> find(RecordId signal) {
    return jdbc.query(
        """
        select key, at, first, last, signal, said, open, setting from detectors.told
        where signal = ?
        """,
        (row, i) -> new Under(row.getString(8), ROW.mapRow(row, i)),
        signal.value());
  }

  /// Every signal that a setting ever raised.
  List<RecordId> signals(String setting) {
    return jdbc.query(
        "select distinct signal from detectors.told where setting = ?",
        (row, i) -> new RecordId(row.getObject(1, UUID.class)),
        setting);
  }

  void keep(DetectorSetting setting, Told told) {
    jdbc.update(
        """
        insert into detectors.told (key, setting, series, at, first, last, signal, said, open)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (key) do update
        set series = excluded.series, at = excluded.at, first = excluded.first,
          last = excluded.last, signal = excluded.signal, said = excluded.said,
          open = excluded.open
        """,
        told.key(),
        setting.name(),
        setting.series(),
        told.at().toArray(String[]::new),
        told.first(),
        told.last(),
        told.signal().value(),
        told.said(),
        told.open());
  }

  /// Notes that a signal does not stand any more.
  void close(Told told) {
    jdbc.update("update detectors.told set open = false where key = ?", told.key());
  }
}
