package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.List;
import org.tripoint.node.web.ListValues.Value;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// A record as an officer may have it.
///
/// @param kind kind name
/// @param source who reported it; "" where the source is protected
/// @param line what it says in a line; "" where its desk has none
/// @param values what it says, value by value
/// @param published when it was published
public record Shown(
    RecordId record,
    String kind,
    String source,
    String line,
    Marking marking,
    Instant published,
    List<Value> values) {
  public Shown {
    values = List.copyOf(values);
  }
}
