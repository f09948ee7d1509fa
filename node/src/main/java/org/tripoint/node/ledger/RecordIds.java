package org.tripoint.node.ledger;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes record ids that sort by the day they were made: the layout of UUID version 7 (RFC 9562
/// §5.7), 48 bits of milliseconds and 74 bits from a secure source. One thread only.
final class RecordIds {
  private static final int DRAWN_AT_ONCE = 256;

  private final SecureRandom random;
  private final long millis;
  private final byte[] drawn = new byte[DRAWN_AT_ONCE * 16];
  private ByteBuffer left = ByteBuffer.allocate(0);

  RecordIds(SecureRandom random, Instant now) {
    this.random = random;
    this.millis = now.toEpochMilli() & 0xFFFF_FFFF_FFFFL;
  }

  UUID next() {
    if (left.remaining() < 16) {
      random.nextBytes(drawn);
      left = ByteBuffer.wrap(drawn);
    }
    long high = (millis << 16) | 0x7000 | (left.getLong() & 0x0FFF);
    long low = (left.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
