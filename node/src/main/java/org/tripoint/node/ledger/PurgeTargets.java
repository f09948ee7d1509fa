package org.tripoint.node.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which versions lost their content, for rooms that keep bytes beside the ledger and read records
/// of kind `purge` to let them go.
public final class PurgeTargets {

  private PurgeTargets() {}

  /// Places in the ledger that these purges emptied; empty for changes of other kinds.
  public static Set<Long> of(List<RecordChange> purges) {
    Set<Long> sequences = new HashSet<>();
    for (RecordChange change : purges) {
      String open = change.version().canonicalParts().get(Part.OPEN);
      if (open != null) {
        for (JsonNode target : JsonMapper.shared().readTree(open).path("targets")) {
          sequences.add(target.path("sequence").longValue());
        }
      }
    }
    return sequences;
  }
}
