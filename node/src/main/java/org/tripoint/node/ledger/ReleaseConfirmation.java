package org.tripoint.node.ledger;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `release-confirmation`: what a batch of a release repeated without change.
///
/// @param release the release
/// @param confirmed sequences of the versions it repeated, as ascending ranges: `5-8,12`
record ReleaseConfirmation(RecordId release, String confirmed) {
  static final Kind<ReleaseConfirmation> KIND =
      Kind.of("release-confirmation", 1, ReleaseConfirmation.class);
}
