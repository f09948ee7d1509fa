package org.tripoint.node.exchange.taxii;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.exchange.taxii.Inbox.Body;
import org.tripoint.node.exchange.taxii.Inbox.Outcome;
import org.tripoint.node.exchange.taxii.Inbox.Sent;

/// The one door for objects of other programs, whether they were sent here or fetched there: each
/// is checked before it is believed, kept in the inbox of whose it is, and becomes a record where
/// its kind is known.
@Component
public class TakeObjects {

  private final ObjectProvider<ReadObjects> read;
  private final Inbox inbox;
  private final JdbcTemplate jdbc;

  TakeObjects(ObjectProvider<ReadObjects> read, Inbox inbox, JdbcTemplate jdbc) {
    this.read = read;
    this.inbox = inbox;
    this.jdbc = jdbc;
  }

  /// What became of objects.
  ///
  /// @param fresh those that the inbox did not have
  /// @param refused those that could not be believed
  public record Taken(int fresh, int refused) {}

  /// Takes what was fetched for a caller that has an inbox.
  ///
  /// @param objects each as JSON text
  public Taken take(Caller caller, List<String> objects) {
    String name = Objects.requireNonNull(caller.inbox());
    long before = last(name);
    List<Outcome> outcomes =
        takeBodies(
            caller,
            objects.stream()
                .map(object -> new Body(object.getBytes(StandardCharsets.UTF_8)))
                .toList());
    int refused = Math.toIntExact(outcomes.stream().filter(one -> !one.isTaken()).count());
    return new Taken(countAfter(name, before), refused);
  }

  /// Takes objects as they came.
  ///
  /// @return of each what became of it, in their order
  List<Outcome> takeBodies(Caller caller, List<Body> objects) {
    ReadObjects reader = read.getIfAvailable();
    if (reader == null) {
      throw TaxiiRefusal.busy();
    }
    return inbox.take(
        caller, objects.stream().map(body -> new Sent(body, reader.read(body.bytes()))).toList());
  }

  private long last(String name) {
    Long last =
        jdbc.queryForObject(
            "select coalesce(max(date_added), -1) from exchange.inbox where client = ?",
            Long.class,
            name);
    return Objects.requireNonNull(last);
  }

  private int countAfter(String name, long moment) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from exchange.inbox where client = ? and date_added > ?",
            Integer.class,
            name,
            moment);
    return Objects.requireNonNull(count);
  }
}
