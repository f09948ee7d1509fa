package org.tripoint.node.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes that cannot be changed.
public final class Digest {
  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Makes a digest of its bytes.
  ///
  /// @throws IllegalArgumentException if there are not 32 bytes
  public static Digest of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("expected 32 bytes, found " + bytes.length);
    }
    return new Digest(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
