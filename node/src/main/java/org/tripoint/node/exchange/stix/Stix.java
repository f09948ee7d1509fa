package org.tripoint.node.exchange.stix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Words and numbers of STIX 2.1 that several classes here use.
final class Stix {
  /// The one extension under which all objects of ours are defined. Published: it never changes.
  static final String EXTENSION = "extension-definition--7d3f5e0c-41a6-4c0e-9a57-2b8c6f0d9e31";

  /// Creator of the extension, the same in every node.
  static final String EXTENSION_CREATOR = "identity--0c9b6a52-8f1d-4f7e-b3a4-6e5d2c7f1a80";

  /// Namespace of ids that are made from names. Published: it never changes.
  static final UUID NAMESPACE = UUID.fromString("b52e1f6a-93c7-4d08-8a2f-0e7d64c19b35");

  /// TLP 2.0 for STIX 2.1, by its published ids.
  static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  static final String SPEC_VERSION = "2.1";

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Stix() {}

  /// A timestamp with six digits of a second.
  static String timestamp(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /// UUID version 5 (RFC 9562 §5.5).
  static UUID nameBased(UUID namespace, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input =
        ByteBuffer.allocate(16 + text.length)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .put(text);
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", input.array()));
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected every Java to have " + algorithm, e);
    }
  }
}
