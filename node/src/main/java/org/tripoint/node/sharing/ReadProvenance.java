package org.tripoint.node.sharing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.sharing.Provenance.How;
import org.tripoint.vocabulary.RecordId;

/// Says of records of partners how they came.
public interface ReadProvenance {

  /// Those of the records that came from a partner.
  Map<RecordId, How> find(Set<RecordId> records);

  /// The record that came as an object of a partner.
  Optional<RecordId> findByObject(String object);
}
