package org.tripoint.node.exchange.stix;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.sharing.Provenance.How;
import org.tripoint.node.sharing.ReadProvenance;
import org.tripoint.vocabulary.RecordId;

/// A node that partners gave nothing.
final class NoProvenance implements ReadProvenance {
  @Override
  public Map<RecordId, How> find(Set<RecordId> records) {
    return Map.of();
  }

  @Override
  public Optional<RecordId> findByObject(String object) {
    return Optional.empty();
  }
}
