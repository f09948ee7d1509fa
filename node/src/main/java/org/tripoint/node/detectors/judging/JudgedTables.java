package org.tripoint.node.detectors.judging;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.judging.JudgedTogether.One;

/// The tables of what was judged.
@Component
class JudgedTables {

  private final JdbcTemplate jdbc;

  JudgedTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// How far a setting has judged, and by what.
  ///
  /// @param beside what else its signals say
  record Progress(String fingerprint, long position, String beside) {}

  Optional<Progress> progress(String setting) {
    return jdbc
        .query(
            "select fingerprint, position, beside from detectors.progress where setting = ?",
            (row, i) -> new Progress(row.getString(1), row.getLong(2), row.getString(3)),
            setting)
        .stream()
        .findFirst();
  }

  void keepProgress(String setting, Progress progress) {
    jdbc.update(
        """
        insert into detectors.progress (setting, fingerprint, position, beside) values (?, ?, ?, ?)
        on conflict (setting) do update
        set fingerprint = excluded.fingerprint, position = excluded.position,
          beside = excluded.beside
        """,
        setting,
        progress.fingerprint(),
        progress.position(),
        progress.beside());
  }

  /// What each region's frame said when it was last judged.
  Map<String, String> frames(String setting) {
    Map<String, String> frames = new HashMap<>();
    jdbc.query(
        "select region, said from detectors.frame where setting = ?",
        row -> {
          frames.put(row.getString(1), row.getString(2));
        },
        setting);
    return frames;
  }

  void keepFrames(String setting, Map<String, String> said) {
    jdbc.batchUpdate(
        """
        insert into detectors.frame (setting, region, said) values (?, ?, ?)
        on conflict (setting, region) do update set said = excluded.said
        """,
        said.entrySet().stream()
            .map(one -> new Object[] {setting, one.getKey(), one.getValue()})
            .toList());
  }

  List<One> judged(String setting) {
    return jdbc.query(
        "select at, period, alarm, chance from detectors.judged where setting = ?",
        (row, i) -> {
          double chance = row.getDouble(4);
          return new One(
              List.of((String[]) row.getArray(1).getArray()),
              row.getObject(2, LocalDate.class),
              row.getBoolean(3),
              row.wasNull() ? Double.NaN : chance);
        },
        setting);
  }

  /// How many series are not judged in their latest period, by reason.
  Map<NotJudged, Long> notJudged(String setting) {
    Map<NotJudged, Long> counts = new EnumMap<>(NotJudged.class);
    jdbc.query(
        "select reason, count(*) from detectors.not_judged where setting = ? group by reason",
        row -> {
          counts.put(NotJudged.valueOf(row.getString(1)), row.getLong(2));
        },
        setting);
    return counts;
  }

  /// Series that are not judged for one reason, in their order.
  List<List<String>> notJudged(String setting, NotJudged reason, int limit) {
    return jdbc.query(
        """
        select at from detectors.not_judged where setting = ? and reason = ? order by at limit ?
        """,
        (row, i) -> List.of((String[]) row.getArray(1).getArray()),
        setting,
        reason.name(),
        limit);
  }

  /// Replaces what was judged of some series.
  ///
  /// @param notJudged why the latest period of some of them is not
  void replace(
      String setting,
      Map<List<String>, List<Judgement>> judged,
      Map<List<String>, NotJudged> notJudged) {
    replaceNotJudged(setting, judged.keySet(), notJudged);
    jdbc.batchUpdate(
        "delete from detectors.judged where setting = ? and at = ?::text[]",
        judged.keySet().stream()
            .map(at -> new Object[] {setting, at.toArray(String[]::new)})
            .toList());
    List<Object[]> rows = new ArrayList<>();
    judged.forEach((at, all) ->
        all.forEach(one ->
            rows.add(
                new Object[] {
                  setting,
                  at.toArray(String[]::new),
                  Date.valueOf(one.period()),
                  one.alarm(),
                  Double.isNaN(one.chance()) ? null : one.chance()
                })));
    jdbc.batchUpdate(
        "insert into detectors.judged (setting, at, period, alarm, chance) values (?, ?, ?, ?, ?)",
        rows);
  }

  private void replaceNotJudged(
      String setting, Set<List<String>> series, Map<List<String>, NotJudged> notJudged) {
    jdbc.batchUpdate(
        "delete from detectors.not_judged where setting = ? and at = ?::text[]",
        series.stream().map(at -> new Object[] {setting, at.toArray(String[]::new)}).toList());
    jdbc.batchUpdate(
        "insert into detectors.not_judged (setting, at, reason) values (?, ?, ?)",
        notJudged.entrySet().stream()
            .map(one ->
                new Object[] {setting, one.getKey().toArray(String[]::new), one.getValue().name()})
            .toList());
  }

  /// Forgets all that was judged under a setting.
  void forget(String setting) {
    jdbc.update("delete from detectors.judged where setting = ?", setting);
    jdbc.update("delete from detectors.not_judged where setting = ?", setting);
    jdbc.update("delete from detectors.frame where setting = ?", setting);
    jdbc.update("delete from detectors.progress where setting = ?", setting);
  }
}
