package org.tripoint.node.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Letters that were tried and did not go out yet: how often, why not, and when they are tried
/// again. Not from the ledger: without it every letter that is due is tried at once.
@Component
class MailWaiting {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration SETTLED = Duration.ofHours(1);

  private final JdbcTemplate jdbc;

  MailWaiting(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// One letter.
  ///
  /// @param since when it was first tried
  /// @param next when it is tried again
  /// @param problem what the server said, or why there was none
  public record Waiting(int tries, Instant since, Instant next, String problem) {}

  /// By the letters' ids.
  Map<String, Waiting> all() {
    Map<String, Waiting> all = new HashMap<>();
    jdbc.query(
        "select letter, tries, since, next, problem from notices.mail_waiting",
        row -> {
          all.put(
              row.getString(1),
              new Waiting(
                  row.getInt(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getString(5)));
        });
    return all;
  }

  /// Those that are tried for longer than that, by the letters' ids.
  Map<String, Waiting> longerThan(Duration time, Instant now) {
    Map<String, Waiting> stuck = all();
    stuck.values().removeIf(one -> one.tries() == 0 || one.since().plus(time).isAfter(now));
    return stuck;
  }

  /// Notes a try that failed; the next comes after one minute, then two, up to an hour.
  void failed(String letter, String problem, Map<String, Waiting> before, Instant now) {
    Waiting last = before.get(letter);
    int tries = last == null ? 1 : last.tries() + 1;
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    put(letter, tries, now, now.plus(pause), problem);
  }

  /// Notes that the ledger has what became of a letter, which this room's tables may not have yet.
  void settled(String letter, Instant now) {
    put(letter, 0, now, now.plus(SETTLED), "");
  }

  private void put(String letter, int tries, Instant now, Instant next, String problem) {
    jdbc.update(
        """
        insert into notices.mail_waiting (letter, tries, since, next, problem) values (?, ?, ?, ?, ?)
        on conflict (letter) do update
        set tries = excluded.tries, next = excluded.next, problem = excluded.problem
        """,
        letter,
        tries,
        at(now),
        at(next),
        problem);
  }

  /// Forgets letters that are due no more: they went out, or nobody has to be told any longer.
  void keepOnly(Set<String> due) {
    jdbc.update(
        "delete from notices.mail_waiting where not letter = any (?)",
        (Object) due.toArray(String[]::new));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
