package org.tripoint.node.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A way to write dates: `dd/MM/yyyy` and its like.
record DateStyle(String pattern, DateTimeFormatter formatter) {

  /// Offered to people, the unambiguous first.
  static final List<String> OFFERED =
      List.of(
          "yyyy-MM-dd",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "dd-MM-yyyy",
          "dd.MM.yyyy",
          "yyyy/MM/dd",
          "yyyyMMdd",
          "yyyy-MM-dd'T'HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "MM/dd/yyyy HH:mm");

  /// @throws IllegalArgumentException if it is no pattern of a date
  static DateStyle of(String pattern) {
    if (pattern.length() > 40) {
      throw new IllegalArgumentException("expected a date pattern of at most 40 characters");
    }
    return new DateStyle(
        pattern,
        DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));
  }

  Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text, formatter));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
