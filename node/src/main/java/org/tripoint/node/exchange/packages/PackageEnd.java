package org.tripoint.node.exchange.packages;

import org.tripoint.vocabulary.Kind;

/// What stands, signed, at the end of a package: that this is all of it.
///
/// @param sha256 over every byte before this line, hexadecimal
/// @param batches in it
/// @param receipts in it
record PackageEnd(String sha256, long batches, long receipts) {
  static final String TYPE = "tripoint-package-end";
  static final Kind<PackageEnd> FORM = Kind.of("package-end", 1, PackageEnd.class);
}
