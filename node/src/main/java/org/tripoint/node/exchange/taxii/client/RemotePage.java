package org.tripoint.node.exchange.taxii.client;

import java.util.List;

/// A page of objects.
///
/// @param objects each as JSON text
/// @param cursor where the next page starts, now or later
/// @param more whether the server says that there is more now
public record RemotePage(List<String> objects, Cursor cursor, boolean more) {
  public RemotePage {
    objects = List.copyOf(objects);
  }

  /// A place in a collection.
  ///
  /// @param addedAfter timestamp as the server wrote it; empty for the start
  /// @param next token of the server; empty when it gave none
  /// @param latest date of the last object that was seen; empty before the first
  public record Cursor(String addedAfter, String next, String latest) {

    public static final Cursor START = new Cursor("", "", "");
  }
}
