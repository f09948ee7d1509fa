package org.tripoint.node.exchange.taxii.remote;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Looks at the remote collections that are due, one after another.
@Component
class RemoteWork extends RegularWork {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final RemoteCollections collections;
  private final RemotePlaces places;
  private final LookAtCollection look;

  RemoteWork(RemoteCollections collections, RemotePlaces places, LookAtCollection look) {
    super("remote collections", PAUSE);
    this.collections = collections;
    this.places = places;
    this.look = look;
  }

  @Override
  protected void turn() {
    for (CollectionToRead one : collections.list()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (places.isDue(one.name())) {
        look.look(one);
      }
    }
  }
}
