package org.tripoint.node.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// When sources were last heard of.
public interface NewestReleases {

  /// Publication instant of the newest release of any of these sources; empty when there is none.
  Optional<Instant> newest(Collection<String> sources);
}
