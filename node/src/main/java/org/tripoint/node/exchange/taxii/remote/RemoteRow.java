package org.tripoint.node.exchange.taxii.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;
import org.tripoint.node.exchange.taxii.remote.RemotePlaces.Place;

/// A remote collection on its page.
///
/// @param lookedAt null before the first look
/// @param failure key of what to say about the last look; empty when it went well
/// @param more whether the server has more than the last look brought
public record RemoteRow(
    String name,
    String partner,
    String root,
    String collection,
    String signIn,
    boolean hasSecret,
    int minutes,
    @Nullable Instant lookedAt,
    String failure,
    int status,
    boolean more,
    long taken,
    long refused) {

  static RemoteRow of(CollectionToRead one, Place place) {
    return new RemoteRow(
        one.name(),
        one.partner(),
        one.root(),
        one.collection(),
        "taxii.remote.sign-in." + one.signIn().name(),
        one.signIn() != SignIn.CERTIFICATE,
        one.minutes(),
        place.lookedAt(),
        place.failure() == null ? "" : "taxii.remote.failure." + place.failure(),
        place.status(),
        place.hasMore(),
        place.taken(),
        place.refused());
  }
}
