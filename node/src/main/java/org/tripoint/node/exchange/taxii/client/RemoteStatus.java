package org.tripoint.node.exchange.taxii.client;

import java.util.List;

/// What became of objects that were sent.
///
/// @param complete false while the server is still at it
/// @param failures ids of what it did not take
public record RemoteStatus(
    String id, boolean complete, int total, int successes, int pending, List<String> failures) {
  public RemoteStatus {
    failures = List.copyOf(failures);
  }
}
