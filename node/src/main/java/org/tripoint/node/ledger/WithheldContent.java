package org.tripoint.node.ledger;

import java.util.Optional;
import org.tripoint.vocabulary.Part;

/// A room's word on versions whose open part says what only readers of another part may be told:
/// what is in the chain already cannot be put into another part any more.
public interface WithheldContent {

  /// The part that a reader needs to be shown what the version says; empty when the parts that the
  /// content is in are all there is to it.
  Optional<Part> partNeeded(RecordVersion version);
}
