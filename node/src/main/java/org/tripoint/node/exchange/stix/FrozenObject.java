package org.tripoint.node.exchange.stix;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.RecordId;

/// One object at one version, ready to be kept.
final class FrozenObject {
  private final String id;
  private final long modified;
  private final String type;
  private final byte @Nullable [] bytes;
  private final @Nullable Rests rests;

  /// @param modified microseconds since 1970
  /// @param bytes canonical JSON, or null where the content went before it was frozen
  /// @param rests the version of a record that it rests on; null for objects that others refer to
  FrozenObject(
      String id, long modified, String type, byte @Nullable [] bytes, @Nullable Rests rests) {
    this.id = id;
    this.modified = modified;
    this.type = type;
    this.bytes = bytes;
    this.rests = rests;
  }

  /// @param sequence place of the version in the ledger
  /// @param variant code of the variant
  /// @param revoked true for a tombstone
  /// @param beside of a standard object that stands beside one of ours; null for ours
  record Rests(
      RecordId record, long sequence, int variant, boolean revoked, @Nullable Beside beside) {}

  String id() {
    return id;
  }

  long modified() {
    return modified;
  }

  String type() {
    return type;
  }

  /// To be read only.
  byte @Nullable [] bytes() {
    return bytes;
  }

  @Nullable Rests rests() {
    return rests;
  }

  @Nullable Beside beside() {
    return rests == null ? null : rests.beside();
  }

  /// Empty for what has no bytes.
  byte[] sha256() {
    return bytes == null ? new byte[0] : Stix.sha256(bytes);
  }
}
