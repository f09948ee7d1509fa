package org.tripoint.node.exchange.taxii.remote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.taxii.TakeObjects.Taken;
import org.tripoint.node.exchange.taxii.client.RemotePage.Cursor;

/// Up to where each remote collection was read, when it is looked at next, and how it last went.
@Component
class RemotePlaces {

  private final JdbcClient jdbc;
  private final Clock clock;

  RemotePlaces(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// How far one was read.
  ///
  /// @param lookedAt null before the first look
  /// @param failure why the last look failed, or null
  /// @param status HTTP status of that failure; 0 where there was none
  /// @param taken objects that were new here
  /// @param refused objects that could not be believed
  record Place(
      Cursor cursor,
      Instant dueAt,
      @Nullable Instant lookedAt,
      @Nullable String failure,
      int status,
      long taken,
      long refused) {

    static final Place NONE = new Place(Cursor.START, Instant.EPOCH, null, null, 0, 0, 0);

    /// True where the server had more than one look brings.
    boolean hasMore() {
      return failure == null && lookedAt != null && !dueAt.isAfter(lookedAt);
    }
  }

  /// Begins a place, due at once; false when there is or was one of the name.
  boolean begin(String name) {
    return jdbc.sql(
                """
                insert into exchange.remote_place (name, due_at) values (?, ?)
                on conflict (name) do nothing
                """)
            .params(name, now())
            .update()
        == 1;
  }

  Place get(String name) {
    return Optional.ofNullable(list().get(name)).orElse(Place.NONE);
  }

  /// By name.
  Map<String, Place> list() {
    return jdbc
        .sql("select * from exchange.remote_place")
        .query((row, _) -> Map.entry(row.getString("name"), place(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean isDue(String name) {
    return !get(name).dueAt().isAfter(clock.instant());
  }

  /// The next turn looks at it.
  void lookSoon(String name) {
    jdbc.sql("update exchange.remote_place set due_at = ? where name = ?")
        .params(now(), name)
        .update();
  }

  /// A page was taken.
  void took(String name, Cursor next, Taken taken) {
    move(name, next);
    jdbc.sql(
            """
            update exchange.remote_place set taken = taken + ?, refused = refused + ?
            where name = ?
            """)
        .params(taken.fresh(), taken.refused(), name)
        .update();
  }

  /// The next page starts there.
  void move(String name, Cursor next) {
    jdbc.sql(
            """
            update exchange.remote_place set added_after = ?, next = ?, latest = ? where name = ?
            """)
        .params(next.addedAfter(), next.next(), next.latest(), name)
        .update();
  }

  /// A look that began then has ended well.
  void looked(String name, Instant begun, Duration until) {
    end(name, begun, until, null, null);
  }

  /// A look that began then has failed.
  void failed(String name, Instant begun, Duration until, String why, @Nullable Integer status) {
    end(name, begun, until, why, status);
  }

  /// What was asked to be looked at meanwhile stays due.
  private void end(
      String name, Instant begun, Duration until, @Nullable String why, @Nullable Integer status) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update exchange.remote_place
            set looked_at = :now, failure = :why, status = :status,
              due_at = case when due_at > :begun then due_at else :due end
            where name = :name
            """)
        .param("now", Timestamp.from(now))
        .param("begun", Timestamp.from(begun))
        .param("due", Timestamp.from(now.plus(until)))
        .param("why", why, java.sql.Types.VARCHAR)
        .param("status", status, java.sql.Types.INTEGER)
        .param("name", name)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Place place(ResultSet row) throws SQLException {
    Timestamp looked = row.getTimestamp("looked_at");
    return new Place(
        new Cursor(row.getString("added_after"), row.getString("next"), row.getString("latest")),
        row.getTimestamp("due_at").toInstant(),
        looked == null ? null : looked.toInstant(),
        row.getString("failure"),
        row.getInt("status"),
        row.getLong("taken"),
        row.getLong("refused"));
  }
}
