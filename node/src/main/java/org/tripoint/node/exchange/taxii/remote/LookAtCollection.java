package org.tripoint.node.exchange.taxii.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.WriteAudit;
import org.tripoint.node.exchange.taxii.Caller;
import org.tripoint.node.exchange.taxii.TakeObjects;
import org.tripoint.node.exchange.taxii.TakeObjects.Taken;
import org.tripoint.node.exchange.taxii.Timestamps;
import org.tripoint.node.exchange.taxii.client.RemoteCollection;
import org.tripoint.node.exchange.taxii.client.RemotePage;
import org.tripoint.node.exchange.taxii.client.RemotePage.Cursor;
import org.tripoint.node.exchange.taxii.client.TaxiiClient;
import org.tripoint.node.exchange.taxii.client.TaxiiFailure;
import org.tripoint.node.exchange.taxii.remote.ConnectRemote.Talk;

/// One look at a remote collection: page after page from the kept place, each taken before the next
/// is asked for. A look is bounded, so that no server keeps the others waiting; where there is
/// more, the next one goes on.
@Component
class LookAtCollection {

  private static final Logger LOG = LoggerFactory.getLogger(LookAtCollection.class);

  /// Objects of a page: few enough that one of large objects stays within the size of an answer.
  static final int LIMIT = 200;

  static final int MOST_PAGES = 50;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final String NO_SECRET = "NO_SECRET";
  private static final String UNEXPECTED = "UNEXPECTED";

  private final RemoteCollections collections;
  private final ConnectRemote connect;
  private final RemotePlaces places;
  private final TakeObjects door;
  private final WriteAudit audit;
  private final Clock clock;

  LookAtCollection(
      RemoteCollections collections,
      ConnectRemote connect,
      RemotePlaces places,
      TakeObjects door,
      WriteAudit audit,
      Clock clock) {
    this.collections = collections;
    this.connect = connect;
    this.places = places;
    this.door = door;
    this.audit = audit;
    this.clock = clock;
  }

  /// Looks; what went wrong stands in the place.
  void look(CollectionToRead from) {
    Instant begun = clock.instant();
    Duration pause = Duration.ofMinutes(from.minutes());
    try {
      Optional<Talk> talk = connect.to(from);
      if (talk.isEmpty()) {
        places.failed(from.name(), begun, pause, NO_SECRET, null);
        return;
      }
      try (Talk open = talk.get()) {
        places.looked(from.name(), begun, read(from, open.client()) ? Duration.ZERO : pause);
      }
    } catch (TaxiiFailure e) {
      LOG.info("The remote collection {} was not read: {}", from.name(), e.getMessage());
      places.failed(from.name(), begun, pause, e.reason().name(), e.status());
    } catch (RuntimeException e) {
      // Whatever it is, the other collections are not to wait for it; its words may hold a secret.
      LOG.warn("The remote collection {} was not read: {}", from.name(), e.getClass().getName());
      places.failed(from.name(), begun, pause, UNEXPECTED, null);
    }
  }

  /// Reads from the kept place on; where the server no longer knows its own token from just before
  /// the last date that was seen, since several objects may be of one date.
  ///
  /// @return whether there is more
  private boolean read(CollectionToRead from, TaxiiClient client) {
    Cursor at = places.get(from.name()).cursor();
    try {
      return read(from, client, at);
    } catch (TaxiiFailure e) {
      Cursor now = places.get(from.name()).cursor();
      if (now.next().isEmpty() || !e.mayBeOfTheToken()) {
        throw e;
      }
      Cursor again =
          new Cursor(
              Timestamps.justBefore(now.latest()).orElse(now.addedAfter()), "", now.latest());
      places.move(from.name(), again);
      return read(from, client, again);
    }
  }

  private boolean read(CollectionToRead from, TaxiiClient client, Cursor start) {
    RemoteCollection collection =
        new RemoteCollection(from.collection(), from.name(), true, false, from.address());
    Instant end = clock.instant().plus(LONGEST);
    Cursor at = start;
    int fresh = 0;
    for (int pages = 0; pages < MOST_PAGES && clock.instant().isBefore(end); pages++) {
      RemotePage page = client.readPage(collection, at, LIMIT, "");
      fresh += take(from, page);
      if (!page.more() || collections.find(from.name()).isEmpty()) {
        return false;
      }
      if (page.cursor().equals(at) || page.objects().isEmpty()) {
        throw TaxiiFailure.circle();
      }
      at = page.cursor();
    }
    if (fresh == 0) {
      throw TaxiiFailure.circle();
    }
    return true;
  }

  private int take(CollectionToRead from, RemotePage page) {
    Taken taken = new Taken(0, 0);
    if (!page.objects().isEmpty()) {
      Caller whose = new Caller(from.inbox(), from.partner(), Set.of(), from.inbox());
      taken = door.take(whose, page.objects());
      audit.write(
          from.inbox(),
          "",
          "taxii look",
          from.address().toString(),
          WriteAudit.Outcome.DONE,
          String.format(
              Locale.ROOT,
              "%d of %d new, %d refused",
              taken.fresh(),
              page.objects().size(),
              taken.refused()));
    }
    places.took(from.name(), page.cursor(), taken);
    return taken.fresh();
  }
}
