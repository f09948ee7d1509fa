package org.tripoint.node.substances;

import java.util.List;

/// Names in imported files that no list holds. Answered by the room that reads files.
public interface ListUnrecognised {

  /// Most frequent first.
  List<Unrecognised> listUnrecognisedNames(int limit);

  /// A name that nobody has mapped yet.
  ///
  /// @param name as reported
  /// @param rows how many rows it stands in
  record Unrecognised(String name, long rows) {}
}
