package org.tripoint.node.accounts;

import java.time.Instant;
import java.util.Optional;

/// When a person was here before today's sign-in: what came after that is news to them.
public interface FindLastVisit {

  /// Empty at the first sign-in.
  Optional<Instant> findLastVisit(String account);
}
