package org.tripoint.node.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.canonical.ContentRefused;
import org.tripoint.node.ledger.canonical.JsonWriter;

/// The entries of a batch in the form they are stored in, and those that cannot be.
///
/// @param kept in the batch's order
/// @param refused why, by place in the batch
record PreparedBatch(List<PreparedEntry> kept, Map<Integer, ContentRefused> refused) {

  static PreparedBatch of(Batch batch, Pseudonyms pseudonyms) {
    JsonWriter out = new JsonWriter();
    List<PreparedEntry> kept = new ArrayList<>(batch.entries().size());
    Map<Integer, ContentRefused> refused = new TreeMap<>();
    for (int i = 0; i < batch.entries().size(); i++) {
      try {
        kept.add(PreparedEntry.of(batch.entries().get(i), batch.source(), pseudonyms, out));
      } catch (ContentRefused e) {
        refused.put(i, e);
      }
    }
    return new PreparedBatch(kept, refused);
  }

  /// Itself, when every entry can be kept.
  ///
  /// @throws ContentRefused if an entry cannot be kept
  PreparedBatch orThrow() {
    if (!refused.isEmpty()) {
      throw refused.values().iterator().next();
    }
    return this;
  }

  Set<UUID> sourceKeys() {
    Set<UUID> keys = new LinkedHashSet<>(kept.size() * 2);
    kept.forEach(entry -> keys.add(entry.sourceKey()));
    return keys;
  }

  /// One outcome for each entry of the batch, in its order.
  List<Outcome> outcomes(List<Outcome> ofKept) {
    if (refused.isEmpty()) {
      return ofKept;
    }
    List<Outcome> all = new ArrayList<>(ofKept);
    refused.forEach((place, why) ->
        all.add(place, new Outcome.Refused(why.rule().code(), why.component(), why.expected())));
    return all;
  }
}
