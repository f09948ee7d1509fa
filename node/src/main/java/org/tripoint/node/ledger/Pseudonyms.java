package org.tripoint.node.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.vocabulary.Part;

/// Values under the node's secret, HMAC-SHA256 cut to 16 bytes: they tell whether two things are
/// equal to whoever holds the secret, and nothing to anybody else. One thread only.
// A part counts by its place; equal markings share one array.
@SuppressWarnings({"EnumOrdinal", "ReferenceEquality"})
final class Pseudonyms {
  private final Mac mac;
  private final MessageDigest sha256 = TreeHash.sha256();
  private byte[] lastMarking = new byte[0];
  private byte[] lastMarkingHash = new byte[0];

  Pseudonyms(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected HMAC-SHA256 in every JDK", e);
    }
  }

  /// Stands for a record of a source: of `source 0x00 kind 0x00 key`.
  UUID sourceKey(String source, String kind, String key) {
    mac.update(source.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return cut(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
  }

  /// Stands for everything a version says: shape, marking, parts.
  UUID digest(int kindVersion, byte[] marking, Map<Part, byte[]> parts) {
    if (marking != lastMarking) {
      // Most versions share one marking, and it is longer than most contents.
      lastMarkingHash = sha256.digest(marking);
      lastMarking = marking;
    }
    mac.update(ByteBuffer.allocate(4).putInt(0, kindVersion));
    mac.update(lastMarkingHash);
    for (Map.Entry<Part, byte[]> part : parts.entrySet()) {
      mac.update((byte) part.getKey().ordinal());
      mac.update(part.getValue());
    }
    return cut(mac.doFinal());
  }

  private static UUID cut(byte[] hash) {
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
