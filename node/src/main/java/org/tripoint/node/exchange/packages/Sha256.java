package org.tripoint.node.exchange.packages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over what is written or read piece by piece.
final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every JDK", e);
    }
  }
}
