package org.tripoint.node.exchange.taxii.remote;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Puts the decision to read a collection into the ledger, and the decision to read it no longer.
@Service
class KeepRemoteCollections {

  private static final String ENDED = "no longer read";

  private final AppendRecords ledger;
  private final RemotePlaces places;
  private final RemoteSecrets secrets;
  private final Clock clock;

  KeepRemoteCollections(
      AppendRecords ledger, RemotePlaces places, RemoteSecrets secrets, Clock clock) {
    this.ledger = ledger;
    this.places = places;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Has a collection read from now on.
  ///
  /// @param secret token or password; empty where the certificate is shown
  /// @return false when there is or was one of the name: what came under it stays another's
  @Transactional
  public boolean add(CollectionToRead collection, String secret, String actor) {
    if (!places.begin(collection.name())) {
      return false;
    }
    if (!secret.isEmpty()) {
      secrets.keep(collection.name(), secret);
    }
    append(
        new Entry.Put<>(
            CollectionToRead.KIND,
            collection.name(),
            collection,
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        actor);
    return true;
  }

  /// Another token or password, tried at once.
  void renew(String name, String secret) {
    secrets.keep(name, secret);
    places.lookSoon(name);
  }

  /// It is read no longer; what came stays. Its secret is gone.
  void end(String name, String actor) {
    append(new Entry.Withdraw(CollectionToRead.KIND, name, ENDED), actor);
    secrets.forget(name);
  }

  private void append(Entry entry, String actor) {
    ledger
        .append(new Batch(RemoteCollections.SOURCE, null, clock.instant(), actor, List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }
}
