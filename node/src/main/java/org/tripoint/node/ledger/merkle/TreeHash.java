package org.tripoint.node.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// SHA-256 as RFC 9162 §2.1.1 uses it: leaves and nodes hash under different first bytes. One
/// thread only.
public final class TreeHash {
  private final MessageDigest sha256 = sha256();
  private final byte[] node = new byte[65];

  public TreeHash() {
    node[0] = 1;
  }

  /// A fresh SHA-256.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every JDK", e);
    }
  }

  /// Hash of no leaves.
  public byte[] empty() {
    return sha256.digest();
  }

  public byte[] leaf(byte[] entry) {
    sha256.update((byte) 0);
    return sha256.digest(entry);
  }

  public byte[] node(byte[] left, byte[] right) {
    System.arraycopy(left, 0, node, 1, 32);
    System.arraycopy(right, 0, node, 33, 32);
    return sha256.digest(node);
  }

  /// Root over complete subtrees from the largest (left) to the smallest (right).
  byte[] fold(List<byte[]> peaks) {
    if (peaks.isEmpty()) {
      return empty();
    }
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(peaks.get(i), root);
    }
    return root;
  }
}
