package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entries that are appended together, all or none, under one publication instant.
///
/// @param source who published it, such as `us-cbp-nationwide`; part of every record's identity
/// @param release the release that carries it, or null for decisions people take on this node
/// @param published when the source published it (for decisions: when they were taken)
/// @param actor who handed it in: an account name, or `system`
/// @param entries at most 20,000, in the order of the file
public record Batch(
    String source,
    @Nullable Release release,
    Instant published,
    String actor,
    List<Entry> entries) {
  public Batch {
    entries = List.copyOf(entries);
    if (entries.size() > 20_000) {
      throw new IllegalArgumentException(
          "expected at most 20,000 entries, found " + entries.size());
    }
  }
}
