package org.tripoint.node.exchange.taxii;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What became of requests that brought objects, kept for two days.
@Component
class Statuses {

  /// The standard asks for a day.
  static final Duration KEPT = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  Statuses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The status resource of a request, which is then kept.
  ObjectNode keep(Caller caller, Instant asked, List<Inbox.Outcome> outcomes) {
    UUID id = UUID.randomUUID();
    List<Inbox.Outcome> taken = outcomes.stream().filter(Inbox.Outcome::isTaken).toList();
    List<Inbox.Outcome> failed = outcomes.stream().filter(one -> !one.isTaken()).toList();
    ObjectNode status =
        json.createObjectNode()
            .put("id", id.toString())
            .put("status", "complete")
            .put("request_timestamp", Timestamps.write(asked))
            .put("total_count", outcomes.size())
            .put("success_count", taken.size());
    details(status, "successes", taken, asked);
    status.put("failure_count", failed.size());
    details(status, "failures", failed, asked);
    status.put("pending_count", 0);
    Instant now = clock.instant();
    jdbc.sql("delete from exchange.status where at < ?")
        .param(Timestamp.from(now.minus(KEPT)))
        .update();
    jdbc.sql("insert into exchange.status (id, caller, at, resource) values (?, ?, ?, ?)")
        .params(id, caller.name(), Timestamp.from(now), status.toString())
        .update();
    return status;
  }

  /// A status of the caller's own; empty for others' and for those that are past.
  Optional<String> find(Caller caller, UUID id) {
    return jdbc.sql("select resource from exchange.status where id = ? and caller = ? and at >= ?")
        .params(id, caller.name(), Timestamp.from(clock.instant().minus(KEPT)))
        .query(String.class)
        .optional();
  }

  private static void details(
      ObjectNode status, String name, List<Inbox.Outcome> outcomes, Instant asked) {
    if (outcomes.isEmpty()) {
      return;
    }
    ArrayNode list = status.putArray(name);
    for (Inbox.Outcome outcome : outcomes) {
      boolean known = outcome.version() != 0;
      ObjectNode details =
          list.addObject()
              .put("id", outcome.id())
              .put(
                  "version",
                  known ? Timestamps.writeVersion(outcome.version()) : Timestamps.write(asked));
      if (!outcome.isTaken()) {
        details.put("message", outcome.problem());
      }
    }
  }
}
