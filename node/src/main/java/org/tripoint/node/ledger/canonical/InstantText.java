package org.tripoint.node.ledger.canonical;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as the ledger keeps and writes them: UTC, microseconds.
public final class InstantText {
  private InstantText() {}

  /// `2024-01-31T00:00:00Z`; decimals only where there are any, without trailing zeros.
  public static String of(Instant instant) {
    String text = instant.toString();
    int point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end) + "Z";
  }

  /// The instant as PostgreSQL keeps it.
  public static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
