package org.tripoint.node.substances;

import org.tripoint.engines.chemistry.registry.Registry;

/// The substances that this node knows by structure.
public interface ReadRegistry {

  /// What ships with the node, then what people here and at partners' nodes added, which has the id
  /// of its record. Does not change; ask again for what came since.
  Registry registry();
}
