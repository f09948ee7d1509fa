package org.tripoint.node.exchange.taxii;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;

/// Which collections there are for whom.
@Component
class Collections {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final JdbcClient jdbc;
  private final ReadShared shared;

  Collections(JdbcClient jdbc, ReadShared shared) {
    this.jdbc = jdbc;
    this.shared = shared;
  }

  /// Those of the caller: its audiences in the order of their bits, then its inbox.
  List<Collection> list(Caller caller) {
    List<Collection> all = new ArrayList<>();
    for (SharedAudience audience : shared.listAudiences()) {
      if (caller.audiences().contains(audience.bit())) {
        all.add(
            new Collection(
                idOf(audience.bit()),
                audience.partner() + " " + audience.name(),
                "What this node gives to the audience '%s' of the partner '%s'."
                    .formatted(audience.name(), audience.partner()),
                new Shelf.OfAudience(audience.bit())));
      }
    }
    String inbox = caller.inbox();
    if (inbox != null) {
      all.add(
          new Collection(
              idOf(inbox),
              "inbox of " + inbox,
              "What the client '%s' sends to this node. Nobody else's client sees it."
                  .formatted(inbox),
              new Shelf.Inbox(inbox)));
    }
    return all;
  }

  /// The caller's collection with this id; empty for everybody else's, as if there were none.
  Optional<Collection> find(Caller caller, String id) {
    return list(caller).stream().filter(one -> one.id().toString().equals(id)).findFirst();
  }

  /// Where the objects of the caller's collection with this id lie.
  Optional<Shelf> findShelf(Caller caller, String id) {
    if (!UUID_FORM.matcher(id).matches()) {
      return Optional.empty();
    }
    return jdbc.sql("select audience, client from exchange.collection where id = ?")
        .param(UUID.fromString(id))
        .query((row, _) -> {
          String client = row.getString("client");
          return client == null
              ? (Shelf) new Shelf.OfAudience(row.getInt("audience"))
              : new Shelf.Inbox(client);
        })
        .optional()
        .filter(shelf -> isOf(caller, shelf));
  }

  private static boolean isOf(Caller caller, Shelf shelf) {
    return switch (shelf) {
      case Shelf.OfAudience(int bit) -> caller.audiences().contains(bit);
      case Shelf.Inbox(String client) -> client.equals(caller.inbox());
    };
  }

  private UUID idOf(int audience) {
    jdbc.sql(
            """
            insert into exchange.collection (id, audience)
            select ?, ? where not exists (select from exchange.collection where audience = ?)
            on conflict do nothing
            """)
        .params(UUID.randomUUID(), audience, audience)
        .update();
    return jdbc.sql("select id from exchange.collection where audience = ?")
        .param(audience)
        .query(UUID.class)
        .single();
  }

  private UUID idOf(String client) {
    jdbc.sql(
            """
            insert into exchange.collection (id, client)
            select ?, ? where not exists (select from exchange.collection where client = ?)
            on conflict do nothing
            """)
        .params(UUID.randomUUID(), client, client)
        .update();
    return jdbc.sql("select id from exchange.collection where client = ?")
        .param(client)
        .query(UUID.class)
        .single();
  }
}
