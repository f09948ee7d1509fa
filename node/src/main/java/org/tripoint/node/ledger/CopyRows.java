package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into one table by binary COPY. One thread only; ends with [#end], or with the
/// transaction.
///
/// Source: PostgreSQL manual, COPY, binary format.
final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH_2000_SECONDS = 946_684_800L;
  private static final int FLUSH_AT = 1 << 16;

  private final CopyIn copy;
  private final int columns;
  private byte[] buffer = new byte[FLUSH_AT + 8192];
  private int length;

  /// @param target table and columns, such as `ledger.version (seq, record)`
  CopyRows(Connection connection, String target, int columns) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + target + " from stdin with (format binary)");
    this.columns = columns;
    System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
    length = HEADER.length;
  }

  CopyRows row() throws SQLException {
    if (length > FLUSH_AT) {
      flush();
    }
    return int16(columns);
  }

  CopyRows bigint(long value) {
    return int32(8).int64(value);
  }

  CopyRows integer(int value) {
    return int32(4).int32(value);
  }

  CopyRows smallint(int value) {
    return int32(2).int16(value);
  }

  CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    return int32(16).int64(value.getMostSignificantBits()).int64(value.getLeastSignificantBits());
  }

  CopyRows text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes, or UTF-8 of a text.
  CopyRows bytes(byte @Nullable [] value) {
    if (value == null) {
      return absent();
    }
    int32(value.length);
    room(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  CopyRows instant(Instant value) {
    long micros =
        (value.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000 + value.getNano() / 1000;
    return int32(8).int64(micros);
  }

  CopyRows date(@Nullable LocalDate value) {
    if (value == null) {
      return absent();
    }
    return int32(4).int32((int) (value.toEpochDay() - EPOCH_2000_SECONDS / 86_400));
  }

  CopyRows absent() {
    return int32(-1);
  }

  /// Hands over the last rows and waits until the server has them.
  long end() throws SQLException {
    int16(-1);
    flush();
    return copy.endCopy();
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer, 0, length);
    length = 0;
  }

  private CopyRows int16(int value) {
    room(2);
    buffer[length++] = (byte) (value >> 8);
    buffer[length++] = (byte) value;
    return this;
  }

  private CopyRows int32(int value) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      buffer[length++] = (byte) (value >> shift);
    }
    return this;
  }

  private CopyRows int64(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      buffer[length++] = (byte) (value >> shift);
    }
    return this;
  }

  private void room(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
