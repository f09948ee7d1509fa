package org.tripoint.node.sharing;

import java.util.Optional;
import org.tripoint.vocabulary.RecordId;

/// Finds the record of the agreement with a partner.
public interface FindAgreement {

  /// Also one that has ended; empty when there never was one.
  Optional<RecordId> find(String partner);
}
