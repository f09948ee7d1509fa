package org.tripoint.node.exchange.taxii;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Instants as TAXII and STIX write them, here microseconds since 1970.
public final class Timestamps {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /// What has no, three or any other number of fraction digits up to nine is understood: stock
  /// programs cut them. Digits beyond microseconds are dropped.
  static OptionalLong parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  /// A microsecond earlier, as a filter that leaves the instant itself in; empty for no instant.
  public static Optional<String> justBefore(String text) {
    OptionalLong micros = parse(text);
    return micros.isPresent() ? Optional.of(write(micros.getAsLong() - 1)) : Optional.empty();
  }

  /// With six fraction digits.
  static String write(long micros) {
    return MICROS.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  static String write(Instant instant) {
    return MICROS.format(instant);
  }

  /// As an object writes its own `modified`: three fraction digits unless six are needed.
  static String writeVersion(long micros) {
    Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return (micros % 1000 == 0 ? MILLIS : MICROS).format(instant);
  }
}
