package org.tripoint.node.detectors.judging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.judging.JudgedTables.Progress;

/// Settings that could not be judged the last time they were tried.
@Component
public class FailedSettings {

  /// How long a setting waits for another try while nothing has changed for it.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  FailedSettings(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Since when a setting fails; empty where it does not.
  public Optional<Instant> since(String setting) {
    return jdbc
        .query(
            "select since from detectors.failed where setting = ?",
            (row, i) -> row.getTimestamp(1).toInstant(),
            setting)
        .stream()
        .findFirst();
  }

  /// True when it failed on exactly this a short while ago.
  boolean isPaused(String setting, Progress on) {
    return !jdbc.queryForList(
            """
            select 1 from detectors.failed
            where setting = ? and fingerprint = ? and position = ? and tried > ?
            """,
            Integer.class,
            setting,
            on.fingerprint(),
            on.position(),
            Timestamp.from(clock.instant().minus(PAUSE)))
        .isEmpty();
  }

  void keep(String setting, Progress on) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.update(
        """
        insert into detectors.failed (setting, fingerprint, position, since, tried)
        values (?, ?, ?, ?, ?)
        on conflict (setting) do update
        set fingerprint = excluded.fingerprint, position = excluded.position,
          tried = excluded.tried
        """,
        setting,
        on.fingerprint(),
        on.position(),
        now,
        now);
  }

  void forget(String setting) {
    jdbc.update("delete from detectors.failed where setting = ?", setting);
  }
}
