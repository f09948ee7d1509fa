package org.tripoint.node.exchange.taxii;

/// Where the objects of a collection lie.
sealed interface Shelf {

  /// What an audience was given.
  record OfAudience(int bit) implements Shelf {}

  /// What a client sent.
  record Inbox(String client) implements Shelf {}
}
