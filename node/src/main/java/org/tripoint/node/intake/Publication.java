package org.tripoint.node.intake;

import java.time.Instant;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;

/// When a file's source published it, and how that is known.
record Publication(Instant instant, PublishedBasis basis) {}
