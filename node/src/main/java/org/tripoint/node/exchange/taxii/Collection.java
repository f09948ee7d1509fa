package org.tripoint.node.exchange.taxii;

import java.util.UUID;

/// A collection as its caller sees it.
///
/// @param title unique and always the same: programs find collections by it
record Collection(UUID id, String title, String description, Shelf shelf) {

  /// Only an inbox, and only its own client's.
  boolean canWrite() {
    return shelf instanceof Shelf.Inbox;
  }
}
