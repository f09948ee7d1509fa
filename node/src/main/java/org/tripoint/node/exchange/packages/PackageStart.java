package org.tripoint.node.exchange.packages;

import java.time.Instant;
import org.tripoint.vocabulary.Kind;

/// What stands, signed, at the start of a package: whose it is and for whom. Sealing it for
/// somebody else changes neither.
///
/// @param from short name of the node that made it
/// @param to short name of the node it is for
/// @param at when it was made
/// @param epoch of the place up to which the sender has receipts for its own batches
/// @param number of that place; 0 when it has none
/// @param introduction the sender's of that day, signed, so that whoever is never reached by a
///   network learns of new keys
/// @param holds issue of the receiver's introduction that the sender has
record PackageStart(
    String from, String to, Instant at, int epoch, long number, String introduction, int holds) {
  static final String TYPE = "tripoint-package";
  static final Kind<PackageStart> FORM = Kind.of("package-start", 1, PackageStart.class);

  PackageStart {
    if (epoch < 1 || number < 0) {
      throw new IllegalArgumentException("expected an epoch from 1 and a number from 0");
    }
  }
}
