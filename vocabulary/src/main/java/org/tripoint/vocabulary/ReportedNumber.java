package org.tripoint.vocabulary;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as its source wrote it, with its exact value. Where the text is plain digits the two
/// are the same number, to twelve significant digits; texts that a format reads in its own way
/// (`4,034`, `2026 (FYTD)`, `95+`) stand beside what it read.
///
/// Two versions that differ in the text alone say the same: what is compared between versions is
/// the value, to twelve significant digits ([Decimals#sameToTwelveDigits]).
///
/// @param value the exact value
/// @param text what stood in the source, at most 200 characters
public record ReportedNumber(BigDecimal value, @RawText String text) {

  /// Plain, or with the short exponent that spreadsheets write for small numbers
  /// (`6.61386786e-05`).
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,2})?");

  public ReportedNumber {
    value = Decimals.strip(value);
    if (text.length() > 200) {
      throw new IllegalArgumentException("expected at most 200 characters for a number");
    }
    requireSame(value, text);
  }

  private static void requireSame(BigDecimal value, String text) {
    if (text.equals(value.toPlainString())) {
      return;
    }
    Optional<BigDecimal> said = plain(text.strip());
    if (said.isPresent() && !Decimals.sameToTwelveDigits(said.get(), value)) {
      throw new Contradiction("number-not-of-text", Decimals.plain(value), text.strip());
    }
  }

  /// Reads digits with a point for the decimals, without grouping; empty for anything else.
  public static Optional<ReportedNumber> find(String text) {
    String stripped = text.strip();
    return plain(stripped).map(value -> new ReportedNumber(value, stripped));
  }

  private static Optional<BigDecimal> plain(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    return value.scale() > 40 ? Optional.empty() : Optional.of(value);
  }
}
