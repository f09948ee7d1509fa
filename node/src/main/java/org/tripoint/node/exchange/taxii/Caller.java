package org.tripoint.node.exchange.taxii;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks, and what it may read and write.
///
/// @param name as it stands in the audit trail, such as `client:ca-misp`
/// @param partner short name of the partner whose it is
/// @param audiences bits of the audiences whose collections it reads
/// @param inbox name of the inbox that it writes into; null when it writes nothing
public record Caller(String name, String partner, Set<Integer> audiences, @Nullable String inbox) {
  public Caller {
    audiences = Set.copyOf(audiences);
  }
}
